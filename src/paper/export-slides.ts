import type { Problem } from '../core/errors.ts'
import type { Progress } from '../core/progress.ts'
import type { Lecture } from '../course/course.ts'
import type { NoteReader } from '../shared/readers.ts'
import path from 'node:path'
import { findBrowser } from '../browser/find.ts'
import { lazyBrowser } from '../browser/launch.ts'
import { serveFolder } from '../browser/serve.ts'
import { loadCourse } from '../check/load-course.ts'
import { replaceFile } from '../core/output.ts'
import { selectLectures } from '../course/select.ts'
import { cachedDecks } from '../slidev/cached-decks.ts'
import { parseRange } from './deck/choose-pages.ts'
import { printLectures } from './print-lectures.ts'

export interface ExportSlides {
  /** Folder of the course. */
  course: string
  /** Lectures to print; all of them where there is none. */
  slugs: readonly string[]
  /** Folder for the files. */
  out: string
  dark: boolean
  withClicks: boolean
  /** Whose speaker notes ride along, as notes on the pages; none without it. */
  notes?: NoteReader
  /** Slides to print, e.g. `2-5,8`. */
  range?: string
  browser?: string
  progress: Progress
}

export interface ExportedFile {
  file: string
  pages: number
  bytes: number
}

/**
 * Prints the slides of lectures into `<out>/<slug>.pdf`; the name also says what is special: `-dark`, `-clicks`, the range.
 * @throws UserError before anything is written when a lecture does not print
 */
export async function exportSlides({ course: root, slugs, out, dark, withClicks, notes, range, browser: explicit, progress }: ExportSlides): Promise<{ files: ExportedFile[], warnings: Problem[] }> {
  const course = await loadCourse(root)
  const lectures = selectLectures(course, slugs)
  const numbers = range === undefined ? undefined : new Map(lectures.map(lecture => [lecture, parseRange(range, lecture.slides.length, `"${lecture.title}"`)]))
  const browser = lazyBrowser(findBrowser(explicit))
  try {
    // It starts while the decks are looked up; whoever prints sees the error, if there is one.
    browser.get().catch(() => undefined)
    const server = await serveFolder(await cachedDecks(course, { audience: 'public', browser, progress }))
    try {
      progress.step('Printing slides of lectures')
      let done = 0
      const pdfs = new Map<Lecture, Uint8Array>()
      const printed = await printLectures(browser, {
        course: { ...course, lectures },
        origin: server.origin,
        dark,
        slides: { withClicks, notes, ...numbers && { range: lecture => numbers.get(lecture)! } },
        write: async (lecture, _, pdf) => pdfs.set(lecture, pdf),
        onDone: () => progress.count(++done, lectures.length),
      })
      const suffix = `${dark ? '-dark' : ''}${withClicks ? '-clicks' : ''}${notes ? '-notes' : ''}${range ? `-${range.replace(/\s/g, '').replaceAll(',', '_')}` : ''}`
      const files = await Promise.all(printed.map(async ({ lecture, pages }) => {
        const file = path.resolve(out, `${lecture.slug}${suffix}.pdf`)
        const pdf = pdfs.get(lecture)!
        await replaceFile(file, pdf)
        return { file, pages: pages['slides.pdf']!, bytes: pdf.length }
      }))
      return { files, warnings: printed.flatMap(({ warnings }) => warnings) }
    }
    finally {
      await server.close()
    }
  }
  finally {
    await browser.close()
    progress.done()
  }
}
