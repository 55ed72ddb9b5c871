import { Buffer } from 'node:buffer'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { checkPdf } from '../../packages/pdf-ua/src/check.ts'
import { PdfError } from '../../packages/pdf-ua/src/errors.ts'
import { grayPdf } from '../../packages/pdf-ua/src/gray.ts'
import { readPdf } from '../../packages/pdf-ua/src/read.ts'
import { repairPdf } from '../../packages/pdf-ua/src/repair.ts'

const calls: Record<string, (bytes: Uint8Array) => Promise<unknown>> = {
  checkPdf,
  grayPdf,
  readPdf,
  repairPdf: bytes => repairPdf(bytes, { title: 'A test' }),
}

/** A page whose content says that it is compressed, and is not. */
async function damagedPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const page = document.addPage()
  const stream = document.context.stream('not compressed', { Filter: 'FlateDecode' })
  page.node.set(PDFName.of('Contents'), document.context.register(stream))
  return document.save({ useObjectStreams: false })
}

describe('a file that is at fault', () => {
  it.each(Object.keys(calls))('is named by %s where it is not a PDF', async (name) => {
    await expect(calls[name]!(Buffer.from('<!doctype html>'))).rejects.toThrow(PdfError)
    await expect(calls[name]!(new Uint8Array())).rejects.toThrow(/^The file cannot be read as a PDF: /)
  })

  it.each(Object.keys(calls))('is named by %s where it is damaged', async (name) => {
    await expect(calls[name]!(await damagedPdf())).rejects.toThrow(/^A stream of the PDF is damaged: /)
  })
})
