import type { PhrasingContent } from 'mdast'
import { Inline, TOKEN } from './inline.ts'
import { inAllLanguages } from './languages/all.ts'
import { anyOf } from './patterns.ts'
import { numberOfWords } from './words.ts'

/** A sentence of a paragraph. */
export interface Sentence {
  inline: Inline
  /** Its part of `inline.text`. */
  text: string
  /** What a reader sees. */
  plain: string
  words: number
  /** As the document has it, where its subject has been named. */
  original?: Sentence
}

const ABBREVIATIONS = new Set(inAllLanguages('abbreviations'))
/** An answer belongs to the sentence that explains it. */
const ANSWER = new RegExp(`^\\W*${anyOf([...inAllLanguages('answers'), ...inAllLanguages('confirmations')])}\\W*$`, 'i')
/** Marks and signs that can stand behind the end of a sentence. */
const CLOSERS = /[\u{100000}-\u{10FFFD}"'’”»)\]\s]+$/u

/** Numbers of characters. */
const MAX = {
  /** After which no further part joins a sentence. */
  joined: 600,
  /** Of a part whose brackets may be closed in what follows. */
  withOpenBracket: 400,
  /** That are looked at behind a part. */
  following: 300,
  /** Of the end of a part, with its last word. */
  end: 60,
}

const segmenters = new Map<string, Intl.Segmenter>()

/** The sentences of phrasing content; each keeps its formatting. */
export function sentencesOf(nodes: readonly PhrasingContent[], language = 'en'): Sentence[] {
  const inline = new Inline(nodes)
  return splitText(inline, language).flatMap((text): Sentence[] => {
    const plain = inline.plain(text)
    return plain.trim() ? [{ inline, text, plain, words: numberOfWords(plain) }] : []
  })
}

function splitText(inline: Inline, language: string): string[] {
  // A formatted piece looks like a capital word to the segmenter, an open or closed mark like a quotation mark; lengths
  // stay.
  const shown = inline.text.replace(TOKEN, character => inline.tokenOf(character)?.kind === 'node' ? 'Xx' : '""')
  const parts: string[] = []
  let start = 0
  for (const { index, segment } of segmenterFor(language).segment(shown)) {
    const end = index + segment.length
    const part = shown.slice(start, end)
    if (end < shown.length && part.length < MAX.joined && goesOn(part, shown.slice(end, end + MAX.following), language))
      continue
    parts.push(inline.text.slice(start, end).trim())
    start = end
  }
  if (start < shown.length)
    parts.push(inline.text.slice(start).trim())
  return parts.filter(Boolean)
}

/** Whether a part that the segmenter has cut off goes on in the rest. */
function goesOn(part: string, rest: string, language: string): boolean {
  if (ANSWER.test(part))
    return true
  // A full stop inside a name or number, as in *.txt.
  if (/[.!?]$/.test(part) && /^\S/.test(rest))
    return true
  const core = part.slice(-MAX.end).replace(CLOSERS, '')
  if (/^["'’”»)\]]*[,;:–—]|^\s*\p{Ll}/u.test(rest) && !/[。！？]$/.test(core))
    return true
  if (endsWithAbbreviation(core))
    return true
  // "Am 3. Mai".
  if (language === 'de' && /\s\d{1,2}\.$/.test(core))
    return true
  // `1.` at the start of a part is a number, not a sentence.
  if (part.length < MAX.end && /^\s*\(?\d+\.$/.test(core))
    return true
  return part.length < MAX.withOpenBracket && /[)\]]/.test(rest) && hasOpenBracket(part)
}

/** An abbreviation, or an initial. */
function endsWithAbbreviation(text: string): boolean {
  const word = /(\S+)\.$/.exec(text)?.[1]?.toLowerCase().replace(/^[("'“‘[]+/, '')
  return word !== undefined && (ABBREVIATIONS.has(word) || /^\p{L}$/u.test(word))
}

function hasOpenBracket(part: string): boolean {
  let open = 0
  for (const character of part) {
    if (character === '(')
      open++
    else if (character === ')')
      open = Math.max(0, open - 1)
  }
  return open > 0
}

/** English rules for a language that is none. */
function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known)
    return known
  const segmenter = newSegmenter(language) ?? newSegmenter('en')!
  segmenters.set(language, segmenter)
  return segmenter
}

function newSegmenter(language: string): Intl.Segmenter | undefined {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' })
  }
  catch {
    return undefined
  }
}
