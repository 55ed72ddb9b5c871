import type { Lecture } from '../course/course.ts'
import type { SiteFile } from './site-files.ts'

export const MANIFEST = 'course.json'
export const MANIFEST_SCHEMA = 'course.schema.json'

/**
 * `dist/course.json`: what a build has made, for programs; `course.schema.json` beside it says the same as a JSON
 * schema.
 */
export interface Manifest {
  $schema: string
  title: string
  lectures: {
    slug: string
    title: string
    slides: { id: string, number: number, title: string, words: number, clicks: number }[]
  }[]
  files: SiteFile[]
}

/**
 * Describes a built site.
 * @param title of the course
 * @param printed lectures in order, with the clicks of their slides
 * @param files all files but the manifest itself
 */
export function createManifest(
  title: string,
  printed: readonly { lecture: Lecture, clicks: readonly number[] }[],
  files: SiteFile[],
): Manifest {
  return {
    $schema: `./${MANIFEST_SCHEMA}`,
    title,
    lectures: printed.map(({ lecture: { slug, title, slides }, clicks }) => ({
      slug,
      title,
      slides: slides.map(({ id, number, title, words }, i) => ({ id, number, title, words, clicks: clicks[i] ?? 0 })),
    })),
    files,
  }
}
