import type { InkColor, InkStroke, InkTool } from '../../src/shared/ink.ts'
import type { Place } from '../../src/shared/live.ts'
import type { Talk } from './use-talk.ts'
import { computed, reactive, ref } from 'vue'
import { INK_LIMITS, seenStrokes, strokesAt } from '../../src/shared/ink.ts'
import { say as sayInRoom } from '../client/live/words.ts'
import { sayRefusal } from './words.ts'

/** Widths of lines, in units of ink. */
export const inkWidths = { fine: 28, middle: 50, broad: 95 } as const
const MARKER = 5
/** Units within which an eraser touches, and between two points that count. */
const ERASES = 90
const APART = 12
/** Milliseconds between two parts of a line, and before a part that did not arrive is sent again. */
const PIECE = 50
const AGAIN = 400

/** What a pen of the presenter view does. */
export function useInk(talk: Talk) {
  const isDrawing = ref(false)
  const pen = reactive<Pen>({ tool: 'pen', color: 'red', width: 'middle' })
  const pages = talk.ink
  let drawing: Line | undefined

  const place = computed((): Place => talk.here.value)
  /** The strokes that are seen where the presenter is. */
  const strokes = computed(() => {
    void talk.drawn.value
    return seenStrokes(pages.page(place.value), place.value.board ? undefined : place.value.click)
  })
  const target = () => ({ slide: talk.slide.value!.id, ...place.value.board && { board: place.value.board } })

  const jobs: (() => Promise<unknown>)[] = []
  let isRunning = false
  async function run(job: () => Promise<unknown>): Promise<void> {
    jobs.push(job)
    if (isRunning)
      return
    isRunning = true
    for (let next = jobs.shift(); next; next = jobs.shift())
      await next()
    isRunning = false
  }

  /** Sends a line part by part, while it is still drawn. */
  async function sendLine(line: Line): Promise<void> {
    const { stroke: { id: stroke, points, ...style }, where } = line
    let sent = 0
    while (!line.isDone || sent < points.length) {
      const piece = points.slice(sent, sent + INK_LIMITS.piece)
      if (piece.length) {
        const wrong = await talk.tryAct({ do: 'ink', ...where, ...style, stroke, from: sent, points: piece })
        if (!wrong)
          sent += piece.length
        else if (!isForLater(wrong))
          break
        else
          await sleep(AGAIN)
      }
      if (!line.isDone)
        await sleep(PIECE)
    }
    talk.ownStrokes.delete(stroke)
  }

  function begin(x: number, y: number, pressure: number): void {
    const { tool, color, width } = pen
    if (tool === 'eraser')
      return erase(x, y)
    const own: InkStroke = {
      id: Math.random().toString(36).slice(2, 12),
      click: place.value.board ? 0 : place.value.click,
      color,
      tool,
      width: inkWidths[width] * (tool === 'marker' ? MARKER : 1),
      points: [x, y, pressure],
    }
    talk.ownStrokes.add(own.id)
    const page = pages.page(place.value)
    page.strokes.push(own)
    const line: Line = { stroke: own, where: target(), isDone: false }
    drawing = line
    talk.drawn.value++
    void run(() => sendLine(line))
  }
  function move(x: number, y: number, pressure: number): void {
    if (!drawing)
      return pen.tool === 'eraser' ? erase(x, y) : undefined
    const { points } = drawing.stroke
    if (Math.hypot(points.at(-3)! - x, points.at(-2)! - y) < APART)
      return
    points.push(x, y, pressure)
    talk.drawn.value++
    // A line that goes on and on is several.
    if (points.length >= INK_LIMITS.stroke) {
      end()
      begin(x, y, pressure)
    }
  }
  function end(): void {
    if (drawing)
      drawing.isDone = true
    drawing = undefined
  }
  function erase(x: number, y: number): void {
    const hit = strokesAt(strokes.value, x, y, ERASES)
    if (!hit.length)
      return
    for (const stroke of pages.page(place.value).strokes)
      stroke.erased ||= hit.includes(stroke.id)
    talk.drawn.value++
    change({ do: 'erase', strokes: hit })
  }
  function change(what: Record<string, unknown>): void {
    const where = target()
    void run(() => talk.act({ ...what, ...where }))
  }

  /** Blank pages of the slide on which something is drawn, and the one at hand. */
  const boards = computed(() => {
    const { number, board = 0 } = place.value
    const drawn = talk.view.value?.ink.filter(([on]) => on === number).map(([, board]) => board) ?? []
    return Math.max(board, ...drawn, 0)
  })
  const toBoard = (board: number) =>
    void talk.act({ do: 'board', board: Math.min(INK_LIMITS.boards, Math.max(0, board)) })
  return {
    isDrawing,
    pen,
    strokes,
    boards,
    toBoard,
    begin,
    move,
    end,
    /** Takes another pen, or its color or width. */
    hold: (part: Partial<Pen>) => void Object.assign(pen, part),
    open: () => void (isDrawing.value = true),
    toggle: () => {
      isDrawing.value = !isDrawing.value
      end()
    },
    undo: () => change({ do: 'undo' }),
    clear: () => change({ do: 'clear' }),
    blankPage: () => {
      toBoard((place.value.board ?? 0) + 1)
      isDrawing.value = true
    },
  }
}

export interface Pen { tool: InkTool | 'eraser', color: InkColor, width: keyof typeof inkWidths }

interface Line { stroke: InkStroke, where: Record<string, unknown>, isDone: boolean }

/** Whether it is worth sending again what was answered so. */
function isForLater(wrong: string): boolean {
  return wrong === sayRefusal('tryAgain') || wrong === sayInRoom('noConnection')
}

function sleep(milliseconds: number): Promise<unknown> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}

export type Ink = ReturnType<typeof useInk>
