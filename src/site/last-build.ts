import type { Problem } from '../core/errors.ts'
import type { Manifest } from './manifest.ts'
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { replaceFile, whereWritable } from '../core/output.ts'
import { MANIFEST } from './manifest.ts'

/** What is remembered of the last build into a folder. */
interface LastBuild {
  fingerprint: string
  /** Pages of `slides.pdf` by lecture slug. */
  pages: [string, number][]
  warnings: Problem[]
}

/**
 * The last build into a folder with its manifest, where it was made from the same things and is still whole.
 * @param fingerprint of everything that the build is made from
 */
export async function unchangedBuild(
  root: string,
  out: string,
  fingerprint: string,
): Promise<LastBuild & { manifest: Manifest } | undefined> {
  try {
    const last = JSON.parse(await fs.readFile(recordFile(root, out), 'utf8')) as LastBuild
    if (last.fingerprint !== fingerprint)
      return
    const manifest = JSON.parse(await fs.readFile(path.join(out, MANIFEST), 'utf8')) as Manifest
    const isWhole = await Promise.all(manifest.files.map(async (file) => {
      const { size } = await fs.stat(path.join(out, file.path))
      return size === file.bytes
    }))
    return isWhole.every(Boolean) ? { ...last, manifest } : undefined
  }
  catch {
    // No record, or files that are gone: it is built.
    return undefined
  }
}

export async function rememberBuild(root: string, out: string, build: LastBuild): Promise<void> {
  await whereWritable(() => replaceFile(recordFile(root, out), JSON.stringify(build)))
}

function recordFile(root: string, out: string): string {
  return path.join(root, '.docent', 'builds', `${createHash('sha256').update(out).digest('hex').slice(0, 16)}.json`)
}
