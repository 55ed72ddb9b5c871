import type { WrittenLecture } from '../course/write-lecture.ts'
import type { SourceDocument } from '../document.ts'
import { saysHeading } from '../plan/titles.ts'
import { lettersOf } from '../text/words.ts'
import { readAgain, readSlidesAgain } from './second-reading.ts'

/** How many of how many things of a document are in its lectures. */
export interface KeptCount {
  all: number
  /** On slides or in notes. */
  kept: number
  /** Left out, and named with the reason. */
  leftOut: number
  /** Neither kept nor named. */
  lost: string[]
}

export interface WhatIsKept {
  sentences: KeptCount
  code: KeptCount
}

/**
 * What of a document stands in its lectures. Both are read by other parsers than those that the generator reads and
 * writes with, so that what it misreads shows here. Undefined for plain text.
 */
export function whatIsKept(document: SourceDocument, lectures: readonly WrittenLecture[]): WhatIsKept | undefined {
  const source = readAgain(document)
  if (!source)
    return undefined
  const texts = lectures.flatMap(lecture => lecture.texts)
  const slides = readSlidesAgain(texts)
  const shown = new LettersInOrder(slides.sentences)
  let marked: LettersInOrder | undefined
  /** What is a mark in one document is text in another, which is about marks. */
  const isShown = (text: string) => {
    if (shown.have(text))
      return true
    marked ??= new LettersInOrder(readSlidesAgain(texts, true).sentences)
    return marked.have(text)
  }
  const omitted = document.omitted.map(({ what }) => what)
  const named = new LettersInOrder(omitted)
  const code = new Set(slides.code.map(line => line.trim()))
  // A chain of several lines that became a drawing stands in it as one comment.
  const drawn = new LettersInOrder(slides.code.filter(line => /^\s*(?:%%|#) /.test(line)))
  const omittedCode = new Set(omitted.flatMap(what => what.split('\n').map(line => line.trim())))
  const headings = new Set(source.headings)
  // A section's first sentence can stand as its title, where it has the words of the heading.
  const isSaid = (text: string) => headings.has(text) && slides.headings.some(title => saysHeading(title, text))
  return {
    sentences: count(
      source.sentences.filter(lettersOf),
      text => isShown(text) || isSaid(text),
      text => named.have(text),
    ),
    code: count(
      source.code.map(line => line.trim()),
      line => code.has(line) || code.has(`# ${line}`) || code.has(`%% ${line}`) || isShown(line) || drawn.have(line),
      line => omittedCode.has(line) || named.have(line),
    ),
  }
}

function count(things: readonly string[], isKept: (thing: string) => boolean, isNamed: (thing: string) => boolean) {
  const result: KeptCount = { all: things.length, kept: 0, leftOut: 0, lost: [] }
  for (const thing of things) {
    if (isKept(thing))
      result.kept++
    else if (isNamed(thing))
      result.leftOut++
    else
      result.lost.push(thing)
  }
  return result
}

/** Letters around the last place that are looked through before all others. */
const WINDOW = { before: 4000, after: 40_000 }

/** The letters of texts, in which others are looked for that mostly come in the same order. */
export class LettersInOrder {
  readonly #letters: string
  #last = 0

  constructor(texts: readonly string[]) {
    this.#letters = texts.map(lettersOf).join('|')
  }

  /** Whether the letters of a text stand somewhere, one after the other. */
  have(text: string): boolean {
    const letters = lettersOf(text)
    const start = Math.max(0, this.#last - WINDOW.before)
    const near = this.#letters.slice(start, this.#last + WINDOW.after).indexOf(letters)
    const at = near < 0 ? this.#letters.indexOf(letters) : start + near
    if (at >= 0)
      this.#last = at
    return at >= 0 && letters !== ''
  }
}
