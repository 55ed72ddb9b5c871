import type { StackData } from '../../src/stack/data.ts'
import type { DrawnBox, StackDrawing, TextLine } from '../../src/stack/drawing.ts'
import { textWidth } from '../../src/stack/text.ts'

interface Rect { x: number, y: number, w: number, h: number }

const FONTS = { label: 20, arrow: 18, title: 22 }

// Half a unit and less is rounding.
const NEAR = 0.5

/** Everything in a drawing that an eye would stumble over, in words; nothing for a good one. */
export function faults(drawing: StackDrawing, data: StackData): string[] {
  return [...boxFaults(drawing), ...textFaults(drawing), ...routeFaults(drawing), ...labelFaults(drawing, data), ...edgeFaults(drawing)]
}

/** Arrows whose label does not stand right beside them, or stands as near to another. */
export function distantLabels({ arrows }: StackDrawing): string[] {
  return arrows.filter(arrow => arrow.label).filter((arrow) => {
    const near = (other: typeof arrow) => Math.min(...straights(other.points).map(piece => distance(piece, arrow.label!)))
    return near(arrow) > 10 || arrows.some(other => other !== arrow && near(other) < near(arrow) - NEAR)
  }).map(({ from, to }) => `${from} → ${to}`)
}

function distance(a: Rect, b: Rect): number {
  return Math.hypot(Math.max(0, a.x - b.x - b.w, b.x - a.x - a.w), Math.max(0, a.y - b.y - b.h, b.y - a.y - a.h))
}

function boxFaults({ boxes }: StackDrawing): string[] {
  return pairs(boxes).filter(([a, b]) => overlap(a, b) && !contains(a, b) && !contains(b, a)).map(([a, b]) => `${a.id} overlaps ${b.id}`)
}

function textFaults({ boxes }: StackDrawing): string[] {
  return boxes.flatMap((box) => {
    const texts = box.lines.map(line => textRect(line, FONTS.label))
    return [
      ...texts.filter(text => !contains(box, text)).map(() => `text of ${box.id} leaves its box`),
      ...boxes.filter(other => other !== box && contains(box, other) && texts.some(text => overlap(text, other))).map(other => `${other.id} covers the label of ${box.id}`),
      ...pairs(texts).filter(([a, b]) => overlap(a, b)).map(() => `lines of ${box.id} overlap`),
      ...box.lines.length ? [] : [`${box.id} has no label`],
    ]
  })
}

function routeFaults({ boxes, arrows }: StackDrawing): string[] {
  const faults: string[] = []
  for (const arrow of arrows) {
    const name = `arrow ${arrow.from} → ${arrow.to}`
    const ends = boxes.filter(box => box.id === arrow.from || box.id === arrow.to)
    const [from, to] = [arrow.from, arrow.to].map(id => boxes.find(box => box.id === id)!)
    if (!touches(from!, arrow.points[0]!) || !touches(to!, arrow.points.at(-1)!))
      faults.push(`${name} does not meet its boxes`)
    if (straights(arrow.points).some(piece => piece.w > 0 && piece.h > 0))
      faults.push(`${name} runs aslant`)
    for (const piece of straights(arrow.points)) {
      for (const box of boxes) {
        if (ends.includes(box) ? overlap(piece, box) && !ends.some(end => end !== box && contains(box, end)) : overlap(piece, silhouette(box)) && !ends.some(end => contains(box, end)))
          faults.push(`${name} runs through ${box.id}`)
        if (box.lines.some(line => overlap(piece, textRect(line, FONTS.label))))
          faults.push(`${name} runs over the label of ${box.id}`)
      }
    }
  }
  for (const [a, b] of pairs(arrows)) {
    if (straights(a.points).some(one => straights(b.points).some(other => runTogether(one, other))))
      faults.push(`${a.from} → ${a.to} runs along ${b.from} → ${b.to}`)
  }
  return faults
}

