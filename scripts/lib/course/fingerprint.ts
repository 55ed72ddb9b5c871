import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { toolkitRoot } from '../toolkit.ts'

const COURSE_PARTS = ['slides.md', 'slides', 'components', 'public', 'setup', 'layouts', 'styles', 'global-top.vue', 'global-bottom.vue', 'slide-top.vue', 'slide-bottom.vue', 'uno.config.ts']
const TOOLKIT_PARTS = ['components', 'layouts', 'pages', 'scripts/lib', 'setup', 'slide-top.vue', 'styles', 'package-lock.json']

/**
 * A hash of everything that a course's outputs are made from: its own files and those of the toolkit, by name, size and time of change.
 * @param extra what else the output depends on, such as options
 */
export async function courseFingerprint(root: string, extra: unknown): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(extra))
  for (const [base, parts] of [[root, COURSE_PARTS], [toolkitRoot, TOOLKIT_PARTS]] as const) {
    for (const part of parts) {
      for (const file of await filesBelow(path.join(base, part))) {
        const { size, mtimeMs } = await fs.stat(file)
        hash.update(`${path.relative(base, file)}\0${size}\0${mtimeMs}\n`)
      }
    }
  }
  return hash.digest('hex')
}

async function filesBelow(file: string): Promise<string[]> {
  if (!existsSync(file))
    return []
  if ((await fs.stat(file)).isFile())
    return [file]
  const entries = await fs.readdir(file, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath ?? entry.path, entry.name)).sort()
}
