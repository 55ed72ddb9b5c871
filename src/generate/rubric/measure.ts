import type { Picture } from '../course/pictures.ts'
import type { WrittenLecture } from '../course/written-lecture.ts'
import type { SourceDocument } from '../document.ts'
import type { Measured } from './checks.ts'
import process from 'node:process'
import { parseSync, stringify } from '@slidev/parser'
import { UserError } from '../../../scripts/lib/errors.ts'
import { PictureFinder } from '../course/pictures.ts'
import { writeLecture } from '../course/written-lecture.ts'
import { planLectures } from '../plan-lectures.ts'
import { readDocument } from '../read/read-document.ts'
import { deckFacts } from './deck-facts.ts'
import { sourceFacts } from './source-facts.ts'

/** Milliseconds of processor time that reading, planning and writing a document take. */
export function timeOf(input: { file: string, bytes: Uint8Array }): number {
  const before = process.cpuUsage()
  try {
    const document = readDocument(input)
    const pictures = new PictureFinder({ file: document.file, target: 'images' }, new Map())
    planLectures(document, { split: 'lecture' }).forEach(lecture => writeLecture(document, lecture, pictures))
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
  const pictures = new PictureFinder({ file: document.file, target: 'images' }, assets)
  const lectures = planLectures(document, { split: 'lecture' }).map(lecture => writeLecture(document, lecture, pictures))
  return measureLectures(document, lectures, pictures.found)
}

/** Collects everything that the checks read of a document and the lectures that it became. */
export function measureLectures(document: SourceDocument, lectures: readonly WrittenLecture[], found: ReadonlyMap<string, Picture>): Measured {
  const texts = lectures.map(lecture => lecture.texts.join('\n'))
  return {
    document,
    source: sourceFacts(document),
    slides: texts.flatMap(deckFacts),
    planned: lectures.flatMap(({ drafts }) => drafts),
    texts,
    addresses: new Map(Array.from(found, ([url, { to }]) => [url, `/${to}`])),
    pictures: [...found.values()],
    roundTrip: texts.every((text, i) => {
      const parsed = parseSync(text, 'lecture.md')
      return parsed.slides.length === lectures[i]!.texts.length && stringify(parsed) === text
    }),
  }
}
