import type { Picture } from '../../src/generate/course/pictures.ts'
import type { WrittenLecture } from '../../src/generate/course/write-lecture.ts'
import type { SourceDocument } from '../../src/generate/document.ts'
import type { Measured } from './checks.ts'
import process from 'node:process'
import { parseSync, stringify } from '@slidev/parser'
import { UserError } from '../../src/core/errors.ts'
import { PictureFinder } from '../../src/generate/course/pictures.ts'
import { writeLecture } from '../../src/generate/course/write-lecture.ts'
import { planLectures } from '../../src/generate/plan-lectures.ts'
import { readDocument } from '../../src/generate/read/read-document.ts'
import { compareLectures } from '../../src/generate/report/comparison.ts'

/** Milliseconds of processor time that reading, planning and writing a document take. */
export function timeOf(input: { file: string, bytes: Uint8Array }): number {
  const before = process.cpuUsage()
  try {
    writeLectures(readDocument(input), new Map())
  }
  catch (error) {
    if (!(error instanceof UserError))
      throw error
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Generates a document's lecture in memory and collects everything that the checks read. */
export function measureDocument(document: SourceDocument, assets: Map<string, string>): Measured {
  const { lectures, found } = writeLectures(document, assets)
  return measureLectures(document, lectures, found)
}

/** A document's lectures in memory, and the pictures that were found for them. */
export function writeLectures(document: SourceDocument, assets: Map<string, string>) {
  const pictures = new PictureFinder({ file: document.file, target: 'images' }, assets)
  const planned = planLectures(document, { split: 'lecture' })
  return { lectures: planned.map(lecture => writeLecture(document, lecture, pictures)), found: pictures.found }
}

/** Collects everything that the checks read of a document and the lectures that it became. */
export function measureLectures(
  document: SourceDocument,
  lectures: readonly WrittenLecture[],
  found: ReadonlyMap<string, Picture>,
): Measured {
  return {
    ...compareLectures(document, lectures, found),
    planned: lectures.flatMap(({ drafts }) => drafts),
    texts: lectures.map(({ texts }) => texts.join('\n')),
    pictures: [...found.values()],
    roundTrip: lectures.every(({ texts }) => survivesRoundTrip(texts)),
  }
}

function survivesRoundTrip(slides: readonly string[]): boolean {
  const text = slides.join('\n')
  const parsed = parseSync(text, 'lecture.md')
  return parsed.slides.length === slides.length && stringify(parsed) === text
}
