import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'

/**
 * Absolute paths of all files in a folder and the folders below it, sorted.
 * @returns the path itself where it is a file, nothing where there is none
 */
export async function filesBelow(folder: string): Promise<string[]> {
  if (!existsSync(folder))
    return []
  if ((await fs.stat(folder)).isFile())
    return [folder]
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name)).sort()
}

/** A path with forward slashes, as addresses, Vite and files for all systems write it. */
export function withSlashes(file: string): string {
  return file.replaceAll('\\', '/')
}
