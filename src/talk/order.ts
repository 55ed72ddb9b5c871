/**
 * Indexes of the longest run of numbers that never goes down: a single stray number, however far off, costs only
 * itself.
 */
export function longestRun(numbers: readonly number[]): Set<number> {
  // `ends[n]` is the index of the smallest number that ends a run of n + 1.
  const ends: number[] = []
  const before: number[] = []
  for (const [i, number] of numbers.entries()) {
    let from = 0
    let to = ends.length
    while (from < to) {
      const middle = (from + to) >> 1
      if (numbers[ends[middle]!]! <= number)
        from = middle + 1
      else
        to = middle
    }
    before[i] = from ? ends[from - 1]! : -1
    ends[from] = i
  }
  const run = new Set<number>()
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!)
    run.add(i)
  return run
}

/** Whether all are numbers from 0 on and each is larger than the one before. */
export function isIncreasing(numbers: readonly unknown[]): boolean {
  let last = Number.NEGATIVE_INFINITY
  return numbers.every((number) => {
    const isLarger = typeof number === 'number' && Number.isFinite(number) && number >= 0 && number > last
    last = isLarger ? number : last
    return isLarger
  })
}
