import type { NoteReader } from '../shared/readers.ts'
import type { ExportOptions } from './export-lectures.ts'
import type { WrittenFiles } from './print-files.ts'
import { withExportedLectures } from './export-lectures.ts'
import { printFiles, writeFiles } from './print-files.ts'

interface ExportSlidesOptions extends ExportOptions {
  /** Whose speaker notes ride along, as notes on the pages; none without it. */
  notes?: NoteReader
}

/**
 * Prints the slides of lectures into `<out>/<slug>.pdf`; the name also says what is special: `-dark`, `-clicks`,
 * `-notes`, `-ink`, the range.
 * @throws UserError before anything is written when a lecture does not print
 */
export async function exportSlides(options: ExportSlidesOptions): Promise<WrittenFiles> {
  const { out, dark, withClicks, notes, progress } = options
  return withExportedLectures(options, async ({ course, whole, browser, origin, numbersOf, ink }) => {
    progress.step('Printing slides of lectures')
    const { files, warnings } = await printFiles(browser, {
      course,
      whole,
      origin,
      dark,
      slides: { withClicks, notes, ink, range: numbersOf },
      name: slug => `${slug}${suffix(options)}.pdf`,
      progress,
    })
    return { files: await writeFiles(out, files), warnings }
  })
}

function suffix({ dark, withClicks, notes, findInk, range }: ExportSlidesOptions): string {
  return [
    dark && '-dark',
    withClicks && '-clicks',
    notes && '-notes',
    findInk && '-ink',
    range && `-${range.replace(/\s/g, '').replaceAll(',', '_')}`,
  ].filter(Boolean).join('')
}
