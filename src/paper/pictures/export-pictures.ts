import type { Problem } from '../../core/errors.ts'
import type { ExportOptions } from '../export-lectures.ts'
import type { PictureFormat } from './capture.ts'
import path from 'node:path'
import { UserError } from '../../core/errors.ts'
import { replaceFile } from '../../core/output.ts'
import { withExportedLectures } from '../export-lectures.ts'
import { printLectures } from '../print-lectures.ts'
import { isPictureFormat, pictureFormatNames } from './capture.ts'

interface ExportPicturesOptions extends ExportOptions {
  format: PictureFormat
  /** Pixels of a picture for each of the slide's. */
  scale: number
}

interface ExportedPictures {
  /** Pictures of each lecture, in the order of the course. */
  folders: { folder: string, pictures: number, bytes: number }[]
  warnings: Problem[]
}

/**
 * Writes a picture of each slide as `<out>/<slug>/03-what-runs.png`.
 * @throws UserError when a lecture cannot be shown; its folder is then left as it is
 */
export async function exportPictures(options: ExportPicturesOptions): Promise<ExportedPictures> {
  const { out, format, scale, dark, withClicks, progress } = options
  return withExportedLectures(options, async ({ course, browser, origin, numbersOf }) => {
    const { lectures } = course
    progress.step('Taking pictures of lectures')
    const written = new Map<string, number[]>(lectures.map(({ slug }) => [slug, []]))
    let done = 0
    const printed = await printLectures(browser, {
      course,
      origin,
      dark,
      pictures: { format, scale, withClicks, range: numbersOf },
      async write({ slug }, name, picture) {
        await replaceFile(path.resolve(out, slug, name), picture)
        written.get(slug)!.push(picture.length)
      },
      onDone: () => progress.count(++done, lectures.length),
    })
    return {
      folders: Array.from(written, ([slug, sizes]) => ({
        folder: path.resolve(out, slug),
        pictures: sizes.length,
        bytes: sizes.reduce((sum, size) => sum + size, 0),
      })),
      warnings: printed.flatMap(({ warnings }) => warnings),
    }
  })
}

/**
 * A format of pictures and its scale, as somebody asks for them.
 * @throws UserError where there is no such format, or the scale is no number from 0.25 to 8
 */
export function readPictureFlags(format: string, scale: string): { format: PictureFormat, scale: number } {
  if (!isPictureFormat(format))
    throw new UserError(`There is no format "${format}".`, `There are pdf, ${pictureFormatNames.join(', ')}.`)
  const number = Number(scale)
  if (!(number >= 0.25 && number <= 8)) {
    throw new UserError(
      `"${scale}" is no scale for pictures.`,
      'Write a number from 0.25 to 8: pixels of a picture for each of the slide\'s.',
    )
  }
  return { format, scale: number }
}
