/** A slide that was shown from a time on. */
export interface TimedSlide {
  /** Seconds, from any zero. */
  start: number
  title: string
  /** Number of the slide, from 1. */
  number: number
}

type Fields = Record<string, unknown>

/**
 * The slides in what the Slidev add-on "pacer" exports: its visits with their times, or the seconds that it has counted
 * for each slide. Nothing where a text is not such an export.
 */
export function timesOfPacer(text: string): TimedSlide[] | undefined {
  let exported: unknown
  try {
    exported = JSON.parse(text)
  }
  catch {
    return
  }
  const rows = rowsOf(exported)
  const visits = rows.filter(row => typeof row.startedAt === 'number')
  if (visits.length) {
    const first = Math.min(...visits.map(({ startedAt }) => Number(startedAt)))
    return visits
      .map(row => ({ start: (Number(row.startedAt) - first) / 1000, ...slideOf(row) }))
      .sort((a, b) => a.start - b.start)
  }
  let start = 0
  return rows.filter(({ actualTimeSeconds }) => Number(actualTimeSeconds) > 0).map((row) => {
    const timed = { start, ...slideOf(row) }
    start += Number(row.actualTimeSeconds)
    return timed
  })
}

function slideOf({ title, slideNumber }: Fields): Pick<TimedSlide, 'title' | 'number'> {
  return { title: typeof title === 'string' ? title : '', number: Number(slideNumber) }
}

/** Everything in it that names a slide, however deep. */
function rowsOf(value: unknown): Fields[] {
  if (typeof value !== 'object' || value === null)
    return []
  if (!Array.isArray(value) && Number.isSafeInteger((value as Fields).slideNumber))
    return [value as Fields]
  return Object.values(value).flatMap(rowsOf)
}
