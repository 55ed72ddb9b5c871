import type { Course } from '../course/course.ts'
import type { LecturePage } from '../shared/page-model.ts'
import type { LectureOutputs } from './page-data.ts'
import path from 'node:path'
import { createIndex } from 'pagefind'

/** Folder of the search index below the site. */
export const SEARCH_FOLDER = 'pagefind'

// A slide's record is small; many in one file make fewer requests and fewer files.
const MAX_FILES = 200

/**
 * Writes the search index of the site: a record for each slide, of what it shows, its notes, questions and transcript.
 * @param folder the site
 */
export async function writeSearchIndex(course: Course, pages: readonly LecturePage[], outputs: LectureOutputs, folder: string): Promise<void> {
  const { index, errors } = await createIndex({ keepIndexUrl: true, maxFragments: MAX_FILES, writePlayground: false, forceLanguage: course.language.split('-')[0] })
  if (!index)
    throw new Error(`The search index cannot be made: ${errors.join('; ')}`)
  try {
    for (const page of pages) {
      const { slug, title, number } = page.lecture
      const words = outputs.get(slug)?.words ?? []
      await Promise.all(page.slides.map(slide => index.addCustomRecord({
        url: `/${slug}/index.html#${slide.id}`,
        language: course.language.split('-')[0]!,
        content: [
          slide.title,
          words[slide.number - 1] ?? '',
          textOf(slide.notes),
          ...slide.questions.flatMap(({ question, choices, answer }) => [question, ...choices.map(({ html }) => html), answer].map(textOf)),
          ...slide.transcript.flatMap(({ lines }) => lines.map(({ text }) => text)),
        ].filter(Boolean).join(' \n'),
        meta: { title: slide.title, lecture: `${number}. ${title}` },
      })))
    }
    await index.writeFiles({ outputPath: path.join(folder, SEARCH_FOLDER) })
  }
  finally {
    await index.deleteIndex()
  }
}

/** The words of HTML that the build itself has made. */
function textOf(html: string): string {
  return html.replace(/<annotation[\s\S]*?<\/annotation>/g, '').replace(/<[^>]*>/g, ' ').replace(/&#x([\dA-F]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))).replace(/\s+/g, ' ').trim()
}
