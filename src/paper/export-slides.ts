import type { Progress } from '../core/progress.ts'
import type { NoteReader } from '../shared/readers.ts'
import type { WrittenFiles } from './print-files.ts'
import { loadCourse } from '../check/load-course.ts'
import { selectLectures } from '../course/select.ts'
import { slideNumbers } from './deck/choose-pages.ts'
import { printFiles, writeFiles } from './print-files.ts'
import { withServedDecks } from './served-decks.ts'

interface ExportSlidesOptions {
  /** Folder of the course. */
  root: string
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
  /** Path of a browser executable; else one is found. */
  executablePath?: string
  progress: Progress
}

/**
 * Prints the slides of lectures into `<out>/<slug>.pdf`; the name also says what is special: `-dark`, `-clicks`,
 * `-notes`, the range.
 * @throws UserError before anything is written when a lecture does not print
 */
export async function exportSlides(options: ExportSlidesOptions): Promise<WrittenFiles> {
  const { root, slugs, out, dark, withClicks, notes, range, executablePath, progress } = options
  const since = Date.now()
  const course = await loadCourse(root)
  const lectures = selectLectures(course, slugs)
  const numbersOf = slideNumbers(lectures, range)
  const serving = { audience: 'public', since, executablePath, progress } as const
  return withServedDecks(course, serving, async ({ browser, origin }) => {
    progress.step('Printing slides of lectures')
    const { files, warnings } = await printFiles(browser, {
      course: { ...course, lectures },
      origin,
      dark,
      slides: { withClicks, notes, range: numbersOf },
      name: slug => `${slug}${suffix(options)}.pdf`,
      progress,
    })
    return { files: await writeFiles(out, files), warnings }
  })
}

function suffix({ dark, withClicks, notes, range }: ExportSlidesOptions): string {
  return [
    dark && '-dark',
    withClicks && '-clicks',
    notes && '-notes',
    range && `-${range.replace(/\s/g, '').replaceAll(',', '_')}`,
  ].filter(Boolean).join('')
}
