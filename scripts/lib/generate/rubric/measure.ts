import type { SourceDocument } from '../document.ts'
import type { Measured } from './checks.ts'
import { parseSync, stringify } from '@slidev/parser'
import { PictureFinder } from '../course/pictures.ts'
import { writeLecture } from '../course/written-lecture.ts'
import { planLectures } from '../plan-lectures.ts'
import { deckFacts } from './deck-facts.ts'
import { sourceFacts } from './source-facts.ts'

/** Generates a document's lecture in memory and collects everything that the checks read. */
export function measureDocument(document: SourceDocument, assets: Map<string, string>): Measured {
  const started = performance.now()
  const pictures = new PictureFinder({ file: document.file, target: 'images' }, assets)
  const lectures = planLectures(document, { split: 'lecture' }).map(lecture => writeLecture(document, lecture, pictures))
  const milliseconds = performance.now() - started
  const texts = lectures.map(lecture => lecture.texts.join('\n'))
  const addresses = new Map(Array.from(pictures.found, ([url, { to }]) => [url, `/${to}`]))
  return {
    document,
    source: sourceFacts(document),
    slides: texts.flatMap(deckFacts),
    planned: lectures.flatMap(({ drafts }) => drafts),
    texts,
    addresses,
    pictures: [...pictures.found.values()],
    roundTrip: texts.every((text, i) => {
      const parsed = parseSync(text, 'lecture.md')
      return parsed.slides.length === lectures[i]!.texts.length && stringify(parsed) === text
    }),
    milliseconds,
  }
}
