import { accessSync, constants, mkdirSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { toolkitRoot } from './toolkit.ts'

/**
 * A folder for what is made once for all courses and may be deleted at any time.
 * @param name of the folder
 * @param root folder of the course, which keeps it where the toolkit's own folder is only for reading
 */
export function toolkitCache(name: string, root: string): string {
  const folder = path.join(toolkitRoot, 'node_modules/.cache/docent', name)
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return folder
  }
  catch {
    return path.join(root, '.docent/cache', name)
  }
}

/** In milliseconds: what is swept while it is still of use is made again. */
const MONTH = 30 * 24 * 60 * 60 * 1000

/** Removes what a folder has kept for a month. */
export async function sweepKept(folder: string): Promise<void> {
  const names = await fs.readdir(folder).catch(() => [])
  await Promise.all(names.map(async (name) => {
    const kept = path.join(folder, name)
    const { mtimeMs } = await fs.stat(kept).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
    if (Date.now() - mtimeMs > MONTH)
      await fs.rm(kept, { recursive: true, force: true })
  }))
}