function labelFaults({ boxes, arrows, titles }: StackDrawing, data: StackData): string[] {
  const labels = arrows.flatMap(arrow => arrow.lines.map(line => ({ arrow, rect: textRect(line, FONTS.arrow) })))
  const titleRects = titles.map(line => textRect(line, FONTS.title))
  return [
    ...arrows.filter((arrow, index) => data.arrows[index]!.label && !arrow.lines.length).map(arrow => `${arrow.from} → ${arrow.to} lost its label`),
    ...pairs(labels).filter(([a, b]) => overlap(a.rect, b.rect)).map(([a, b]) => `labels of ${a.arrow.from} and ${b.arrow.from} overlap`),
    ...labels.flatMap(({ arrow, rect }) => [
      ...boxes.filter(box => overlap(rect, box) && !contains(box, rect)).map(box => `label of ${arrow.from} → ${arrow.to} crosses the edge of ${box.id}`),
      ...boxes.filter(box => box.lines.some(line => overlap(rect, textRect(line, FONTS.label)))).map(box => `label of ${arrow.from} → ${arrow.to} covers the label of ${box.id}`),
      ...arrows.filter(other => straights(other.points).some(piece => overlap(piece, rect))).map(other => `${other.from} → ${other.to} crosses the label of ${arrow.from} → ${arrow.to}`),
      ...titleRects.filter(title => overlap(title, rect)).map(() => `label of ${arrow.from} → ${arrow.to} covers a title`),
    ]),
    ...pairs(titleRects).filter(([a, b]) => overlap(a, b)).map(() => 'titles overlap'),
  ]
}

function edgeFaults({ width, height, boxes, arrows, titles }: StackDrawing): string[] {
  const paper = { x: 0, y: 0, w: width, h: height }
  const things = [
    ...boxes.map(silhouette),
    ...arrows.flatMap(arrow => [...straights(arrow.points), ...arrow.lines.map(line => textRect(line, FONTS.arrow))]),
    ...titles.map(line => textRect(line, FONTS.title)),
  ]
  return things.filter(thing => !contains(paper, thing)).map(thing => `${JSON.stringify(thing)} is outside`)
}

function textRect({ text, x, y }: TextLine, size: number): Rect {
  const w = textWidth(text, size)
  return { x: x - w / 2, y: y - size * 0.76, w, h: size }
}

function silhouette({ x, y, w, h, depth }: DrawnBox): Rect {
  return { x: x - depth.x, y: y - depth.y, w: w + depth.x, h: h + depth.y }
}

function straights(points: readonly { x: number, y: number }[]): Rect[] {
  return points.slice(1).map((b, index) => {
    const a = points[index]!
    return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) }
  })
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w - NEAR && b.x < a.x + a.w - NEAR && a.y < b.y + b.h - NEAR && b.y < a.y + a.h - NEAR
    && (a.w > 0 || a.x > b.x + NEAR) && (a.h > 0 || a.y > b.y + NEAR) && (b.w > 0 || b.x > a.x + NEAR) && (b.h > 0 || b.y > a.y + NEAR)
}

function contains(outer: Rect, inner: Rect): boolean {
  return inner.x >= outer.x - NEAR && inner.y >= outer.y - NEAR && inner.x + inner.w <= outer.x + outer.w + NEAR && inner.y + inner.h <= outer.y + outer.h + NEAR
}

/** Whether two straight pieces lie on each other, or so close that they look like one. */
function runTogether(a: Rect, b: Rect): boolean {
  const level = a.h === 0 && b.h === 0 && Math.abs(a.y - b.y) < 2.5
  const upright = a.w === 0 && b.w === 0 && Math.abs(a.x - b.x) < 2.5
  return (level && a.x < b.x + b.w - NEAR && b.x < a.x + a.w - NEAR) || (upright && a.y < b.y + b.h - NEAR && b.y < a.y + a.h - NEAR)
}

function touches(box: DrawnBox, { x, y }: { x: number, y: number }): boolean {
  return (Math.abs(x - box.x + box.depth.x) < NEAR || Math.abs(x - box.x - box.w) < NEAR) && y > box.y && y < box.y + box.h
}

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b): [T, T] => [a, b]))
}
