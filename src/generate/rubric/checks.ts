import type { Picture } from '../course/pictures.ts'
import type { SourceDocument } from '../document.ts'
import type { SlideDraft } from '../plan/slide.ts'
import type { SlideFacts } from './deck-facts.ts'
import type { SourceFacts } from './source-facts.ts'
import { limits } from '../limits.ts'
import { phrasesIn } from '../phrases.ts'
import { calloutKind } from '../plan/callouts.ts'
import { admonitionTitle } from '../plan/document-items.ts'
import { isKnownLanguage } from '../plan/languages.ts'
import { contentWords, countWords, lettersOf } from '../text/words.ts'

/** A document, and what was made of it. */
export interface Measured {
  document: SourceDocument
  source: SourceFacts
  slides: SlideFacts[]
  planned: SlideDraft[]
  texts: string[]
  /** Address in the deck of each picture that was found. */
  addresses: Map<string, string>
  pictures: Picture[]
  roundTrip: boolean
}

/** How many of how many are as they should be, and some that are not. */
export interface Count {
  good: number
  all: number
  misses: string[]
}

export interface Check {
  id: string
  what: string
  /** A gate must hold; the rest is a matter of degree. */
  gate: boolean
  /** Least or largest share of good ones that passes. */
  threshold: { least: number } | { most: number } | { from: number, to: number }
  count: (measured: Measured) => Count
}

const CONTINUED = /\((?:cont\.|suite|Forts\.)\)$/

/** Every check that reads the Markdown alone. */
export const checks: readonly Check[] = [
  { id: 'C1', what: 'sentences kept', gate: true, threshold: { least: 1 }, count: ({ source, slides }) => all(source.sentences, ({ text }) => letters(slides).includes(lettersOf(text)), ({ text, line }) => `line ${line ?? '?'}: ${text}`) },
  { id: 'C2', what: 'lines of code kept', gate: true, threshold: { least: 1 }, count: keptCode },
  { id: 'C3', what: 'pictures kept', gate: true, threshold: { least: 1 }, count: ({ source, slides, addresses }) => all(source.images, url => slides.some(({ images, links, letters }) => images.includes(addresses.get(url) ?? url) || links.includes(url) || (!addresses.has(url) && letters.includes(lettersOf(url))))) },
  { id: 'C4', what: 'links kept', gate: true, threshold: { least: 1 }, count: ({ source, slides }) => all(source.links, url => slides.some(({ links }) => links.some(link => sameAddress(link, url)))) },
  { id: 'C5', what: 'admonitions kept', gate: true, threshold: { least: 1 }, count: keptAdmonitions },
  { id: 'C6', what: 'headings kept in order', gate: true, threshold: { least: 1 }, count: keptHeadings },
  { id: 'C7', what: 'text on slides is the document\'s', gate: true, threshold: { least: 1 }, count: faithful },
  { id: 'V1', what: 'slides as planned after a round trip', gate: true, threshold: { least: 1 }, count: ({ roundTrip, document }) => all([document.file], () => roundTrip) },
  { id: 'V3', what: 'fence languages known', gate: true, threshold: { least: 1 }, count: ({ slides }) => all(slides.flatMap(({ code }) => code), ({ language }) => language === 'stack' || isKnownLanguage(language), ({ language }) => language) },
  { id: 'S1', what: 'slides with a title', gate: true, threshold: { least: 1 }, count: ({ slides }) => all(slides, ({ title }) => Boolean(title.trim()), (_, i) => `slide ${i + 1}`) },
  { id: 'D1', what: `slides of ${limits.words.target + 2} words or fewer`, gate: false, threshold: { least: 0.97 }, count: ({ slides }) => all(slides, ({ words }) => words <= 40, ({ title, words }) => `${title}: ${words} words`) },
  { id: 'D1b', what: 'slides of 60 words or fewer', gate: false, threshold: { least: 1 }, count: ({ slides }) => all(slides, ({ words }) => words <= 60, ({ title, words }) => `${title}: ${words} words`) },
  { id: 'D2', what: 'slides of 6 bullets or fewer', gate: false, threshold: { least: 1 }, count: ({ slides }) => all(slides, ({ bullets }) => bullets.length <= 6, ({ title, bullets }) => `${title}: ${bullets.length}`) },
  { id: 'D2b', what: 'bullets of 20 words or fewer', gate: false, threshold: { least: 0.9 }, count: ({ slides }) => all(slides.flatMap(({ bullets }) => bullets), text => countWords(text) <= 20, text => text) },
  { id: 'D3', what: 'code of 14 lines or fewer', gate: false, threshold: { least: 1 }, count: ({ slides }) => all(slides.flatMap(({ code, title }) => code.map(({ lines, language }) => ({ lines, language, title }))), ({ lines, language }) => lines.length <= 14 || language === 'stack' || language === 'mermaid', ({ title, lines }) => `${title}: ${lines.length} lines`) },
  { id: 'D5', what: 'thin slides', gate: false, threshold: { most: 0.02 }, count: ({ slides }) => all(slides.slice(1), slide => slide.words < 6 && isText(slide) && slide.layout !== 'section' && !slide.callouts.length, ({ title }) => title) },
  { id: 'D6', what: 'text slides with a single bullet', gate: false, threshold: { most: 0.25 }, count: ({ slides }) => all(slides.slice(1).filter(slide => isText(slide) && slide.layout !== 'section'), slide => slide.bullets.length === 1 && slide.lines.length === 1, ({ title }) => title) },
  { id: 'S2', what: 'titles unlike the one before', gate: false, threshold: { least: 1 }, count: ({ slides }) => all(slides.slice(2), ({ title }, i) => title !== slides[i + 1]!.title || CONTINUED.test(title), ({ title }) => title) },
  { id: 'S3', what: 'slides that only continue', gate: false, threshold: { most: 0.25 }, count: ({ slides }) => all(slides, ({ title }) => CONTINUED.test(title), ({ title }) => title) },
  { id: 'S5', what: 'slides with one thing shown', gate: false, threshold: { least: 1 }, count: ({ slides }) => all(slides, ({ code, images, tables }) => Math.min(code.length, 1) + (code.length > 2 ? 1 : 0) + images.length + tables.length <= 1, ({ title }) => title) },
]

