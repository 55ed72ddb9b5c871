import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { filesBelow, withSlashes } from '../core/files.ts'

/** A file of a finished site. */
export interface SiteFile {
  /** Path below the site, with slashes. */
  path: string
  bytes: number
  sha256: string
}

/** All files of a site with what is in them, in the order of their paths. */
export async function readSiteFiles(folder: string): Promise<SiteFile[]> {
  const files: SiteFile[] = []
  for (const file of await filesBelow(folder))
    files.push(siteFile(withSlashes(path.relative(folder, file)), await fs.readFile(file)))
  return inPathOrder(files)
}

/** Writes one more file into a site. */
export async function addSiteFile(folder: string, file: string, content: string | Uint8Array): Promise<SiteFile> {
  await fs.writeFile(path.join(folder, file), content)
  return siteFile(file, content)
}

/** Files as the manifest lists them. */
export function inPathOrder(files: readonly SiteFile[]): SiteFile[] {
  return [...files].sort((a, b) => a.path < b.path ? -1 : 1)
}

function siteFile(path: string, content: string | Uint8Array): SiteFile {
  return {
    path,
    bytes: Buffer.byteLength(content),
    sha256: createHash('sha256').update(content).digest('hex'),
  }
}
