/** Code points as CSS writes them, without the `U+`: `2190-2199,21A8`. */
export function writeRanges(points: Iterable<number>, prefix = ''): string {
  const runs: [number, number][] = []
  for (const point of [...points].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && point <= last[1] + 1)
      last[1] = point
    else
      runs.push([point, point])
  }
  const hex = (point: number) => point.toString(16).toUpperCase()
  return runs.map(([from, to]) => `${prefix}${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(',')
}

/** All code points that `writeRanges` wrote. */
export function* readRanges(ranges: string): Generator<number> {
  for (const range of ranges.split(',').filter(Boolean)) {
    const [from, to = from] = range.split('-').map(hex => Number.parseInt(hex, 16))
    for (let point = from!; point <= to!; point++)
      yield point
  }
}
