import type { Zippable } from 'fflate'
import fs from 'node:fs/promises'
import path from 'node:path'
import { zipSync } from 'fflate'
import { filesBelow, withSlashes } from '../core/files.ts'
import { replaceFile } from '../core/output.ts'

/** Files that are small already. */
const PACKED = /\.(?:webp|png|jpe?g|gif|pdf|woff2?|webm|mp4|mp3|zip|pagefind|pf_\w+)$/i

/**
 * Puts a site into one file, to be handed to a learning platform or a student. Equal sites give equal files.
 * @param folder the site
 * @param file path of the zip file, which is replaced
 * @returns its size in bytes
 */
export async function zipSite(folder: string, file: string): Promise<number> {
  const content: Zippable = {}
  for (const entry of await filesBelow(folder)) {
    if (entry === path.resolve(file))
      continue
    const name = withSlashes(path.relative(folder, entry))
    content[name] = [await fs.readFile(entry), { level: PACKED.test(name) ? 0 : 6, mtime: new Date(1980, 0, 1) }]
  }
  // The other way takes a thread for each file.
  const bytes = zipSync(content)
  await replaceFile(file, bytes)
  return bytes.length
}
