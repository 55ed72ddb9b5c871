import type { SlideView } from '../shared/page-model.ts'
import type { LectureWithPage } from './page-data.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { createIndex } from 'pagefind'

/** Folder of the search index below the site. */
const SEARCH_FOLDER = 'pagefind'

/** What shows results where a site has no search box of its own. */
const ANOTHER_BOX = /^pagefind-(?:[\w-]*ui|highlight)\./

// A slide's record is small; many in one file make fewer requests and fewer files.
const MAX_FILES = 200

/**
 * Writes the search index of the site: a record for each slide, of what it shows, its notes, questions and transcript.
 * @param language of the course, such as `en-GB`
 * @param folder the site
 */
export async function writeSearchIndex(
  language: string,
  lectures: readonly LectureWithPage[],
  folder: string,
): Promise<void> {
  const [primary = language] = language.split('-')
  const { index, errors } = await createIndex({
    keepIndexUrl: true,
    maxFragments: MAX_FILES,
    writePlayground: false,
    forceLanguage: primary,
  })
  if (!index)
    throw new Error(`The search index cannot be made: ${errors.join('; ')}`)
  try {
    for (const { lecture: { slug, title, number }, page, words } of lectures) {
      await Promise.all(page.slides.map((slide, i) => index.addCustomRecord({
        url: `/${slug}/index.html#${slide.id}`,
        language: primary,
        content: contentOf(slide, words[i]),
        meta: { title: slide.title, lecture: `${number}. ${title}` },
      })))
    }
    const outputPath = path.join(folder, SEARCH_FOLDER)
    await index.writeFiles({ outputPath })
    for (const file of await fs.readdir(outputPath)) {
      if (ANOTHER_BOX.test(file))
        await fs.rm(path.join(outputPath, file))
    }
  }
  finally {
    await index.deleteIndex()
  }
}

/** All words of a slide, of what is told of it, and of what was said. */
function contentOf({ title, notes, questions, transcript }: SlideView, words = ''): string {
  return [
    title,
    words,
    textOf(notes),
    ...questions.flatMap(({ question, choices, answer }) =>
      [question, ...choices.map(({ html }) => html), answer].map(textOf)),
    ...transcript.flatMap(({ lines }) => lines.map(({ text }) => text)),
  ].filter(Boolean).join(' \n')
}

/** The words of HTML that the build itself has made. */
function textOf(html: string): string {
  return html
    .replace(/<annotation[\s\S]*?<\/annotation>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x([\dA-F]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/\s+/g, ' ')
    .trim()
}
