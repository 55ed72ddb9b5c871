import type { Say } from '../language/say.ts'
import type { VoteView } from './live.ts'

/** A round of a vote as a table shows it. */
export interface RoundTable {
  caption: string
  rows: { head: string, right: boolean, share: number, figure: string }[]
}

/** The rounds of a vote, in order, with the letters of its choices. */
export function roundTables(
  { rounds = [], kind }: Pick<VoteView, 'rounds' | 'kind'>,
  say: Say<'votes'>,
): RoundTable[] {
  const hasLetters = kind === 'one' || kind === 'several'
  const answersOf = (voters: number) => say('answers', { n: voters })
  return rounds.map(({ voters, rows }, i) => ({
    caption: rounds.length > 1 ? say('round', { number: i + 1, answers: answersOf(voters) }) : answersOf(voters),
    rows: rows.map(({ label, count, right = false }, n) => {
      const letter = hasLetters ? String.fromCodePoint(65 + n) : ''
      const share = shareOf(count, voters)
      const head = letter && label !== letter ? `${letter}  ${label}` : label
      return { head, right, share, figure: say('figure', { share, count }) }
    }),
  }))
}

/** Percent of those who voted; 0 where nobody did. */
export function shareOf(count: number, voters: number): number {
  return Math.round(count / (voters || 1) * 100)
}
