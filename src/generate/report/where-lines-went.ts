import type { GeneratedLecture } from '../course/make-lectures.ts'
import type { Omission, SourceDocument } from '../document.ts'
import { linesOf } from '../sections.ts'

/** Where a run of lines of a document went. */
export interface LineReport {
  lines: [number, number]
  /** `lecture#slide` of each slide that stands for the lines. */
  slides?: string[]
  /** What stands on none: what it is, and why it was left out. */
  leftOut?: { what: string, why: string }
}

const MARKS = {
  what: 'marks',
  why: 'it marks what other lines say: a rule, the address of a link, the edge of a block',
}

/** Runs of lines that went to the same place, blank lines left aside. */
export function whereLinesWent(
  { text, omitted }: SourceDocument,
  lectures: readonly GeneratedLecture[],
): LineReport[] {
  const reports: LineReport[] = []
  const reasonAt = reasons(omitted)
  const slidesAt = slidesOfLines(lectures)
  text.split('\n').forEach((content, i) => {
    const line = i + 1
    const slides = slidesAt(line)
    const reason = reasonAt(line)
    if (!content.trim())
      return
    const place = slides.length ? { slides } : { leftOut: reason }
    const last = reports.at(-1)
    if (last && samePlace(last, place))
      last.lines[1] = line
    else
      reports.push({ lines: [line, line], ...place })
  })
  return reports
}

/** Gives for one line after another, from 1, the slides that have it among their sources. */
function slidesOfLines(lectures: readonly GeneratedLecture[]): (line: number) => string[] {
  const starts = new Map<number, { name: string, end: number }[]>()
  for (const { place, lecture } of lectures) {
    lecture.drafts.forEach(({ sources }, i) => {
      const name = `${place.slug}#${lecture.ids[i]}`
      for (const lines of sources.map(source => linesOf([source]))) {
        if (!lines)
          continue
        if (!starts.has(lines[0]))
          starts.set(lines[0], [])
        starts.get(lines[0])!.push({ name, end: lines[1] })
      }
    })
  }
  let open: { name: string, end: number }[] = []
  let nextEnd = Infinity
  let slides: string[] = []
  return (line) => {
    const begun = starts.get(line)
    if (begun || line > nextEnd) {
      open = [...open.filter(({ end }) => end >= line), ...begun ?? []]
      nextEnd = open.reduce((first, { end }) => Math.min(first, end), Infinity)
      slides = [...new Set(open.map(({ name }) => name))]
    }
    return slides
  }
}

interface Reason {
  what: string
  why: string
}

/** Gives for one line after another, from 1, why it is on no slide. */
function reasons(unsorted: readonly Omission[]): (line: number) => Reason {
  const omitted = [...unsorted].sort((a, b) => a.lines[0] - b.lines[0])
  let next = 0
  let open: { end: number, reason: Reason }[] = []
  return (line) => {
    for (; next < omitted.length && omitted[next]!.lines[0] <= line; next++) {
      const { lines: [, end], what, why } = omitted[next]!
      open.push({ end, reason: { what, why } })
    }
    if (open.some(({ end }) => end < line))
      open = open.filter(({ end }) => end >= line)
    return open[0]?.reason ?? MARKS
  }
}

function samePlace(a: Omit<LineReport, 'lines'>, b: Omit<LineReport, 'lines'>): boolean {
  return (a.slides === b.slides || a.slides?.join(' ') === b.slides?.join(' '))
    && a.leftOut?.what === b.leftOut?.what
    && a.leftOut?.why === b.leftOut?.why
}
