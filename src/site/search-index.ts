import type { SlideView } from '../shared/page-model.ts'
import type { LectureWithPage } from './page-data.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { createIndex } from 'pagefind'
import { textOfHtml } from '../shared/html-text.ts'
import { withSpaces } from '../shared/search-words.ts'
import { searchWords } from './search-words.ts'

/** Folder of the search index below the site. */
const SEARCH_FOLDER = 'pagefind'

/** What shows results where a site has no search box of its own. */
const ANOTHER_BOX = /^pagefind-(?:[\w-]*ui|highlight)\./

// A slide's record is small; several in one file make fewer requests and fewer files.
const SLIDES_IN_FILE = 6
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
  const slides = lectures.flatMap(({ lecture: { slug, number, title: name }, page, words }) =>
    page.slides.flatMap((slide, i) => isFound(slide)
      ? [{
          url: `/${slug}/index.html#${slide.id}`,
          title: slide.title,
          lecture: `${number}. ${name}`,
          content: contentOf(slide, words[i]),
        }]
      : []))
  const { index, errors } = await createIndex({
    keepIndexUrl: true,
    maxFragments: Math.min(MAX_FILES, Math.ceil(slides.length / SLIDES_IN_FILE)),
    writePlayground: false,
    forceLanguage: primary,
  })
  if (!index)
    throw new Error(`The search index cannot be made: ${errors.join('; ')}`)
  try {
    await Promise.all(slides.map(({ url, title, lecture, content }) =>
      index.addCustomRecord({ url, language: primary, content: withSpaces(content), meta: { title, lecture } })))
    const outputPath = path.join(folder, SEARCH_FOLDER)
    await index.writeFiles({ outputPath })
    const known = searchWords(lectures.map(({ lecture: { slug, number, title } }) => ({ slug, number, title })), slides)
    await fs.writeFile(path.join(outputPath, 'words.json'), JSON.stringify(known))
    for (const file of await fs.readdir(outputPath)) {
      if (ANOTHER_BOX.test(file))
        await fs.rm(path.join(outputPath, file))
    }
  }
  finally {
    await index.deleteIndex()
  }
}

/** A cover that only repeats the head of its lecture's page is found as the lecture. */
function isFound({ frozen, notes, questions, transcript }: SlideView): boolean {
  return frozen !== undefined || notes !== '' || questions.length > 0 || transcript.length > 0
}

/** All words of a slide, of what is told of it, and of what was said. */
function contentOf({ title, notes, questions, transcript }: SlideView, words = ''): string {
  return [
    title,
    words,
    textOfHtml(notes),
    ...questions.flatMap(({ question, choices, answer }) =>
      [question, ...choices.map(({ html }) => html), answer].map(textOfHtml)),
    ...transcript.flatMap(({ lines }) => lines.map(({ text }) => text)),
  ].filter(Boolean).join(' \n')
}
