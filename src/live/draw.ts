import type { InkEntry, InkMessage } from '../shared/ink-pages.ts'
import type { InkChange, InkErasure, InkPage } from '../shared/ink.ts'
import type { NewTalkEvent } from '../talk/log/talk-event.ts'
import type { InkAction } from './actions.ts'
import type { LiveTalk } from './live-talk.ts'
import { INK_LIMITS, isPiece, seenStrokes } from '../shared/ink.ts'
import { inkPage } from '../talk/log/talk-ink.ts'

/** Who is told of a change: everybody, or the presenter alone. */
export interface Drawn { message: InkMessage, forRoom: boolean }

/** Draws, or takes away; tells in a sentence why not, and nothing where there is nothing to do. */
export function draw(talk: LiveTalk, action: InkAction): Drawn | string | undefined {
  const { lecture, state } = talk
  const { slide, board = 0 } = action
  const number = lecture.slides.find(({ id }) => id === slide)?.number
  if (number === undefined)
    return 'There is no such slide.'
  const done = eventOf(talk, action)
  if (typeof done !== 'object')
    return done
  const { event, change } = done
  talk.record(event)
  const page = inkPage(state.ink, slide, board)!
  const stroke = isPiece(change) ? page.strokes.find(({ id }) => id === change.stroke) : undefined
  return {
    message: { number, board, version: page.version, change },
    forRoom: !state.frozen && !stroke?.hidden && mayBeSeen(talk, slide, board, stroke?.click ?? 0),
  }
}

interface InkEvent { event: NewTalkEvent, change: InkChange }

function eventOf({ state }: LiveTalk, action: InkAction): InkEvent | string | undefined {
  const { slide, board } = action
  const page = inkPage(state.ink, slide, board)
  const paper = { slide, ...board && { board } }
  const erase = (change: InkErasure, undo = false): InkEvent =>
    ({ event: { event: 'erase', ...paper, ...change, ...undo && { undo } }, change })
  switch (action.do) {
    case 'ink': {
      const { stroke, click, color, tool, width, from, points } = action
      const known = page?.strokes.find(({ id }) => id === stroke)
      if (from > (known?.points.length ?? 0))
        return 'A part of this line is missing.'
      if (from + points.length > INK_LIMITS.stroke || (!known && (page?.strokes.length ?? 0) >= INK_LIMITS.strokes))
        return 'Too much is drawn here: take a blank page.'
      const change = { stroke, click, color, tool, width, from, points }
      return { event: { event: 'ink', ...paper, ...change }, change }
    }
    case 'erase':
      return page && erase({ strokes: action.strokes, on: true })
    case 'clear': {
      const strokes = page?.strokes.filter(({ erased }) => !erased).map(({ id }) => id) ?? []
      return strokes.length ? erase({ strokes, on: true }) : undefined
    }
    case 'undo': {
      const last = page?.past.at(-1)
      return last && erase(last, true)
    }
  }
}

/** Whether the room has seen a page, at a step of its slide. */
function mayBeSeen({ state }: LiveTalk, slide: string, board: number, click: number): boolean {
  const seen = state.seen.get(slide)
  return state.switches.follow && seen !== undefined && click <= seen && board <= (state.boards.get(slide) ?? 0)
}

/** What is drawn on a page, for the presenter and the wall. */
export function drawnPage({ lecture, state }: LiveTalk, number: number, board: number): InkPage | undefined {
  const page = inkPage(state.ink, lecture.slides[number - 1]?.id ?? '', board)
  return page && { version: page.version, strokes: page.strokes }
}

/** What the room has seen of what is drawn on a page; undefined where it has not seen the page. */
export function shownPage(talk: LiveTalk, number: number, board: number): InkPage | undefined {
  const id = talk.lecture.slides[number - 1]?.id ?? ''
  const page = inkPage(talk.state.ink, id, board)
  if (!page || !mayBeSeen(talk, id, board, 0))
    return
  return { version: page.version, strokes: seenStrokes(page, talk.state.seen.get(id)) }
}

/** The pages on which something is drawn: all, or those that the room has seen. */
export function inkEntries(talk: LiveTalk, forRoom: boolean): InkEntry[] {
  const numbers = new Map(talk.lecture.slides.map(({ id, number }) => [id, number]))
  return [...talk.state.ink.values()].flatMap(({ slide, board, version }): InkEntry[] => {
    const number = numbers.get(slide)
    return number === undefined || (forRoom && !mayBeSeen(talk, slide, board, 0)) ? [] : [[number, board, version]]
  })
}
