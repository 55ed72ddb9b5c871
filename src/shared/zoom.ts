import type { ZoomView } from './live.ts'

/** The part of a slide that is seen, in parts of its width and height: its left and top edge, and how much of both. */
export interface ZoomWindow { left: number, top: number, size: number }

/** What is seen of a slide; at an edge no more than the slide itself. */
export function zoomWindow({ scale, x, y }: ZoomView): ZoomWindow {
  const size = 1 / scale
  const clamp = (middle: number) => Math.min(1 - size, Math.max(0, middle - size / 2))
  return { left: clamp(x), top: clamp(y), size }
}

/** How much larger a slide can be shown. */
export const ZOOM = { least: 1.2, first: 2, most: 6 } as const
