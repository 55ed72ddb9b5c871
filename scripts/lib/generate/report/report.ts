import type { GeneratedCourse, GeneratedLecture } from '../course/generate-course.ts'
import type { SourceDocument } from '../document.ts'
import type { Figure } from '../rubric/figures.ts'
import path from 'node:path'
import { plainText } from '../../../../src/markdown/plain-text.ts'
import { textFigures } from '../rubric/figures.ts'
import { measureLectures } from '../rubric/measure.ts'
import { linesOf } from '../sections.ts'
import { phrasingText } from '../write/markdown.ts'

/** Where a run of lines of a document went. */
export interface LineReport {
  lines: [number, number]
  /** `lecture#slide` of each slide that stands for the lines. */
  slides?: string[]
  /** What stands on none: what it is, and why it was left out. */
  leftOut?: { what: string, why: string }
}

export interface Report {
  documents: { file: string, format: string, lines: number, where: LineReport[] }[]
  lectures: {
    slug: string
    file: string
    outcome: string
    changes: GeneratedLecture['fates']
    missingPictures: string[]
    slides: { id: string, title: string, lines?: [number, number], sentences: { text: string, score: number, chosen: boolean, central: boolean }[] }[]
  }[]
  /** Slides that do not fit, where they were measured. */
  overflows: GeneratedCourse['overflows']
  figures: Figure[]
}

/** Everything that a run did, for people and for programs: where each line went, what was changed, what was left out and why. */
export function reportOf({ lectures, overflows }: GeneratedCourse): Report {
  const documents = [...new Set(lectures.map(({ document }) => document))]
  const of = (document: SourceDocument) => lectures.filter(lecture => lecture.document === document)
  const pictures = (document: SourceDocument) => new Map(of(document).flatMap(lecture => lecture.pictures.map(picture => [picture.url, picture] as const)))
  return {
    documents: documents.map(document => ({ file: document.file, format: document.format, lines: document.text.split('\n').length, where: whereLinesWent(document, of(document)) })),
    lectures: lectures.map(({ place, outcome, fates, missingPictures, lecture }) => ({
      slug: place.slug,
      file: path.basename(place.file),
      outcome,
      changes: fates,
      missingPictures,
      slides: lecture.drafts.map((draft, i) => ({ id: lecture.ids[i]!, title: plainText(phrasingText(draft.title)), lines: linesOf(draft.sources), sentences: draft.choices })),
    })),
    overflows,
    figures: textFigures(documents.map(document => measureLectures(document, of(document).map(({ lecture }) => lecture), pictures(document)))),
  }
}

/** Runs of lines with the same fate, blank lines left aside. */
export function whereLinesWent({ text, leftOut }: SourceDocument, lectures: readonly GeneratedLecture[]): LineReport[] {
  const lines = text.split('\n')
  const slides = lines.map((): string[] => [])
  for (const { place, lecture } of lectures) {
    lecture.drafts.forEach(({ sources }, i) => {
      for (const source of sources) {
        const [from, to] = linesOf([source]) ?? [1, 0]
        for (let line = from; line <= Math.min(to, lines.length); line++) {
          const name = `${place.slug}#${lecture.ids[i]}`
          if (!slides[line - 1]!.includes(name))
            slides[line - 1]!.push(name)
        }
      }
    })
  }
  const reports: LineReport[] = []
  lines.forEach((content, i) => {
    if (!content.trim())
      return
    const line = i + 1
    const left = leftOut.find(({ lines: [from, to] }) => line >= from && line <= to)
    const fate: LineReport = slides[i]!.length
      ? { lines: [line, line], slides: slides[i]! }
      : { lines: [line, line], leftOut: left ? { what: left.what, why: left.why } : { what: 'marks', why: 'it marks what other lines say: a rule, the address of a link, the edge of a block' } }
    const last = reports.at(-1)
    if (last && sameFate(last, fate) && lines.slice(last.lines[1], i).every(text => !text.trim()))
      last.lines[1] = line
    else
      reports.push(fate)
  })
  return reports
}

function sameFate(a: LineReport, b: LineReport): boolean {
  return a.slides?.join(' ') === b.slides?.join(' ') && a.leftOut?.what === b.leftOut?.what && a.leftOut?.why === b.leftOut?.why
}
