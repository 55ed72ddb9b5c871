import type { PDFDict } from '@cantoo/pdf-lib'
import type { Evaluate } from './pdf-function.ts'
import type { Paint } from './picture-pattern.ts'
import { PDFArray, PDFName } from '@cantoo/pdf-lib'
import { findDict, readNumber, readNumbers } from './dictionaries.ts'
import { readFunction } from './pdf-function.ts'

/** How far along a gradient a place is, from 0 to 1 where it changes. */
type Along = (x: number, y: number) => number

const SHAPES: Readonly<Record<number, (coordinates: readonly number[]) => Along | undefined>> = {
  2: alongLine,
  3: aroundPoint,
}

/** The colors of a gradient, where it is drawn; undefined for one that is none of those that Chromium writes. */
export function shadingPaint(pattern: PDFDict): Paint | undefined {
  const shading = findDict(pattern, 'Shading')
  const color = readFunction(shading?.lookup(PDFName.of('Function')))
  const own = shading && color && !shading.has(PDFName.of('Matrix')) ? ownPaint(shading, color) : undefined
  if (!own)
    return
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = readNumbers(pattern, 'Matrix') ?? []
  const size = a * d - b * c
  return (x, y) => own((d * (x - e) - c * (y - f)) / size, (a * (y - f) - b * (x - e)) / size)
}

/** The colors of a gradient in its own coordinates. */
function ownPaint(shading: PDFDict, color: Evaluate): Paint | undefined {
  const kind = readNumber(shading, 'ShadingType')
  if (kind === 1) {
    const [left = 0, right = 1, bottom = 0, top = 1] = readNumbers(shading, 'Domain') ?? []
    return (x, y) => color(clamp(x, left, right), clamp(y, bottom, top))
  }
  const coordinates = readNumbers(shading, 'Coords') ?? []
  const extend = shading.lookup(PDFName.of('Extend'))
  const [from = 0, to = 1] = readNumbers(shading, 'Domain') ?? []
  if (!(extend instanceof PDFArray) || extend.asArray().some(side => String(side) !== 'true'))
    return
  const along = SHAPES[kind ?? 0]?.(coordinates)
  return along && ((x, y) => color(from + clamp(along(x, y), 0, 1) * (to - from)))
}

function alongLine([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): Along {
  const [dx, dy] = [x1 - x0, y1 - y0]
  const length = dx * dx + dy * dy || 1
  return (x, y) => ((x - x0) * dx + (y - y0) * dy) / length
}

/** From one circle to another around the same point. */
function aroundPoint([x0 = 0, y0 = 0, r0 = 0, x1 = 0, y1 = 0, r1 = 0]: readonly number[]): Along | undefined {
  return x0 === x1 && y0 === y1 && r0 !== r1
    ? (x, y) => (Math.hypot(x - x0, y - y0) - r0) / (r1 - r0)
    : undefined
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
