import type { PhrasingContent } from 'mdast'
import { Inline } from './inline.ts'
import { countWords } from './words.ts'

/** A sentence of a paragraph. */
export interface Sentence {
  inline: Inline
  /** Its part of `inline.text`. */
  text: string
  /** What a reader sees. */
  plain: string
  words: number
}

/** Abbreviations after whose full stop a sentence goes on. */
const ABBREVIATIONS = new Set(`e.g i.e vs cf etc mr mrs ms dr prof st no nos fig figs eq sec ch vol pp ed eds al approx ca resp inc ltd co corp dept est min max
z.b d.h u.a bzw usw ggf bsp nr abb s p.ex p.ej ej ph.d u.s u.k a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec`.split(/\s+/))
const CLOSERS = /[\u{100000}-\u{10FFFD}"'’”»)\]\s]+$/u

/** An answer belongs to the sentence that explains it. */
const ANSWER = /^\W*(?:yes|no|yep|nope|exactly|right|correct|true|false|ja|nein|oui|non|sí)\W*$/i
/** Characters after which no further part joins a sentence. */
const LONGEST = 600

const segmenters = new Map<string, Intl.Segmenter>()

/** The sentences of phrasing content; each keeps its formatting. */
export function sentencesOf(nodes: readonly PhrasingContent[], language = 'en'): Sentence[] {
  const inline = new Inline(nodes)
  return splitText(inline, language).map(text => ({ inline, text, plain: inline.plain(text), words: countWords(inline.plain(text)) })).filter(({ plain }) => plain.trim())
}

function splitText(inline: Inline, language: string): string[] {
  // A formatted piece looks like a capital word to the segmenter, an open or closed mark like a quotation mark; lengths stay.
  const shown = inline.text.replace(/[\u{100000}-\u{10FFFD}]/gu, character => inline.tokenOf(character)?.kind === 'node' ? 'Xx' : '""')
  const parts: string[] = []
  let start = 0
  for (const { index, segment } of segmenter(language).segment(shown)) {
    const end = index + segment.length
    const part = shown.slice(start, end)
    if (end < shown.length && part.length < LONGEST && goesOn(part, shown.slice(end, end + 300)))
      continue
    parts.push(inline.text.slice(start, end).trim())
    start = end
  }
  if (start < shown.length)
    parts.push(inline.text.slice(start).trim())
  return parts.filter(Boolean)
}

function goesOn(part: string, rest: string): boolean {
  if (ANSWER.test(part))
    return true
  // A full stop inside a name or number, as in *.txt.
  if (/[.!?]$/.test(part) && /^\S/.test(rest))
    return true
  const core = part.slice(-60).replace(CLOSERS, '')
  if (/^["'’”»)\]]*[,;:–—]|^\s*\p{Ll}/u.test(rest) && !/[。！？]$/.test(core))
    return true
  const last = /(\S+)\.$/.exec(core)?.[1]?.toLowerCase().replace(/^[("'“‘[]+/, '')
  if (last && (ABBREVIATIONS.has(last) || /^\p{L}$/u.test(last)))
    return true
  // `1.` at the start of a part is a number, not a sentence.
  if (/^\s*\(?\d+\.$/.test(part.length < 60 ? core : ''))
    return true
  return openBrackets(part) > 0 && part.length < 400 && /[)\]]/.test(rest)
}

function openBrackets(part: string): number {
  let open = 0
  for (const character of part) {
    if (character === '(')
      open++
    else if (character === ')')
      open = Math.max(0, open - 1)
  }
  return open
}

function segmenter(language: string): Intl.Segmenter {
  let found = segmenters.get(language)
  if (!found) {
    try {
      found = new Intl.Segmenter(language, { granularity: 'sentence' })
    }
    catch {
      found = new Intl.Segmenter('en', { granularity: 'sentence' })
    }
    segmenters.set(language, found)
  }
  return found
}
