import type { Ballot, VoteQuestion } from './talk-event.ts'

/** How often something was chosen: a choice, in their order, or a number or word, the most frequent first. */
export interface TallyRow {
  label: string
  count: number
  /** Whether it is a right choice; undefined where there is none that is. */
  right?: boolean
}

/** Other words and numbers than the most frequent ones are one row. */
const ROWS = 12

/**
 * Counts the ballots of a round.
 * @param hidden words that are left out, in small letters
 */
export function tallyOf(
  { kind, choices, right }: VoteQuestion,
  ballots: Iterable<Ballot>,
  hidden: ReadonlySet<string> = new Set(),
): TallyRow[] {
  const all = [...ballots].filter(ballot => typeof ballot !== 'string' || !hidden.has(ballot.toLocaleLowerCase()))
  if (kind === 'one' || kind === 'several') {
    return choices.map((label, i): TallyRow => ({
      label,
      count: all.filter(ballot => Array.isArray(ballot) && ballot.includes(i)).length,
      ...right.length && { right: right.includes(i) },
    }))
  }
  const counts = new Map<string, TallyRow>()
  for (const ballot of all) {
    const label = String(ballot)
    const key = label.toLocaleLowerCase()
    const row = counts.get(key) ?? { label, count: 0 }
    row.count++
    counts.set(key, row)
  }
  const byLabel = new Intl.Collator('en', { numeric: true })
  const rows = [...counts.values()].sort((a, b) => b.count - a.count || byLabel.compare(a.label, b.label))
  const rest = rows.slice(ROWS).reduce((sum, { count }) => sum + count, 0)
  return [...rows.slice(0, ROWS), ...rest ? [{ label: '…', count: rest }] : []]
}
