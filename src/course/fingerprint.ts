import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { filesBelow } from '../core/files.ts'
import { toolkitRoot } from '../core/toolkit.ts'

const LOOK_PARTS = ['components', 'public', 'setup', 'layouts', 'styles', 'global-top.vue', 'global-bottom.vue', 'slide-top.vue', 'slide-bottom.vue', 'uno.config.ts']
const TOOLKIT_PARTS = ['components', 'layouts', 'pages', 'scripts', 'setup', 'slide-top.vue', 'src', 'packages', 'styles', 'package-lock.json']

/**
 * A hash of everything that a course's outputs are made from: its own files and those of the toolkit, by name, size and time of change.
 * @param extra what else the output depends on, such as options
 */
export async function courseFingerprint(root: string, extra: unknown): Promise<string> {
  return hashFiles(extra, [...await filesOf(root, ['slides.md', 'slides', ...LOOK_PARTS]), ...await filesOf(toolkitRoot, TOOLKIT_PARTS)])
}

/** A hash of what all lectures of a course share: everything but their Markdown. */
export async function sharedFingerprint(root: string): Promise<string> {
  const beside = (await filesOf(root, ['slides'])).filter(file => !file.endsWith('.md'))
  return hashFiles(undefined, [...beside, ...await filesOf(root, LOOK_PARTS), ...await filesOf(toolkitRoot, TOOLKIT_PARTS)])
}

async function hashFiles(extra: unknown, files: readonly string[]): Promise<string> {
  const stats = await Promise.all(files.map(file => fs.stat(file)))
  return createHash('sha256').update(JSON.stringify([extra, files.map((file, i) => [file, stats[i]!.size, stats[i]!.mtimeMs])])).digest('hex')
}

async function filesOf(base: string, parts: readonly string[]): Promise<string[]> {
  return (await Promise.all(parts.map(part => filesBelow(path.join(base, part))))).flat()
}
