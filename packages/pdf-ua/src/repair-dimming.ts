import type { PDFContext, PDFDict, PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import type { Paint } from './picture-pattern.ts'
import { PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { findDict, readNumber, readNumbers } from './dictionaries.ts'
import { pictured } from './picture-pattern.ts'
import { shadingPaint } from './shading-paint.ts'
import { readStream } from './streams.ts'

/** All that such a pattern draws: what it is filled with, behind a state of which the mask is known. */
const FILL = String.raw`/Pattern CS\s*/Pattern cs\s*/(\w+) SCN\s*/\w+ scn\n[-\d. ]+re\nf\*?\s*$`
const MASKED = new RegExp(String.raw`^\s*/(\w+) gs\s+${FILL}`)
const MASK = new RegExp(String.raw`^\s*${FILL}`)

/**
 * Draws gradients behind which something is seen as pictures that let it through. Chromium writes a pattern whose mask
 * is a second gradient, such as for what dims a picture behind a cover; Firefox knows no masks in patterns, and covers
 * the picture whole.
 */
export function repairDimming({ context }: PDFDocument): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream && readNumber(object.dict, 'PatternType') === 1)
      repairPattern(context, ref, object)
  }
}

function repairPattern(context: PDFContext, ref: PDFRef, pattern: PDFRawStream): void {
  const [, state, color] = MASKED.exec(textOf(pattern)) ?? []
  const resources = findDict(pattern.dict, 'Resources')
  const mask = state ? findDict(findDict(findDict(resources, 'ExtGState'), state), 'SMask') : undefined
  const [left, bottom, right, top] = readNumbers(pattern.dict, 'BBox') ?? []
  if (!mask || mask.get(PDFName.of('S')) !== PDFName.of('Luminosity') || top === undefined)
    return
  const paint = paintOf(resources, color)
  const brightness = maskPaint(mask.lookup(PDFName.of('G')))
  if (!paint || !brightness)
    return
  const cover = (x: number, y: number) => {
    const [red = 0, green = red, blue = red] = brightness(x, y)
    return 0.3 * red + 0.59 * green + 0.11 * blue
  }
  const area = { left: left!, bottom: bottom!, right: right!, top }
  context.assign(ref, pictured(context, { paint, cover, area, matrix: readNumbers(pattern.dict, 'Matrix') }))
}

function maskPaint(form: unknown): Paint | undefined {
  if (!(form instanceof PDFRawStream) || form.dict.has(PDFName.of('Matrix')))
    return
  const [, color] = MASK.exec(textOf(form)) ?? []
  return paintOf(findDict(form.dict, 'Resources'), color)
}

/** What a pattern of this name fills with, if it is a gradient. */
function paintOf(resources: PDFDict | undefined, name: string | undefined): Paint | undefined {
  const pattern = name ? findDict(findDict(resources, 'Pattern'), name) : undefined
  return pattern && shadingPaint(pattern)
}

function textOf(stream: PDFRawStream): string {
  return new TextDecoder('latin1').decode(readStream(stream))
}
