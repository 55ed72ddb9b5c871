import type { DeckState, StatePicture } from './deck-states.ts'
import type { Placement } from './find-placement.ts'
import type { Grey, Size } from './grey.ts'
import type { Corners } from './placement.ts'
import type { Span } from './spans.ts'
import type { TimedFrame } from './watch.ts'
import { deckStates } from './deck-states.ts'
import { findPlacement } from './find-placement.ts'
import { findMask } from './mask.ts'
import { createMatcher } from './match.ts'
import { likeliestPath } from './path.ts'
import { slideIn } from './placement.ts'
import { spansOf } from './spans.ts'
import { strictScore } from './strict.ts'
import { createWatch } from './watch.ts'

/** A recording, as far as it must be seen. */
export interface Footage {
  /** Some frames from all over it, whole and of one size. */
  samples: readonly Grey[]
  /** All frames that are looked at, ten a second, cut to the slide. */
  frames: (corners: Corners, size: Size) => AsyncIterable<TimedFrame>
  /** Where the slide lies, where somebody says so. */
  corners?: Corners
}

/** What a recording shows when. */
export interface Recovered {
  states: DeckState[]
  spans: Span[]
  placement: Placement
  /** Score from which on a frame is taken for a state. */
  strict: number
  /** Whether a part of the slide is hidden all the time. */
  isMasked: boolean
}

/** Grey levels that count as noise at least. */
const FLOOR = 9
/** Score under which a recording does not show this deck, whatever is done. */
export const FOREIGN = 0.55

/**
 * Finds out when a recording shows which state of a deck.
 * @returns the placement only, where no part of the recording shows the deck
 */
export async function recover(
  pictures: readonly StatePicture[],
  { samples, frames, corners }: Footage,
): Promise<Recovered | { placement: Placement }> {
  const states = deckStates(pictures)
  const grids = states.map(({ picture }) => picture)
  const placement = findPlacement(grids, samples, corners)
  if (placement.score < FOREIGN)
    return { placement }
  const { width, height } = grids[0]!
  const size = { width, height }
  const cut = samples.map(frame => slideIn(frame, placement.corners, size).data)
  const open = createMatcher(grids, { floor: FLOOR })
  const mask = findMask(open, cut, FOREIGN)
  const matcher = mask ? createMatcher(grids, { floor: FLOOR, mask }) : open
  const watch = createWatch(matcher)
  for await (const frame of frames(placement.corners, size))
    watch.see(frame)
  const seen = watch.end()
  const strict = strictScore(seen)
  const path = likeliestPath(states, seen, strict)
  return { states, spans: spansOf(seen, path), placement, strict, isMasked: mask !== undefined }
}
