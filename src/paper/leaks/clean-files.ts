import type { Course } from '../../course/course.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { hashValue } from '../../core/inputs.ts'
import { replaceFile } from '../../core/output.ts'
import { whereWritable } from '../../core/unwritable.ts'
import { printersDigest } from '../print-cache.ts'
import { readSecrets } from './source-leaks.ts'

/** A file of a site with what is in it. */
interface HashedFile {
  /** Path below the site, with slashes. */
  path: string
  sha256: string
}

/** Files in which a former build has found nothing secret. */
interface CleanFiles {
  /** Whether a file of this path was the same then, and so were the secrets, and whatever looks for them. */
  has: (path: string) => boolean
  /** Keeps that nothing secret is in any of the files. */
  keep: () => Promise<void>
}

/**
 * What is known of the files of a site from the last build of its course: a course of a hundred lectures of which one
 * has changed is not looked through again. Kept in `.docent/cache/`.
 */
export async function openCleanFiles(course: Course, files: readonly HashedFile[]): Promise<CleanFiles> {
  const record = path.join(course.root, '.docent', 'cache', 'clean.json')
  const { secrets } = await readSecrets(course)
  const wanted = secrets.map(({ kind, words, context }) => [kind, words, context && [...context]])
  const key = hashValue([wanted, await printersDigest()])
  const marks = new Map(files.map(({ path, sha256 }) => [path, hashValue([path, sha256])]))
  const known = await keptMarks(record, key)
  return {
    has: path => known.has(marks.get(path) ?? ''),
    keep: () => whereWritable(() => replaceFile(record, JSON.stringify({ key, clean: [...marks.values()] }))),
  }
}

/** What was kept for the same secrets; nothing where there is none, or where somebody has tidied up. */
async function keptMarks(record: string, key: string): Promise<Set<string>> {
  try {
    const kept = JSON.parse(await fs.readFile(record, 'utf8')) as { key: string, clean: string[] }
    return new Set(kept.key === key ? kept.clean : [])
  }
  catch {
    return new Set()
  }
}
