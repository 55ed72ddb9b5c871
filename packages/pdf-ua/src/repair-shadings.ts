import type { PDFContext, PDFDocument, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { readCalculator } from './calculator.ts'
import { findDict } from './dictionaries.ts'
import { makeStream, readStream } from './streams.ts'

/** The colour of a place, as parts from 0 to 1. */
type Paint = (x: number, y: number) => number[]

/** Where a gradient is drawn, in its own coordinates. */
interface Area { left: number, right: number, bottom: number, top: number }

interface PicturedOptions { paint: Paint, area: Area, matrix: number[] }

/** Samples along a gradient: a hard edge between two colours stays one on paper. */
const SAMPLES = 1024
/** Pixels on a side of a picture of what runs neither along a line nor around a point. */
const GRID = 256
/** What nobody sees, of 1. */
const SAME = 0.004

/**
 * Draws gradients that are programs as what every reader can draw. Chromium writes one for each gradient with colours
 * that let something through, such as what dims a picture behind a cover; Firefox fills those with pink.
 */
export function repairShadings({ context }: PDFDocument): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const shading = object instanceof PDFDict ? findDict(object, 'Shading') : undefined
    if (object instanceof PDFDict && shading && numberOf(shading.get(PDFName.of('ShadingType'))) === 1)
      repairShading(context, { ref, pattern: object, shading })
  }
}

interface FoundShading { ref: PDFRef, pattern: PDFDict, shading: PDFDict }

function repairShading(context: PDFContext, { ref, pattern, shading }: FoundShading): void {
  const program = shading.lookup(PDFName.of('Function'))
  const dict = (program as { dict?: PDFDict } | undefined)?.dict
  if (!dict || numberOf(dict.get(PDFName.of('FunctionType'))) !== 4 || shading.has(PDFName.of('Matrix')))
    return
  const [left = 0, right = 1, bottom = 0, top = 1] = numbers(shading.lookup(PDFName.of('Domain')))
  const range = numbers(dict.lookup(PDFName.of('Range')))
  const run = readCalculator(new TextDecoder('latin1').decode(readStream(program)))
  const paint: Paint = (x, y) => run(x, y).slice(0, range.length / 2).map((part, i) =>
    Math.min(range[i * 2 + 1]!, Math.max(range[i * 2]!, part || 0)))
  const area = { left, right, bottom, top }
  const simple = along(context, paint, area) ?? around(context, paint, area)
  if (!simple) {
    const matrix = numbers(pattern.lookup(PDFName.of('Matrix')))
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

/** Any other gradient becomes a pattern with a picture of it. */
function pictured(context: PDFContext, { paint, area, matrix }: PicturedOptions): PDFRawStream {
  const { left, right, bottom, top } = area
  const colors = places(top, bottom, GRID).flatMap(y => places(left, right, GRID).map(x => paint(x, y)))
  const picture = context.register(makeStream(context, bytesOf(colors), context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: GRID,
    Height: GRID,
    BitsPerComponent: 8,
    ColorSpace: colors[0]!.length === 1 ? 'DeviceGray' : 'DeviceRGB',
    Interpolate: true,
  })))
  const [width, height] = [right - left, top - bottom]
  const drawing = `q ${width} 0 0 ${height} ${left} ${bottom} cm /P Do Q`
  return makeStream(context, new TextEncoder().encode(drawing), context.obj({
    Type: 'Pattern',
    PatternType: 1,
    PaintType: 1,
    TilingType: 1,
    BBox: [left, bottom, right, top],
    XStep: width * 2,
    YStep: height * 2,
    Matrix: matrix,
    Resources: { XObject: { P: picture } },
  }))
}

function places(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + (to - from) * i / (count - 1))
}

function bytesOf(colors: readonly number[][]): Uint8Array {
  return Uint8Array.from(colors.flat(), part => Math.round(part * 255))
}

function same(one: readonly number[], other: readonly number[]): boolean {
  return one.every((part, i) => Math.abs(part - other[i]!) < SAME)
}

function numbers(array: unknown): number[] {
  return array instanceof PDFArray ? array.asArray().map(numberOf) : []
}

function numberOf(object: unknown): number {
  return object instanceof PDFNumber ? object.asNumber() : 0
}
