import type { PDFContext, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { makeStream } from './streams.ts'

/** The color of a place, as parts from 0 to 1. */
export type Paint = (x: number, y: number) => number[]

/** Where something is drawn, in its own coordinates. */
export interface Area { left: number, right: number, bottom: number, top: number }

interface PicturedOptions {
  paint: Paint
  /** How much of what is behind a place is covered; all of it without this. */
  cover?: (x: number, y: number) => number
  area: Area
  matrix?: number[]
}

/** Pixels on a side of a picture that changes both ways, and of one that changes one way alone. */
const GRID = 256
const LINE = 1024

/** A pattern with a picture of what is painted. */
export function pictured(context: PDFContext, { paint, cover, area, matrix }: PicturedOptions): PDFRawStream {
  const { left, right, bottom, top } = area
  const mask = cover && registerPicture(context, (x, y) => [cover(x, y)], area)
  const picture = registerPicture(context, paint, area, mask)
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
    ...matrix && { Matrix: matrix },
    Resources: { XObject: { P: picture } },
  }))
}

function registerPicture(context: PDFContext, paint: Paint, { left, right, bottom, top }: Area, mask?: PDFRef): PDFRef {
  const changes = (at: (i: number, k: number) => number[]) => Array.from({ length: 17 }, (_, k) => k).some((k) => {
    const first = String(bytesOf([at(0, k)]))
    return Array.from({ length: 33 }, (_, i) => i).some(i => String(bytesOf([at(i, k)])) !== first)
  })
  const place = (from: number, to: number, part: number) => from + (to - from) * part
  const isWide = changes((i, k) => paint(place(left, right, i / 32), place(bottom, top, k / 16)))
  const isTall = changes((i, k) => paint(place(left, right, k / 16), place(bottom, top, i / 32)))
  const [across, down] = [isWide ? pixels(isTall) : 1, isTall ? pixels(isWide) : 1]
  const colors = places(top, bottom, down).flatMap(y => places(left, right, across).map(x => paint(x, y)))
  return context.register(makeStream(context, bytesOf(colors), context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: across,
    Height: down,
    BitsPerComponent: 8,
    ColorSpace: colors[0]!.length === 1 ? 'DeviceGray' : 'DeviceRGB',
    Interpolate: true,
    ...mask && { SMask: mask },
  })))
}

function pixels(isBothWays: boolean): number {
  return isBothWays ? GRID : LINE
}

/** Numbers from one to another, as many as are wanted. */
export function places(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + (to - from) * i / (count - 1 || 1))
}

/** Colors as a byte a part. */
export function bytesOf(colors: readonly number[][]): Uint8Array {
  return Uint8Array.from(colors.flat(), part => Math.round(part * 255))
}
