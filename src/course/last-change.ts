import type { Lecture } from './course.ts'
import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What git and the disk have told: they are asked once for each lecture that is read. */
const known = new WeakMap<Lecture, Promise<Date>>()

/**
 * When a lecture was changed last, as its sources tell, so that the same sources give the same outputs on any day:
 * the date that it states, SOURCE_DATE_EPOCH, its last commit, or the time of its file, whichever comes first.
 */
export async function lastChange(lecture: Lecture): Promise<Date> {
  if (lecture.date)
    return lecture.date
  const epoch = Number(process.env.SOURCE_DATE_EPOCH || Number.NaN)
  if (Number.isFinite(epoch))
    return new Date(epoch * 1000)
  const change = known.get(lecture) ?? changeOf(lecture)
  known.set(lecture, change)
  return change
}

async function changeOf({ file, slides }: Lecture): Promise<Date> {
  const files = [...new Set([file, ...slides.map(({ file }) => file)])]
  return await lastCommit(files) ?? lastTime(files)
}

/** Nothing where files are not in git as they stand. */
async function lastCommit(files: readonly string[]): Promise<Date | undefined> {
  const git = (...args: string[]) => run('git', [...args, '--', ...files], { cwd: path.dirname(files[0]!) })
  try {
    const changed = await git('status', '--porcelain', '--ignored')
    if (changed.stdout)
      return
    const { stdout } = await git('log', '-1', '--format=%ct')
    return stdout.trim() ? new Date(Number(stdout) * 1000) : undefined
  }
  catch {
    return undefined
  }
}

async function lastTime(files: readonly string[]): Promise<Date> {
  const times = await Promise.all(files.map(async file => (await fs.stat(file)).mtimeMs))
  return new Date(Math.max(...times))
}
