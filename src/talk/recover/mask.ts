import type { Size } from './grey.ts'
import type { Matcher } from './match.ts'
import { BLOCK } from './grey.ts'

/** A frame of a recording, already cut to its slide. */
type Frame = ArrayLike<number>

/** Parts of a square's contrast, of the frames, and of all squares. */
const LIMITS = { unexplained: 0.5, frames: 0.6, squares: 0.35 }
/** Frames that must show a square with something in it. */
const FEWEST = 4

/**
 * The squares in which most frames show something that is on no slide, such as a camera's picture or a lecturer who
 * stands there: 0 for each of these and its neighbours, 1 for all others.
 */
export function findMask(matcher: Matcher, frames: readonly Frame[], trusted: number): Uint8Array | undefined {
  const shows: Float32Array[] = []
  for (const frame of frames) {
    const { scores, best } = matcher.match(frame)
    if (scores[best]! >= trusted)
      shows.push(matcher.unexplained(frame, best))
  }
  if (shows.length < FEWEST)
    return
  const { across, down } = squaresOf(matcher.size)
  const share = Float32Array.from({ length: across * down }, (_, square) =>
    shows.reduce((sum, rests) => sum + (rests[square]! > LIMITS.unexplained ? 1 : 0), 0) / shows.length)
  const foreign = new Set([...share.keys()].filter(square => share[square]! >= LIMITS.frames))
  // A single square is a mistake of the picture, not somebody's.
  const groups = [...foreign].filter(square => neighbours(square, across, down).filter(n => foreign.has(n)).length >= 3)
  const masked = new Set(groups.flatMap(square => neighbours(square, across, down)))
  if (!masked.size || masked.size > LIMITS.squares * across * down)
    return
  return Uint8Array.from({ length: across * down }, (_, square) => masked.has(square) ? 0 : 1)
}

function squaresOf({ width, height }: Size): { across: number, down: number } {
  return { across: Math.ceil(width / BLOCK), down: Math.ceil(height / BLOCK) }
}

/** A square and those around it. */
function neighbours(square: number, across: number, down: number): number[] {
  const [x, y] = [square % across, Math.floor(square / across)]
  const found: number[] = []
  for (let row = Math.max(0, y - 1); row <= Math.min(down - 1, y + 1); row++) {
    for (let column = Math.max(0, x - 1); column <= Math.min(across - 1, x + 1); column++)
      found.push(row * across + column)
  }
  return found
}
