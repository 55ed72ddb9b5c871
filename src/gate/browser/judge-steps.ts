import type { RuleId } from '../../check/rules.ts'
import type { Box, ShownStep, ShownText } from './in-page.ts'
import { parse, wcagLuminance } from 'culori'

/** Something wrong with what a slide shows at a step. */
export interface StepFault {
  rule: RuleId
  /** What is wrong, as the rest of a sentence that begins with the slide's name and a colon. */
  message: string
  /** Words at which it can be found in the Markdown. */
  text: string
  box: Box
  /** What it has in common with faults that are mended together with it, such as colors. */
  cause?: string
}

/** Height of a capital, of the size of its letters. */
const CAPITAL = 0.66

/** Texts that are too small for the last row, which is so many heights of the picture away: the smallest of a slide. */
export function farSeats({ texts }: ShownStep, { room, height }: { room: number, height: number }): StepFault[] {
  // The formula for displays: 200 times the share of the height that a capital has.
  const reach = ({ size }: ShownText) => 200 * CAPITAL * size / height
  const far = texts.filter(text => reach(text) < room - 0.05).sort((a, b) => a.size - b.size)
  const [least] = far
  if (!least)
    return []
  const more = far.length > 1 ? `, and ${far.length - 1} more` : ''
  const message = `${quoted(least)} can be read up to ${reach(least).toFixed(1)} heights of the picture`
    + ` (${least.size.toFixed(0)} px)${more}`
  return [{ rule: 'far-seat', message, text: least.text, box: least }]
}

/** Rooms with light in them: the contrast that is left of white on black, and what text needs in them. */
const ROOMS = [{ contrast: 15, small: 4.5, large: 3 }, { contrast: 7, small: 3, large: 2.25 }] as const

/** Texts that are too pale once light of the room falls on the wall: the palest of a slide. */
export function washedOut({ texts }: ShownStep): StepFault[] {
  const pale = texts.flatMap((text) => {
    const lights = lightsOf(text)
    if (!lights)
      return []
    return ROOMS.flatMap(({ contrast, small, large }) => {
      const left = contrastIn(lights, contrast)
      const isLarge = text.size >= (text.isBold ? 18.5 : 24)
      return left < (isLarge ? large : small) ? [{ text, contrast, left }] : []
    })
  }).sort((a, b) => a.left - b.left)
  const [palest] = pale
  if (!palest)
    return []
  const message = `${quoted(palest.text)} has ${palest.left.toFixed(1)}:1 where a projector has ${palest.contrast}:1`
  const { text, color, grounds = [] } = palest.text
  return [{ rule: 'washed-out', message, text, box: palest.text, cause: [color, ...grounds].join(' on ') }]
}

/** @param room what is left there of white on black, e.g. 15 */
export function contrastIn([one, other]: readonly [number, number], room: number): number {
  const stray = 1 / (room - 1)
  return (Math.max(one, other) + stray) / (Math.min(one, other) + stray)
}

/** Luminance of a text and of its ground, from 0 to 1. */
function lightsOf({ color, grounds }: ShownText): readonly [number, number] | undefined {
  if (!grounds)
    return
  let ground: number | undefined
  for (const one of [...grounds].reverse()) {
    const parsed = parse(one)
    if (!parsed)
      return
    const alpha = parsed.alpha ?? 1
    ground = alpha * wcagLuminance(parsed) + (1 - alpha) * (ground ?? 1)
  }
  const text = parse(color)
  if (!text || ground === undefined)
    return
  const alpha = text.alpha ?? 1
  return [alpha * wcagLuminance(text) + (1 - alpha) * ground, ground]
}

/** Texts that lie over each other, in different layers of a slide or in the same. */
export function overlaps({ texts }: ShownStep): StepFault[] {
  const found: StepFault[] = []
  for (const [i, one] of texts.entries()) {
    for (const other of texts.slice(i + 1)) {
      // A line within a line has the box of both, and what is drawn has rules of its own.
      if ((one.inDrawing && other.inDrawing) || (one.layer === other.layer && !isBlock(one, other)))
        continue
      if (overlap(core(one), core(other)) <= 0.3)
        continue
      const message = `${quoted(one)} and ${quoted(other)} lie over each other`
      found.push({ rule: 'overlap', message, text: other.text, box: other })
    }
  }
  return found.slice(0, 1)
}

function isBlock(one: ShownText, other: ShownText): boolean {
  const block = /^(?:p|li|h\d|td|th|figcaption|blockquote) /
  return block.test(one.key) && block.test(other.key)
}

/** The middle of the lines: what stands above and below letters may touch. */
function core({ x, y, width, height, size }: ShownText): Box {
  const cut = Math.min(height * 0.3, size * 0.3)
  return { x, y: y + cut, width, height: height - 2 * cut }
}

/** Share of the smaller of two boxes that lies in the other. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height / Math.min(a.width * a.height, b.width * b.height) : 0
}

/** What jumps from one step of a slide to the next. */
export function moved(before: ShownStep, after: ShownStep): StepFault[] {
  const places = new Map(before.texts.map(text => [text.key, text]))
  const jumps = after.texts.flatMap((text) => {
    const old = places.get(text.key)
    if (!old || text.isAnimated || text.inDrawing || Math.abs(old.width - text.width) > 1)
      return []
    const [x, y] = [Math.abs(text.x - old.x), Math.abs(text.y - old.y)]
    return Math.max(x, y) > 1 ? [{ text, by: Math.round(Math.max(x, y)) }] : []
  }).sort((a, b) => b.by - a.by)
  const [first] = jumps
  if (!first)
    return []
  const more = jumps.length > 1 ? `, and ${jumps.length - 1} more` : ''
  const message = `${quoted(first.text)} jumps by ${first.by} px${more}`
  return [{ rule: 'moves', message, text: first.text.text, box: first.text }]
}

function quoted({ text }: ShownText): string {
  return `"${text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text}"`
}
