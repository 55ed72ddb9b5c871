import type { Problem } from '../core/errors.ts'
import type { Inputs } from '../core/inputs.ts'
import type { Manifest } from './manifest.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { hashFile, hashValue, sameInputs } from '../core/inputs.ts'
import { replaceFile } from '../core/output.ts'
import { whereWritable } from '../core/unwritable.ts'
import { MANIFEST } from './manifest.ts'

/** What is remembered of the last build into a folder. */
interface LastBuild {
  /** What it was made from. */
  inputs: Inputs
  /** A hash of the manifest that it has written. */
  manifest: string
  /** Pages of `slides.pdf` by lecture slug. */
  pages: [string, number][]
  warnings: Problem[]
}

/**
 * The last build into a folder with its manifest, where it was made from the same things and is still whole.
 * @param values what the build depends on besides files, such as options
 */
export async function unchangedBuild(
  root: string,
  out: string,
  values: unknown,
): Promise<Omit<LastBuild, 'manifest'> & { manifest: Manifest } | undefined> {
  try {
    const last = JSON.parse(await fs.readFile(recordFile(root, out), 'utf8')) as LastBuild
    const file = path.join(out, MANIFEST)
    // What stands there now may have been built later, and not been remembered.
    if (!sameInputs(last.inputs, values) || hashFile(file) !== last.manifest)
      return
    const manifest = JSON.parse(await fs.readFile(file, 'utf8')) as Manifest
    const isWhole = manifest.files.every(file => hashFile(path.join(out, file.path)) === file.sha256)
    return isWhole ? { ...last, manifest } : undefined
  }
  catch {
    // No record, or files that are gone: it is built.
    return undefined
  }
}

export async function rememberBuild(root: string, out: string, build: Omit<LastBuild, 'manifest'>): Promise<void> {
  const last: LastBuild = { ...build, manifest: hashFile(path.join(out, MANIFEST)) }
  await whereWritable(() => replaceFile(recordFile(root, out), JSON.stringify(last)))
}

function recordFile(root: string, out: string): string {
  return path.join(root, '.docent', 'builds', `${hashValue(out).slice(0, 16)}.json`)
}
