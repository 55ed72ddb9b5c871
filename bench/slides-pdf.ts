import type { Progress } from '../src/core/progress.ts'
import type { Course } from '../src/course/course.ts'
import type { Contest } from './compare.ts'
import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { findBrowser } from '../src/browser/find.ts'
import { lazyBrowser } from '../src/browser/launch.ts'
import { countOf } from '../src/core/format.ts'
import { toolkitRoot } from '../src/core/toolkit.ts'
import { cachedDecks } from '../src/slidev/cached-decks.ts'
import { runMarp, writeMarpDecks } from './marp.ts'

/**
 * PDF slides of every lecture, decks already built: `npm run export` against Marp CLI.
 * Each is run as a command, from its start to its end.
 */
export async function slidesPdfContest(course: Course, work: string, progress: Progress): Promise<Contest> {
  const found = findBrowser()
  const browser = lazyBrowser(found)
  try {
    await cachedDecks(course, { audience: 'public', since: Date.now(), browser, progress })
  }
  finally {
    await browser.close()
  }
  const folderOf = (name: string) => path.join(work, name)
  const args = ['src/cli/run.js', 'scripts/export.ts', '--course', path.resolve(course.root), '--out', folderOf('ours')]
  await writeMarpDecks(course, folderOf('marp'))
  await fs.mkdir(folderOf('theirs'), { recursive: true })
  return {
    name: `PDF slides of ${countOf(course.lectures.length, 'lecture')}, decks already built`,
    rival: 'Marp CLI',
    ours: () => promisify(execFile)(process.execPath, args, { cwd: toolkitRoot, maxBuffer: 64e6 }),
    theirs: () => runMarp(folderOf('marp'), folderOf('theirs'), found),
  }
}
