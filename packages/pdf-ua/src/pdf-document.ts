import { PDFDocument } from '@cantoo/pdf-lib'
import { PdfError } from './errors.ts'

/**
 * Loads a PDF as it is; its date of change stays.
 * @throws PdfError when the bytes are not a PDF
 */
export async function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { parseSpeed: Number.POSITIVE_INFINITY, updateMetadata: false })
  }
  catch (cause) {
    throw new PdfError(`The file cannot be read as a PDF: ${(cause as Error).message}`, { cause })
  }
}

/** Writes a PDF, as small as may be; nothing is added to it. */
export async function savePdf(document: PDFDocument): Promise<Uint8Array> {
  return document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  })
}
