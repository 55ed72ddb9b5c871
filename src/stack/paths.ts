import type { DrawnBox } from './drawing.ts'

interface Point { x: number, y: number }

const BEND = 7
const HEAD = { length: 12, half: 5.5 } as const

/** The line of an arrow as SVG path data: rounded at its bends, ending where its head begins. */
export function arrowLine(points: readonly Point[]): string {
  const end = points.at(-1)!
  const shaft = [...points.slice(0, -1), towards(end, points.at(-2)!, HEAD.length - 2)]
  const parts = [`M${at(shaft[0]!)}`]
  for (let index = 1; index < shaft.length - 1; index++) {
    const [before, corner, after] = [shaft[index - 1]!, shaft[index]!, shaft[index + 1]!]
    const radius = Math.min(BEND, length(before, corner) / 2, length(corner, after) / 2)
    parts.push(`L${at(towards(corner, before, radius))}Q${at(corner)} ${at(towards(corner, after, radius))}`)
  }
  return `${parts.join('')}L${at(shaft.at(-1)!)}`
}

/** The head of an arrow as SVG path data: its tip is the last of the points. */
export function arrowHead(points: readonly Point[]): string {
  const tip = points.at(-1)!
  const back = towards(tip, points.at(-2)!, HEAD.length)
  const unit = { x: (tip.x - back.x) / HEAD.length, y: (tip.y - back.y) / HEAD.length }
  const corner = (side: number): Point => ({
    x: back.x - unit.y * HEAD.half * side,
    y: back.y + unit.x * HEAD.half * side,
  })
  return `M${at(tip)}L${at(corner(1))}L${at(corner(-1))}Z`
}

/** The top of an extruded box as SVG path data. */
export function topFace({ x, y, w, depth }: DrawnBox): string {
  return `M${at({ x, y })}l${-depth.x} ${-depth.y}h${w}l${depth.x} ${depth.y}Z`
}

/** The left side of an extruded box as SVG path data. */
export function sideFace({ x, y, h, depth }: DrawnBox): string {
  return `M${at({ x, y })}l${-depth.x} ${-depth.y}v${h}l${depth.x} ${depth.y}Z`
}

function towards(from: Point, to: Point, distance: number): Point {
  const whole = length(from, to) || 1
  return { x: from.x + (to.x - from.x) * distance / whole, y: from.y + (to.y - from.y) * distance / whole }
}

function length(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`
}
