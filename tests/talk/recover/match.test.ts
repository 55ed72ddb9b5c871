import { expect, it } from 'vitest'
import { deckStates } from '../../../src/talk/recover/deck-states.ts'
import { createMatcher } from '../../../src/talk/recover/match.ts'
import { makeDeck } from './made-deck.ts'

it('knows a slide of which a black line of its surroundings is in the picture', () => {
  const grids = deckStates(makeDeck(31, 4)).map(({ picture }) => picture)
  const { match, size: { width } } = createMatcher(grids, { floor: 9 })
  const frame = Float32Array.from(grids[5]!.data)
  frame.fill(0, 0, width)
  for (let at = 0; at < frame.length; at += width)
    frame[at] = 0
  const { best, scores } = match(frame)
  expect(best).toBe(5)
  expect(scores[5]).toBeGreaterThan(0.97)
})
