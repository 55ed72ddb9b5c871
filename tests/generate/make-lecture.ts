import type { Split } from '../../src/generate/splits.ts'
import { Buffer } from 'node:buffer'
import { measureLectures } from '../../bench/rubric/measure.ts'
import { PictureFinder } from '../../src/generate/course/pictures.ts'
import { writeLecture } from '../../src/generate/course/write-lecture.ts'
import { planLectures } from '../../src/generate/plan-lectures.ts'
import { readDocument } from '../../src/generate/read/read-document.ts'

/** A document's lectures in memory, with what the rubric measures of them. */
export function makeLectures(text: string | Uint8Array, { file = '/lectures/document.md', split = 'lecture', language }: { file?: string, split?: Split, language?: string } = {}) {
  const document = readDocument({ file, bytes: typeof text === 'string' ? Buffer.from(text) : text })
  const pictures = new PictureFinder({ file, target: 'images' }, new Map())
  const lectures = planLectures(document, { split, language }).map(lecture => writeLecture(document, lecture, pictures))
  return { document, lectures, measured: measureLectures(document, lectures, pictures.found), markdown: lectures.map(({ texts }) => texts.join('\n')) }
}
