import type { Picture } from '../course/pictures.ts'
import type { WrittenLecture } from '../course/write-lecture.ts'
import type { SourceDocument } from '../document.ts'
import type { SlideFacts } from './slide-facts.ts'
import type { SourceFacts } from './source-facts.ts'
import { readSlideFacts } from './slide-facts.ts'
import { sourceFacts } from './source-facts.ts'

/** A document and the slides that it became, as facts of both. */
export interface Comparison {
  document: SourceDocument
  source: SourceFacts
  slides: SlideFacts[]
  /** Address in the deck of each picture that was found. */
  addresses: Map<string, string>
}

/**
 * Reads the facts of a document, and of its lectures as they were written.
 * @param found pictures by the address that the document names
 */
export function compareLectures(
  document: SourceDocument,
  lectures: readonly WrittenLecture[],
  found: ReadonlyMap<string, Picture>,
): Comparison {
  return {
    document,
    source: sourceFacts(document),
    slides: lectures.flatMap(({ texts }) => readSlideFacts(texts.join('\n'))),
    addresses: new Map(Array.from(found, ([url, { to }]) => [url, `/${to}`])),
  }
}
