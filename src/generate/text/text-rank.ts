const ROUNDS = 12
/** What every sentence has, and the share of a rank that comes from the sentences that share its words. */
const RANK = { base: 0.15, shared: 0.85 }

/**
 * Random walk over sentences that share words: the rank of each.
 * It runs over words, so that its time grows with the text and not with its square.
 * @param bags the words of each sentence, each once
 */
export function textRank(bags: readonly (readonly string[])[]): number[] {
  const similar = similarity(bags)
  const degrees = similar(bags.map(() => 1))
  let ranks = bags.map(() => 1)
  for (let round = 0; round < ROUNDS; round++) {
    const flow = similar(ranks.map((rank, i) => degrees[i]! > 1e-9 ? rank / degrees[i]! : 0))
    ranks = flow.map(sum => RANK.base + RANK.shared * sum)
  }
  return ranks
}

/** Gives for each sentence the sum of the values of all others, each by how much the two share. */
function similarity(bags: readonly (readonly string[])[]): (values: readonly number[]) => number[] {
  const index = new Map<string, number>()
  const rows = bags.map(bag => bag.map((word) => {
    if (!index.has(word))
      index.set(word, index.size)
    return index.get(word)!
  }))
  const norms = rows.map(row => row.length ? 1 / Math.sqrt(row.length) : 0)
  return (values) => {
    const sums = new Float64Array(index.size)
    rows.forEach((row, i) => {
      for (const word of row)
        sums[word]! += norms[i]! * values[i]!
    })
    return rows.map((row, i) =>
      row.reduce((sum, word) => sum + sums[word]!, 0) * norms[i]! - (row.length ? values[i]! : 0))
  }
}
