import type { Lecture } from './course.ts'
import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What git and the disk have told: they are asked once for each lecture that is read. */
const changes = new WeakMap<Lecture, Promise<Date>>()
const commits = new WeakMap<Lecture, Promise<Date | undefined>>()

/**
 * When a lecture was changed last, as its sources tell, so that the same sources give the same outputs on any day:
 * the date that it states, SOURCE_DATE_EPOCH, its last commit, or the time of its file, whichever comes first.
 */
export async function lastChange(lecture: Lecture): Promise<Date> {
  const stated = statedDate(lecture)
  if (stated)
    return stated
  const change = changes.get(lecture) ?? changeOf(lecture)
  changes.set(lecture, change)
  return change
}

/**
 * When a lecture was published last, for readers who are told of news: as `lastChange`, but never by the time of a
 * file, which any copy of a course changes; undefined where neither the lecture nor git says it.
 */
export async function lastPublished(lecture: Lecture): Promise<Date | undefined> {
  return statedDate(lecture) ?? await lastCommit(lecture)
}

function filesOf({ file, slides }: Lecture): string[] {
  return [...new Set([file, ...slides.map(({ file }) => file)])]
}

function statedDate({ date }: Lecture): Date | undefined {
  const epoch = Number(process.env.SOURCE_DATE_EPOCH || Number.NaN)
  return date ?? (Number.isFinite(epoch) ? new Date(epoch * 1000) : undefined)
}

async function changeOf(lecture: Lecture): Promise<Date> {
  const files = filesOf(lecture)
  return (await isCommitted(files) ? await lastCommit(lecture) : undefined) ?? lastTime(files)
}

/** Whether files are in git as they stand. */
async function isCommitted(files: readonly string[]): Promise<boolean> {
  return await git(files, 'status', '--porcelain', '--ignored') === ''
}

function lastCommit(lecture: Lecture): Promise<Date | undefined> {
  const commit = commits.get(lecture) ?? git(filesOf(lecture), 'log', '-1', '--format=%ct')
    .then(time => time ? new Date(Number(time) * 1000) : undefined)
  commits.set(lecture, commit)
  return commit
}

/** What git says of files; nothing where it knows nothing of them. */
async function git(files: readonly string[], ...args: string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', [...args, '--', ...files], { cwd: path.dirname(files[0]!) })
    return stdout.trim()
  }
  catch {
    return undefined
  }
}

async function lastTime(files: readonly string[]): Promise<Date> {
  const times = await Promise.all(files.map(async file => (await fs.stat(file)).mtimeMs))
  return new Date(Math.max(...times))
}
