/**
 * What this package throws where a file is at fault: it is not a PDF, it is damaged, or it has no tags.
 * `message` is one sentence for people; `cause` is the error of the library below, where there was one.
 */
export class PdfError extends Error {
  override readonly name = 'PdfError'
}
