import type { Lecture } from '../course/course.ts'
import { UserError } from '../errors.ts'
import { readPdf } from '../pdf/read.ts'

/**
 * Proves that a printed lecture has the pages it must have, with text on each.
 * @throws UserError that names the lecture and the page
 */
export async function checkPages(pdf: Uint8Array, { lecture, expected }: { lecture: Lecture, expected: number }): Promise<void> {
  const { pages } = await readPdf(pdf)
  const where = { file: lecture.file }
  if (pages.length !== expected)
    throw new UserError(`The PDF of "${lecture.title}" has ${pages.length} pages, not ${expected}.`, 'A slide runs over its page or did not print: look at it with npm start.', where)
  const blank = pages.findIndex(page => !page.text.trim())
  if (blank >= 0)
    throw new UserError(`Page ${blank + 1} of the PDF of "${lecture.title}" has no text.`, 'Give that slide a title, or look at it with npm start.', where)
}
