/** Colors of pens, by the names that a talk is written with. */
export const inkColors = ['ink', 'red', 'blue', 'green', 'orange'] as const
export type InkColor = typeof inkColors[number]

/** A pen covers what is below it, a marker lets it shine through. */
export const inkTools = ['pen', 'marker'] as const
export type InkTool = typeof inkTools[number]

/** Units of the width of a slide; its height has as many as its shape says. */
export const INK_UNITS = 10_000

/** What may be drawn: numbers of a piece and of a stroke, of which a point has three, and strokes of a page. */
export const INK_LIMITS = { piece: 1500, stroke: 9000, strokes: 1000, boards: 20 } as const

/** How a stroke looks. */
export interface InkStyle { color: InkColor, tool: InkTool, width: number }

/** A line that was drawn in one go. */
export interface InkStroke extends InkStyle {
  id: string
  /** Steps of the slide that were open: it is seen from there on. */
  click: number
  /** Of each point its place from the left and from the top in units, and the pressure from 0 to 100. */
  points: number[]
  /** Taken away, and may come back. */
  erased?: boolean
  /** Drawn while the wall was frozen: the room has not seen it. */
  hidden?: boolean
}

/** What is drawn on a slide (board 0), or on one of the blank pages behind it (from 1). */
export interface InkPage {
  /** Goes up with each change, so that who missed one knows. */
  version: number
  strokes: InkStroke[]
}

/** A part of a stroke; its further parts follow, each from the numbers on that came before. */
export interface InkPiece extends InkStyle { stroke: string, click: number, from: number, points: number[] }

/** Strokes that are taken away, or brought back. */
export interface InkErasure { strokes: string[], on: boolean }

export type InkChange = InkPiece | InkErasure

export function isPiece(change: InkChange): change is InkPiece {
  return 'stroke' in change
}

export function newInkPage(): InkPage {
  return { version: 0, strokes: [] }
}

/**
 * Changes a page; what has come already changes nothing.
 * @returns whether it could be done: not where something before it is missing
 */
export function changeInk(page: InkPage, change: InkChange): boolean {
  if (!isPiece(change)) {
    for (const stroke of page.strokes) {
      if (change.strokes.includes(stroke.id))
        stroke.erased = change.on || undefined
    }
    page.version++
    return change.on || change.strokes.every(id => page.strokes.some(stroke => stroke.id === id))
  }
  const { stroke: id, from, points, click, color, tool, width } = change
  let stroke = page.strokes.find(stroke => stroke.id === id)
  if (!stroke && from === 0) {
    stroke = { id, click, color, tool, width, points: [] }
    page.strokes.push(stroke)
  }
  if (!stroke || from > stroke.points.length)
    return false
  stroke.points.push(...points.slice(stroke.points.length - from))
  page.version++
  return true
}

/** The strokes that are seen at a step, those of markers below those of pens. */
export function seenStrokes({ strokes }: Pick<InkPage, 'strokes'>, click = Number.POSITIVE_INFINITY): InkStroke[] {
  const seen = strokes.filter(stroke => !stroke.erased && !stroke.hidden && stroke.click <= click)
  return seen.sort((a, b) => Number(b.tool === 'marker') - Number(a.tool === 'marker'))
}

/** The strokes that a point of a page touches, within some units. */
export function strokesAt(strokes: readonly InkStroke[], x: number, y: number, within: number): string[] {
  return strokes.filter(({ points, width }) => {
    const reach = within + width / 2
    for (let i = 0; i < points.length; i += 3) {
      const last = Math.max(0, i - 3)
      const near = distanceToLine(x, y, [points[last]!, points[last + 1]!], [points[i]!, points[i + 1]!])
      if (near <= reach)
        return true
    }
    return false
  }).map(({ id }) => id)
}

function distanceToLine(x: number, y: number, [ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const part = length ? Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length)) : 0
  return Math.hypot(x - ax - part * (bx - ax), y - ay - part * (by - ay))
}
