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
  const lines = text.split('\n')
  const slides = slidesOfLines(lectures, lines)
  const reports: LineReport[] = []
  lines.forEach((content, i) => {
    if (!content.trim())
      return
    const line = i + 1
    const place = slides[i]!.length ? { slides: slides[i]! } : { leftOut: reasonFor(line, omitted) }
    const last = reports.at(-1)
    if (last && samePlace(last, place) && lines.slice(last.lines[1], i).every(text => !text.trim()))
      last.lines[1] = line
    else
      reports.push({ lines: [line, line], ...place })
  })
  return reports
}

/** For each line, the slides that have it among their sources. */
function slidesOfLines(lectures: readonly GeneratedLecture[], lines: readonly string[]): string[][] {
  const slides = lines.map((): string[] => [])
  for (const { place, lecture } of lectures) {
    lecture.drafts.forEach(({ sources }, i) => {
      const name = `${place.slug}#${lecture.ids[i]}`
      for (const source of sources) {
        const [from, to] = linesOf([source]) ?? [1, 0]
        for (let line = from; line <= Math.min(to, lines.length); line++) {
          if (!slides[line - 1]!.includes(name))
            slides[line - 1]!.push(name)
        }
      }
    })
  }
  return slides
}

function reasonFor(line: number, omitted: readonly Omission[]): { what: string, why: string } {
  const found = omitted.find(({ lines: [from, to] }) => line >= from && line <= to)
  return found ? { what: found.what, why: found.why } : MARKS
}

function samePlace(a: Omit<LineReport, 'lines'>, b: Omit<LineReport, 'lines'>): boolean {
  return a.slides?.join(' ') === b.slides?.join(' ')
    && a.leftOut?.what === b.leftOut?.what
    && a.leftOut?.why === b.leftOut?.why
}
