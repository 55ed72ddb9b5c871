import type { DeckState, StatePicture } from './deck-states.ts'
import type { Placement } from './find-placement.ts'
import type { Grey, Size } from './grey.ts'
import type { Corners } from './placement.ts'
import type { Span } from './spans.ts'
import type { TimedFrame } from './watch.ts'
import { deckStates } from './deck-states.ts'
import { findPlacement, TRUSTED } from './find-placement.ts'
import { findMask } from './mask.ts'
import { createMatcher } from './match.ts'
import { likeliestPath } from './path.ts'
import { slideIn } from './placement.ts'
import { spansOf } from './spans.ts'
import { strictScore } from './strict.ts'
import { createWatch } from './watch.ts'

/** A recording, as far as it must be seen. */
interface Footage {
  /** Some frames from all over it, whole and of one size. */
  samples: readonly Grey[]
  /** All frames that are looked at, ten a second, cut to the slide. */
  frames: (corners: Corners, size: Size) => AsyncIterable<TimedFrame>
}

/** What a recording shows when. */
interface Recovered {
  /** What can be told apart, in the order of the deck. */
  states: DeckState[]
  spans: Span[]
  /** Score from which on a frame is taken for a state. */
  strict: number
  /** Whether a part of the slide is hidden all the time. */
  isMasked: boolean
}

/** Grey levels that count as noise at least. */
const FLOOR = 9
/** Score under which a recording does not show a deck. */
export const FOREIGN = 0.55

/** Looks where in the frames of a recording a deck is to be seen, and how well it fits. */
export function locate(pictures: readonly StatePicture[], samples: readonly Grey[], near?: Corners): Placement {
  return findPlacement(deckStates(pictures).map(({ picture }) => picture), samples, near)
}

/** Finds out when a recording shows which state of a deck. */
export async function recover(
  pictures: readonly StatePicture[],
  { corners }: Pick<Placement, 'corners'>,
  { samples, frames }: Footage,
): Promise<Recovered> {
  const states = deckStates(pictures)
  const grids = states.map(({ picture }) => picture)
  const { width, height } = grids[0]!
  const size = { width, height }
  const cut = samples.map(frame => slideIn(frame, corners, size).data)
  const open = createMatcher(grids, { floor: FLOOR })
  const mask = findMask(open, cut, TRUSTED)
  const matcher = mask ? createMatcher(grids, { floor: FLOOR, mask }) : open
  const watch = createWatch(matcher)
  for await (const frame of frames(corners, size))
    watch.see(frame)
  const seen = watch.end()
  const strict = strictScore(seen)
  const path = likeliestPath(states, seen, strict)
  return { states, spans: path.length ? spansOf(seen, path) : [], strict, isMasked: mask !== undefined }
}
