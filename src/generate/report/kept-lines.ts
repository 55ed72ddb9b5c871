import type { GeneratedLecture } from '../course/make-lectures.ts'
import type { Omission, SourceDocument } from '../document.ts'
import type { KeptCount } from './what-is-kept.ts'
import { AROUND_THE_TEXT } from '../read/html/boilerplate.ts'
import { numberOfWords } from '../text/words.ts'
import { whatIsKept } from './what-is-kept.ts'

/** What lectures keep of their documents, in words for people. */
export interface KeptLines {
  /** How many sentences, lines of code and pictures. */
  counts: string[]
  /** What was found neither on slides nor in notes, by its document. */
  lost: string[]
  /** What was left out of each page, as a part of the page and not of its text. */
  furniture: string[]
}

/** Sentences of a document that are listed, and characters of each. */
const MAX = { listed: 5, characters: 100 }

/** @param nameOf what a document's file is called */
export function keptLines(lectures: readonly GeneratedLecture[], nameOf: (file: string) => string): KeptLines {
  const documents = Array.from(new Set(lectures.map(({ document }) => document)), (document) => {
    const own = lectures.filter(lecture => lecture.document === document).map(({ lecture }) => lecture)
    return { name: nameOf(document.file), document, kept: whatIsKept(document, own) }
  })
  const counted = documents.flatMap(({ kept }) => kept ?? [])
  return {
    counts: [
      ...countLine('Sentences', counted.map(({ sentences }) => sentences)),
      ...countLine('Lines of code', counted.map(({ code }) => code)),
      ...pictureLine(lectures),
    ],
    lost: documents.flatMap(({ name, kept }) =>
      kept ? lostLines(name, [...kept.sentences.lost, ...kept.code.lost]) : []),
    furniture: documents.flatMap(({ name, document }) => furnitureLine(name, document)),
  }
}

function countLine(what: string, counts: readonly KeptCount[]): string[] {
  const sum = (value: (count: KeptCount) => number) => counts.reduce((total, count) => total + value(count), 0)
  const all = sum(({ all }) => all)
  if (!all)
    return []
  const parts = [
    `${sum(({ kept }) => kept)} of ${all} on slides or in notes`,
    ...sum(({ leftOut }) => leftOut) ? [`${sum(({ leftOut }) => leftOut)} left out with a reason (see --report)`] : [],
    ...sum(({ lost }) => lost.length) ? [`${sum(({ lost }) => lost.length)} not found again`] : [],
  ]
  return [`${what}: ${parts.join(', ')}.`]
}

function pictureLine(lectures: readonly GeneratedLecture[]): string[] {
  const found = lectures.reduce((sum, { pictures }) => sum + pictures.length, 0)
  const missing = lectures.reduce((sum, { missingPictures }) => sum + missingPictures.length, 0)
  return found + missing ? [`Pictures: ${found} of ${found + missing} found.`] : []
}

function lostLines(name: string, lost: readonly string[]): string[] {
  const listed = lost.slice(0, MAX.listed).map(text => `${name}: ${shorten(text)}`)
  return lost.length > MAX.listed ? [...listed, `${name}: and ${lost.length - MAX.listed} more`] : listed
}

function furnitureLine(name: string, { omitted }: SourceDocument): string[] {
  const parts = omitted.filter(({ why }) => why === AROUND_THE_TEXT)
  const words = (part: Omission) => numberOfWords(part.what)
  const [longest] = [...parts].sort((a, b) => words(b) - words(a))
  if (!longest)
    return []
  const total = parts.reduce((sum, part) => sum + words(part), 0)
  const count = `${parts.length} ${parts.length === 1 ? 'part' : 'parts'}, ${total} ${total === 1 ? 'word' : 'words'}`
  return [`${name}: ${count}; the longest on line ${longest.lines[0]}: "${shorten(longest.what)}"`]
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > MAX.characters ? `${line.slice(0, MAX.characters).trimEnd()} …` : line
}
