import type { ReferencePages } from './reference-pages.ts'
import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { COMMANDS } from '../cli/commands.js'
import { toolkitRoot } from '../core/toolkit.ts'
import { readCourse } from '../course/read-course.ts'
import { readSentences } from './error-sentences.ts'
import { referencePages } from './reference-pages.ts'
import { writingPage } from './writing-page.ts'

const run = promisify(execFile)

/** The course whose slides the guide shows. */
export const guideCourse = path.join(toolkitRoot, 'docs/writing')

/** The pages of the guide that are made from the code and from real slides, by their paths below `docs/`. */
export async function guidePages(): Promise<ReferencePages> {
  // Its notes become a page of the guide, and their links lead to other pages there: no course has these.
  const [helps, layouts, sentences, { course }] = await Promise.all([
    commandHelps(),
    layoutComments(),
    readSentences(toolkitRoot, ['src', 'scripts']),
    readCourse(guideCourse),
  ])
  return { ...referencePages({ helps, layouts, sentences }), 'writing.md': writingPage(course) }
}

async function commandHelps(): Promise<Record<string, string>> {
  const env = { ...process.env, DOCENT_TYPED: 'npx docent', NO_COLOR: '1' }
  const helps: Record<string, string> = {}
  // The first one compiles them all where something has changed.
  for (const name of Object.keys(COMMANDS)) {
    const args = ['src/cli/run.js', `scripts/${name}.ts`, '--help']
    helps[name] = (await run(process.execPath, args, { env, cwd: toolkitRoot })).stdout
  }
  return helps
}

async function layoutComments(): Promise<Record<string, string>> {
  const folder = path.join(toolkitRoot, 'layouts')
  const files = (await fs.readdir(folder)).sort()
  const read = await Promise.all(files.map(async (file) => {
    const text = await fs.readFile(path.join(folder, file), 'utf8')
    const comment = /^<!--\n([\s\S]*?)-->/.exec(text)?.[1] ?? ''
    return [path.basename(file, '.vue'), comment.replace(/^ {2}/gm, '').trim()] as const
  }))
  return Object.fromEntries(read)
}
