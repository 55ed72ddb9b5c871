import type { ZoomView } from '../../src/shared/live.ts'
import type { Talk } from './use-talk.ts'
import { ZOOM, zoomWindow } from '../../src/shared/zoom.ts'

/** Parts of what is seen by which an arrow moves it. */
const ARROW = 0.25
const MOVES: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
/** Milliseconds between two moves that are sent. */
const OFTEN = 60

/** Which part of the slide the wall shows. */
export function useZoom(talk: Talk) {
  let pointer = { x: 0.5, y: 0.5 }
  let wanted: ZoomView | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

  function set(zoom: ZoomView): void {
    wanted = zoom
    timer ??= setTimeout(() => {
      timer = undefined
      if (wanted)
        void talk.act({ do: 'zoom', ...wanted })
    }, OFTEN)
  }
  const current = () => timer === undefined ? talk.view.value?.zoom : wanted
  function end(): void {
    clearTimeout(timer)
    timer = undefined
    wanted = undefined
    void talk.act({ do: 'zoom', scale: 1, x: 0.5, y: 0.5 })
  }
  /** Larger or smaller, around a place that stays where it is. */
  function resize(by: number, at = pointer): void {
    const zoom = current()
    if (!zoom)
      return
    const scale = clamp(zoom.scale * by, 1, ZOOM.most)
    if (scale < ZOOM.least)
      return end()
    const { left, top, size } = zoomWindow(zoom)
    const middle = (edge: number, at: number) => {
      const part = clamp((at - edge) / size, 0, 1)
      return clamp(at + (0.5 - part) / scale, 0, 1)
    }
    set({ scale, x: middle(left, at.x), y: middle(top, at.y) })
  }
  return {
    begin: () => set({ scale: ZOOM.first, ...pointer }),
    end,
    resize,
    /** Where the pointer is on the slide, in parts of its width and height. */
    over: (x: number, y: number) => pointer = { x: clamp(x, 0, 1), y: clamp(y, 0, 1) },
    /** What is seen goes to the pointer. */
    moveHere: () => {
      const zoom = current()
      if (zoom)
        set({ scale: zoom.scale, ...pointer })
    },
    /** Whether a key was one that moves what is seen. */
    onKey({ key, shiftKey }: KeyboardEvent): boolean {
      const zoom = current()
      const move = MOVES[key]
      if (!zoom || !shiftKey || !move)
        return false
      const { left, top, size } = zoomWindow(zoom)
      const to = (edge: number, by: number) => clamp(edge + size / 2 + by * ARROW * size, size / 2, 1 - size / 2)
      set({ scale: zoom.scale, x: to(left, move[0]), y: to(top, move[1]) })
      return true
    },
  }
}

export type Zooming = ReturnType<typeof useZoom>
