/**
 * Index of the last item that starts at or before a time, by binary search; -1 before the first.
 * @param items ascending by `start`
 */
export function indexAt(items: readonly { start: number }[], time: number): number {
  let from = 0
  let to = items.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (items[middle]!.start <= time)
      from = middle + 1
    else
      to = middle
  }
  return from - 1
}