/** Text slides for each 1,000 words of prose, over all documents. */
export function pace(measured: readonly Measured[]): number {
  const words = measured.reduce((sum, { source }) => sum + source.words, 0)
  const text = measured.reduce((sum, { slides }) => sum + slides.filter((slide, i) => i > 0 && isText(slide) && slide.layout !== 'section').length, 0)
  return words ? text / words * 1000 : 0
}

function isText({ code, images, tables, drawn }: SlideFacts): boolean {
  return !code.length && !images.length && !tables.length && !drawn
}

function all<T>(items: readonly T[], good: (item: T, i: number) => boolean, name: (item: T, i: number) => string = String): Count {
  const bad = items.flatMap((item, i) => good(item, i) ? [] : [name(item, i)])
  return { good: items.length - bad.length, all: items.length, misses: bad }
}

const joined = new WeakMap<readonly SlideFacts[], string>()

function letters(slides: readonly SlideFacts[]): string {
  let text = joined.get(slides)
  if (text === undefined)
    joined.set(slides, text = slides.map(slide => slide.letters).join('|'))
  return text
}

function keptCode({ source, slides }: Measured): Count {
  const shown = slides.flatMap(({ code }) => code.flatMap(({ lines }) => lines))
  let from = 0
  return all(source.code, (line) => {
    const found = shown.findIndex((other, i) => i >= from && (other === line.trimEnd() || other.trim() === line.trim() || other === `# ${line.trim()}` || other.trim() === `%% ${line.trim()}`))
    if (found < 0)
      return false
    from = found + 1
    return true
  })
}

function sameAddress(a: string, b: string): boolean {
  const plain = (url: string) => url.replace(/%28/g, '(').replace(/%29/g, ')')
  return plain(a) === plain(b)
}

/** An admonition is a callout of its kind, or has slides of its own that are called as it is. */
function keptAdmonitions({ source, slides, document }: Measured): Count {
  const callouts = slides.flatMap(slide => slide.callouts)
  const titles = slides.map(({ title }) => lettersOf(title))
  const phrases = phrasesIn(document.language ?? 'en')
  return all(source.admonitions, ({ kind, title }) => {
    const found = kind === calloutKind(kind) ? callouts.indexOf(kind) : -1
    if (found >= 0) {
      callouts.splice(found, 1)
      return true
    }
    const name = lettersOf(admonitionTitle({ kind, title }, phrases) ?? kind)
    const named = titles.findIndex(text => text.includes(name))
    if (named >= 0)
      titles[named] = ''
    return named >= 0
  }, ({ kind, title }) => `${kind} ${title ?? ''}`)
}

function keptHeadings({ source, slides }: Measured): Count {
  const titles = slides.flatMap(slide => [lettersOf(slide.title), ...slide.lines.map(lettersOf)])
  let from = 0
  return all(source.headings, (heading) => {
    const text = lettersOf(heading)
    const found = text ? titles.findIndex((title, i) => i >= from && title.includes(text)) : from
    if (found < 0)
      return titles.includes(text) && false
    from = found
    return true
  })
}

/** Every line of a slide has the content words of the document in their order. */
function faithful({ source, slides, planned }: Measured): Count {
  const sentences = source.sentences.map(({ text }) => contentWords(text))
  const byWord = new Map<string, number[]>()
  sentences.forEach((words, i) => {
    for (const word of new Set(words))
      byWord.set(word, [...byWord.get(word) ?? [], i])
  })
  const lines = slides.flatMap(({ lines, title }, i) => ['cover', 'agenda'].includes(planned[i]?.kind ?? '') ? [] : lines.map(line => ({ line, title })))
  return all(lines, ({ line }) => {
    const words = contentWords(line.replace(/\[[^\]]*\]/g, ''))
    const [first] = words
    if (!first)
      return true
    const whole = lettersOf(line)
    return (byWord.get(first) ?? []).some(i => isSubsequence(words, i, sentences)) || source.sentences.some(({ text }) => lettersOf(text).includes(whole)) || source.headings.some(text => lettersOf(text) === whole) || source.admonitions.some(({ title }) => lettersOf(title ?? '') === whole) || source.images.some(url => whole.includes(lettersOf(url)) || lettersOf(url).includes(whole))
  }, ({ line, title }) => `${title}: ${line}`)
}

/** Words in the order of a sentence and of those that follow it. */
function isSubsequence(words: readonly string[], start: number, sentences: readonly string[][]): boolean {
  const text = sentences.slice(start, start + 12).flat()
  let at = 0
  for (const word of text) {
    if (word === words[at])
      at++
  }
  return at === words.length
}
