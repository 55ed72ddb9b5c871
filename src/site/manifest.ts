import type { Course } from '../course/course.ts'
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { filesBelow, withSlashes } from '../core/files.ts'

export const MANIFEST = 'course.json'
export const MANIFEST_SCHEMA = 'course.schema.json'

/** `dist/course.json`: what a build has made, for programs; `course.schema.json` beside it says the same as a JSON schema. */
export interface Manifest {
  $schema: string
  title: string
  lectures: {
    slug: string
    title: string
    slides: { id: string, number: number, title: string, words: number, clicks: number }[]
  }[]
  files: { path: string, bytes: number, sha256: string }[]
}

/**
 * Describes a built site.
 * @param clicks clicks of each slide by lecture slug
 * @param folder the site, whose files are listed in the order of their paths
 */
export async function createManifest(course: Course, clicks: ReadonlyMap<string, readonly number[]>, folder: string): Promise<Manifest> {
  return {
    $schema: `./${MANIFEST_SCHEMA}`,
    title: course.title,
    lectures: course.lectures.map(({ slug, title, slides }) => ({
      slug,
      title,
      slides: slides.map(({ id, number, title, words }) => ({ id, number, title, words, clicks: clicks.get(slug)?.[number - 1] ?? 0 })),
    })),
    files: await listFiles(folder),
  }
}

async function listFiles(folder: string): Promise<Manifest['files']> {
  const paths = (await filesBelow(folder)).map(file => withSlashes(path.relative(folder, file)))
  const files: Manifest['files'] = []
  for (const file of paths.filter(file => file !== MANIFEST).sort()) {
    const content = await fs.readFile(path.join(folder, file))
    files.push({ path: file, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') })
  }
  return files
}
