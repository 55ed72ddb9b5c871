import type { Lecture } from '../../course/course.ts'
import { UserError } from '../../core/errors.ts'

/**
 * Proves that a printed lecture has the pages it must have, with text on each.
 * @param texts what each page of the file draws
 * @throws UserError that names the lecture and the page
 */
export function checkPages(texts: readonly string[], { lecture, expected }: { lecture: Lecture, expected: number }): void {
  const where = { file: lecture.file }
  if (texts.length !== expected)
    throw new UserError(`The PDF of "${lecture.title}" has ${texts.length} pages, not ${expected}.`, 'A slide runs over its page or did not print: look at it with npm start.', where)
  const blank = texts.findIndex(text => !text.trim())
  if (blank >= 0)
    throw new UserError(`Page ${blank + 1} of the PDF of "${lecture.title}" has no text.`, 'Give that slide a title, or look at it with npm start.', where)
}
