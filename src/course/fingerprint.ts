import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { filesBelow } from '../core/files.ts'
import { toolkitRoot } from '../core/toolkit.ts'

/** What a course has beside its lectures. */
const LOOK_PARTS = [
  'components',
  'public',
  'setup',
  'layouts',
  'styles',
  'global-top.vue',
  'global-bottom.vue',
  'slide-top.vue',
  'slide-bottom.vue',
  'uno.config.ts',
]

const TOOLKIT_PARTS = [
  'components',
  'layouts',
  'packages',
  'pages',
  'scripts',
  'setup',
  'slide-top.vue',
  'src',
  'styles',
  'package-lock.json',
]

/**
 * A hash of everything that a course's outputs are made from: its own files and those of the toolkit,
 * by name, size and time of change.
 * @param extra what else the output depends on, such as options
 */
export async function courseFingerprint(root: string, extra: unknown): Promise<string> {
  const own = await filesOf(root, ['slides.md', 'slides', ...LOOK_PARTS])
  return hashFiles(extra, [...own, ...await filesOf(toolkitRoot, TOOLKIT_PARTS)])
}

/** A hash of what all lectures of a course share: everything but their Markdown. */
export async function sharedFingerprint(root: string): Promise<string> {
  const beside = (await filesOf(root, ['slides'])).filter(file => !file.endsWith('.md'))
  const look = await filesOf(root, LOOK_PARTS)
  return hashFiles(undefined, [...beside, ...look, ...await filesOf(toolkitRoot, TOOLKIT_PARTS)])
}

async function hashFiles(extra: unknown, files: readonly string[]): Promise<string> {
  const facts = await Promise.all(files.map(async (file) => {
    const { size, mtimeMs } = await fs.stat(file)
    return [file, size, mtimeMs]
  }))
  return createHash('sha256').update(JSON.stringify([extra, facts])).digest('hex')
}

async function filesOf(base: string, parts: readonly string[]): Promise<string[]> {
  return (await Promise.all(parts.map(part => filesBelow(path.join(base, part))))).flat()
}
