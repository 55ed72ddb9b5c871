import type { PDFContext, PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import type { Area, Paint } from './picture-pattern.ts'
import { PDFDict, PDFName } from '@cantoo/pdf-lib'
import { findDict, readNumber, readNumbers } from './dictionaries.ts'
import { readFunction } from './pdf-function.ts'
import { bytesOf, pictured, places } from './picture-pattern.ts'
import { makeStream } from './streams.ts'

/** Samples along a gradient: a hard edge between two colours stays one on paper. */
const SAMPLES = 1024
/** What nobody sees, of 1. */
const SAME = 0.004

/**
 * Draws gradients that are programs as what every reader can draw. Chromium writes one for each gradient with colours
 * that let something through, such as what dims a picture behind a cover; Firefox fills those with pink.
 */
export function repairShadings({ context }: PDFDocument): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const shading = object instanceof PDFDict ? findDict(object, 'Shading') : undefined
    if (object instanceof PDFDict && shading && readNumber(shading, 'ShadingType') === 1)
      repairShading(context, { ref, pattern: object, shading })
  }
}

interface FoundShading { ref: PDFRef, pattern: PDFDict, shading: PDFDict }

function repairShading(context: PDFContext, { ref, pattern, shading }: FoundShading): void {
  const paint = readFunction(shading.lookup(PDFName.of('Function')))
  if (!paint || shading.has(PDFName.of('Matrix')))
    return
  const [left = 0, right = 1, bottom = 0, top = 1] = readNumbers(shading, 'Domain') ?? []
  const area = { left, right, bottom, top }
  const simple = along(context, paint, area) ?? around(context, paint, area)
  if (!simple) {
    const matrix = readNumbers(pattern, 'Matrix')
    return context.assign(ref, pictured(context, { paint, area, matrix }))
  }
  for (const [key, value] of context.obj(simple).entries())
    shading.set(key, value)
}

/** A gradient along the x axis, if it is one. */
function along(context: PDFContext, paint: Paint, { left, right, bottom, top }: Area) {
  const isOne = places(left, right, 16).every(x => places(bottom, top, 5).every(y => same(paint(x, y), paint(x, top))))
  return isOne
    ? {
        ShadingType: 2,
        Coords: [left, 0, right, 0],
        Domain: [left, right],
        Extend: [true, true],
        Function: sampled(context, [left, right], x => paint(x, top)),
      }
    : undefined
}

/** A gradient around the origin, if it is one. */
function around(context: PDFContext, paint: Paint, { left, right, bottom, top }: Area) {
  const radius = Math.hypot(Math.max(-left, right), Math.max(-bottom, top))
  const isOne = places(left, right, 9).every(x => places(bottom, top, 9).every(y =>
    same(paint(x, y), paint(Math.hypot(x, y), 0))))
  return isOne
    ? {
        ShadingType: 3,
        Coords: [0, 0, 0, 0, 0, radius],
        Domain: [0, radius],
        Extend: [true, true],
        Function: sampled(context, [0, radius], r => paint(r, 0)),
      }
    : undefined
}

function sampled(context: PDFContext, [from, to]: readonly [number, number], colorAt: (at: number) => number[]) {
  const colors = places(from, to, SAMPLES).map(colorAt)
  const parts = colors[0]!.length
  return context.register(makeStream(context, bytesOf(colors), context.obj({
    FunctionType: 0,
    Domain: [from, to],
    Range: Array.from({ length: parts * 2 }, (_, i) => i % 2),
    Size: [SAMPLES],
    BitsPerSample: 8,
  })))
}

function same(one: readonly number[], other: readonly number[]): boolean {
  return one.every((part, i) => Math.abs(part - other[i]!) < SAME)
}
