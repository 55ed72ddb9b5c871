import type { GeneratedCourse } from '../course/generate-course.ts'
import type { GeneratedLecture } from '../course/make-lectures.ts'
import type { SourceDocument } from '../document.ts'
import type { SlideChange } from '../merge/merge-lecture.ts'
import type { Comparison } from './comparison.ts'
import type { Figure } from './figures.ts'
import type { FileReport } from './files.ts'
import type { LineReport } from './where-lines-went.ts'
import path from 'node:path'
import { plainText } from '../../markdown/plain-text.ts'
import { choicesOf } from '../plan/slide.ts'
import { isPlainFormat } from '../read/formats.ts'
import { linesOf } from '../sections.ts'
import { phrasingText } from '../write/markdown.ts'
import { compareLectures } from './comparison.ts'
import { filesOf } from './files.ts'
import { keptFigures } from './kept.ts'
import { whereLinesWent } from './where-lines-went.ts'

interface DocumentReport {
  file: string
  format: string
  /** Whose lines are meant: those of the file, or of the Markdown or HTML that it was converted to. */
  linesOf: 'file' | 'converted text'
  lines: number
  /** For each line of a notebook the cell that it comes from. */
  places?: readonly string[]
  where: LineReport[]
}

interface SlideReport {
  id: string
  title: string
  lines?: [number, number]
  /** Sentences that could stand on the slide, with how much each says. */
  sentences: { text: string, score: number, chosen: boolean, central: boolean }[]
}

interface LectureReport {
  slug: string
  file: string
  outcome: string
  /** What became of slides of a former run. */
  changes: { fate: SlideChange, title: string }[]
  missingPictures: string[]
  slides: SlideReport[]
}

export interface Report {
  /** Every file of what was read, and why one was left out. */
  files: FileReport[]
  documents: DocumentReport[]
  lectures: LectureReport[]
  /** Slides that do not fit, where they were measured. */
  overflows: GeneratedCourse['overflows']
  /** How much of the documents the slides keep. */
  figures: Figure[]
}

/**
 * Everything that a run did, for people and for programs: where each line went, what was changed, what was left out
 * and why.
 */
export function reportOf({ inputs, lectures, overflows }: GeneratedCourse): Report {
  const sources = new Set(lectures.map(({ document }) => document))
  const documents = Array.from(sources, (document) => {
    return { document, lectures: lectures.filter(lecture => lecture.document === document) }
  })
  return {
    files: filesOf(inputs),
    documents: documents.map(({ document, lectures }) => documentReport(document, lectures)),
    lectures: lectures.map(lectureReport),
    overflows,
    figures: keptFigures(documents.map(({ document, lectures }) => comparisonOf(document, lectures))),
  }
}

function comparisonOf(document: SourceDocument, lectures: readonly GeneratedLecture[]): Comparison {
  const pictures = lectures.flatMap(({ pictures }) => pictures)
  const found = new Map(pictures.map(picture => [picture.url, picture]))
  return compareLectures(document, lectures.map(({ lecture }) => lecture), found)
}

function documentReport(document: SourceDocument, lectures: readonly GeneratedLecture[]): DocumentReport {
  return {
    file: document.file,
    format: document.format,
    linesOf: isPlainFormat(document.format) ? 'file' : 'converted text',
    places: document.places,
    lines: document.text.split('\n').length,
    where: whereLinesWent(document, lectures),
  }
}

function lectureReport({ place, outcome, changes, missingPictures, lecture }: GeneratedLecture): LectureReport {
  return {
    slug: place.slug,
    file: path.basename(place.file),
    outcome,
    changes: changes.map(({ change, title }) => ({ fate: change, title })),
    missingPictures,
    slides: lecture.drafts.map((draft, i) => ({
      id: lecture.ids[i]!,
      title: plainText(phrasingText(draft.title)),
      lines: linesOf(draft.sources),
      sentences: choicesOf(draft),
    })),
  }
}
