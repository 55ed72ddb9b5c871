import type { Buffer } from 'node:buffer'
import type { Change } from './changes.ts'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { filesBelow } from '../../src/core/files.ts'
import { toolkitRoot } from '../../src/core/toolkit.ts'
import { course } from './course.ts'

/** What became of a build after a change. */
export interface Proof {
  name: string
  /** Files that a build from nothing makes otherwise, or not at all, or that it alone makes. */
  wrong: string[]
  /** Files in which the change shows. */
  changed: number
  /** Milliseconds of the build after the change, and of the one from nothing. */
  times: { warm: number, cold: number }
}

export interface ProveOptions {
  /** Whether a build is compared after a change; one that is not is only made. */
  isWanted?: (change: Change) => boolean
  /** Folder for the course and what is built of it. */
  work: string
  /** Whether a copy of the toolkit builds it, which changes may change. */
  withToolkit: boolean
}

const VIDEO = 'tests/fixtures/courses/talks/public/kernel.webm'
const TOOLKIT = [
  ...['components', 'layouts', 'packages', 'pages', 'public', 'scripts', 'setup', 'src', 'styles'],
  ...['package.json', 'package-lock.json', 'slide-top.vue', 'tsconfig.json'],
]

/** Builds a course after each change as it stands and from nothing, and compares the sites byte for byte. */
export async function* proveCache(
  changes: readonly Change[],
  { work, withToolkit, isWanted = () => true }: ProveOptions,
): AsyncGenerator<Proof> {
  await writeCourse(work)
  const toolkit = withToolkit ? await copyToolkit(work) : toolkitRoot
  const root = path.join(work, 'course')
  const [warm, cold, kept] = ['warm', 'cold', 'kept'].map(name => path.join(work, name)) as [string, string, string]
  const flags: string[] = []
  const environment: Record<string, string> = {}
  const build = async (out: string) => {
    const begun = Date.now()
    const command = [path.join(toolkit, 'scripts/build.ts'), '--course', root, '--out', out, ...flags]
    const env = { ...process.env, ...environment }
    await promisify(execFile)(process.execPath, ['--import', 'tsx', ...command], { cwd: toolkit, env, maxBuffer: 64e6 })
    return Date.now() - begun
  }
  let isBuilt = false
  for (const change of changes) {
    if (!isWanted(change)) {
      for (const unseen of [change.before, change])
        await (unseen && apply(unseen, work))
      flags.push(...change.flags ?? [])
      Object.assign(environment, change.environment)
      isBuilt = false
      continue
    }
    if (!isBuilt)
      await build(warm)
    isBuilt = true
    if (change.before) {
      await apply(change.before, work)
      await build(warm)
    }
    const before = await contents(warm)
    await apply(change, work)
    flags.push(...change.flags ?? [])
    Object.assign(environment, change.environment)
    const warmTime = await build(warm)
    // What is kept of former builds is out of the way for one that has none.
    await fs.rename(path.join(root, '.docent'), kept)
    const coldTime = await build(cold)
    await fs.rm(path.join(root, '.docent'), { recursive: true })
    await fs.rename(kept, path.join(root, '.docent'))
    const [after, right] = [await contents(warm), await contents(cold)]
    yield {
      name: change.name,
      wrong: differing(after, right),
      changed: differing(before, right).length,
      times: { warm: warmTime, cold: coldTime },
    }
  }
}

async function writeCourse(work: string): Promise<void> {
  for (const [file, text] of Object.entries(course)) {
    await fs.mkdir(path.dirname(path.join(work, file)), { recursive: true })
    await fs.writeFile(path.join(work, file), text)
  }
  await fs.cp(path.join(toolkitRoot, VIDEO), path.join(work, 'course/public/talk.webm'))
}

async function copyToolkit(work: string): Promise<string> {
  const toolkit = path.join(work, 'toolkit')
  for (const name of TOOLKIT.filter(name => existsSync(path.join(toolkitRoot, name))))
    await fs.cp(path.join(toolkitRoot, name), path.join(toolkit, name), { recursive: true })
  await fs.symlink(path.join(toolkitRoot, 'node_modules'), path.join(toolkit, 'node_modules'))
  return toolkit
}

async function apply({ name, files = {}, stealthy }: Change, work: string): Promise<void> {
  for (const [file, [from, to]] of Object.entries(files)) {
    const target = path.join(work, file)
    if (to === undefined) {
      await fs.rm(target)
      continue
    }
    const text = from ? await fs.readFile(target, 'utf8') : ''
    if (!text.includes(from))
      throw new Error(`The change of ${name} finds no ${from} in ${file}.`)
    const times = stealthy && await fs.stat(target)
    await fs.writeFile(target, text.replace(from, to))
    if (times)
      await fs.utimes(target, times.atime, times.mtime)
  }
}

/** The files of a folder, by their path in it. */
async function contents(folder: string): Promise<Map<string, Buffer>> {
  const files = await filesBelow(folder)
  return new Map(await Promise.all(files.map(async file =>
    [path.relative(folder, file), await fs.readFile(file)] as const)))
}

function differing(one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): string[] {
  const names = [...new Set([...one.keys(), ...other.keys()])].sort()
  return names.filter((name) => {
    const [left, right] = [one.get(name), other.get(name)]
    return !left || !right || !left.equals(right)
  })
}
