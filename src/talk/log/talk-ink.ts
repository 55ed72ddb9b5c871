import type { InkErasure, InkPage } from '../../shared/ink.ts'
import type { TalkEvent } from './talk-event.ts'
import { changeInk, newInkPage } from '../../shared/ink.ts'

/** A page on which somebody draws, with what would undo what was done, the last one last. */
export interface DrawnPage extends InkPage {
  slide: string
  /** 0 for the slide itself, else which of the blank pages behind it. */
  board: number
  past: InkErasure[]
}

/** What is drawn in a talk, by slide and blank page. */
export type TalkInk = Map<string, DrawnPage>

/** A page, which is there from when something is drawn on it. */
export function inkPage(ink: TalkInk, slide: string, board = 0): DrawnPage | undefined {
  return ink.get(`${board} ${slide}`)
}

/** Draws or takes away on a page. */
export function drawOn(ink: TalkInk, event: Extract<TalkEvent, { event: 'ink' | 'erase' }>, isFrozen: boolean): void {
  const { slide, board = 0 } = event
  const page = inkPage(ink, slide, board) ?? { ...newInkPage(), slide, board, past: [] }
  ink.set(`${board} ${slide}`, page)
  if (event.event === 'erase') {
    const { strokes, on, undo } = event
    if (undo)
      page.past.pop()
    else
      page.past.push({ strokes, on: !on })
    changeInk(page, { strokes, on })
    return
  }
  const { stroke, click, color, tool, width, from, points } = event
  if (!page.strokes.some(({ id }) => id === stroke))
    page.past.push({ strokes: [stroke], on: true })
  changeInk(page, { stroke, click, color, tool, width, from, points })
  const drawn = page.strokes.find(({ id }) => id === stroke)
  if (drawn && isFrozen)
    drawn.hidden = true
}

/** What was drawn while the wall stood still is seen from now on. */
export function shownToRoom(ink: TalkInk): void {
  for (const page of ink.values()) {
    for (const stroke of page.strokes)
      stroke.hidden = undefined
    page.version++
  }
}
