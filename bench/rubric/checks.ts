import type { Code } from 'mdast'
import type { Picture } from '../../src/generate/course/pictures.ts'
import type { SlideDraft } from '../../src/generate/plan/slide.ts'
import type { Comparison } from '../../src/generate/report/comparison.ts'
import type { Check, Tally } from '../../src/generate/report/figures.ts'
import type { SlideFacts } from '../../src/generate/report/slide-facts.ts'
import { limits } from '../../src/generate/limits.ts'
import { isKnownLanguage } from '../../src/generate/plan/languages.ts'
import { tallyOf } from '../../src/generate/report/figures.ts'
import { keptChecks } from '../../src/generate/report/kept.ts'
import { numberOfWords } from '../../src/generate/text/words.ts'
import { faithfulLines } from './faithful-lines.ts'
import { CONTINUED, wordingChecks } from './wording.ts'

/** A document, what was made of it, and the facts of both. */
export interface Measured extends Comparison {
  planned: SlideDraft[]
  texts: string[]
  pictures: Picture[]
  /** Whether Slidev's parser reads the lectures as they were planned, and writes them as they are. */
  roundTrip: boolean
}

/** What a slide may have; the planner aims lower than what is still well. */
const max = {
  usualWords: limits.words.target + 2,
  words: limits.words.max,
  bullets: limits.bullets,
  bulletWords: limits.bullet.max,
  codeLines: limits.code.lines + 1,
}

/** Words below which a text slide is thin. */
const MIN_WORDS = 6

const gates: readonly Check<Measured>[] = [
  { id: 'C7', what: 'text on slides is the document\'s', tally: faithfulLines },
  { id: 'V1', what: 'slides as planned after a round trip', tally: roundTrips },
  { id: 'V3', what: 'fence languages known', tally: knownLanguages },
  { id: 'S1', what: 'slides with a title', tally: titledSlides },
].map(check => ({ ...check, gate: true, threshold: { min: 1 } }))

const degrees: readonly Omit<Check<Measured>, 'gate'>[] = [
  {
    id: 'D1',
    what: `slides of ${max.usualWords} words or fewer`,
    threshold: { min: 0.97 },
    tally: facts => slidesUpToWords(facts, max.usualWords),
  },
  {
    id: 'D1b',
    what: `slides of ${max.words} words or fewer`,
    threshold: { min: 1 },
    tally: facts => slidesUpToWords(facts, max.words),
  },
  { id: 'D2', what: `slides of ${max.bullets} bullets or fewer`, threshold: { min: 1 }, tally: shortLists },
  { id: 'D2b', what: `bullets of ${max.bulletWords} words or fewer`, threshold: { min: 0.9 }, tally: shortBullets },
  { id: 'D3', what: `code of ${max.codeLines} lines or fewer`, threshold: { min: 1 }, tally: shortCode },
  { id: 'D8', what: 'code that stands on one slide', threshold: { min: 0.9 }, tally: codeInOnePiece },
  { id: 'D5', what: 'thin slides', threshold: { max: 0.02 }, tally: thinSlides },
  { id: 'D6', what: 'text slides with a single bullet', threshold: { max: 0.25 }, tally: singleBullets },
  { id: 'S2', what: 'titles unlike the one before', threshold: { min: 1 }, tally: newTitles },
  { id: 'S3', what: 'slides that only continue', threshold: { max: 0.1 }, tally: continuedSlides },
  { id: 'S5', what: 'slides with one thing shown', threshold: { min: 1 }, tally: singleThings },
]

/** Every check that reads the Markdown alone. */
export const checks: readonly Check<Measured>[] = [
  ...keptChecks,
  ...gates,
  ...[...degrees, ...wordingChecks].map(check => ({ ...check, gate: false })),
]

/** How many slides show text alone, without the cover. */
export function numberOfTextSlides({ slides }: Measured): number {
  return slides.slice(1).filter(isTextSlide).length
}

function isText({ code, images, tables, drawn }: SlideFacts): boolean {
  return !code.length && !images.length && !tables && !drawn
}

function isTextSlide(slide: SlideFacts): boolean {
  return isText(slide) && slide.layout !== 'section'
}

function roundTrips({ roundTrip, document }: Measured): Tally {
  return tallyOf([document.file], () => roundTrip)
}

function knownLanguages({ slides }: Measured): Tally {
  const languages = slides.flatMap(({ code }) => code.map(({ language }) => language))
  return tallyOf(languages, language => language === 'stack' || isKnownLanguage(language))
}

function titledSlides({ slides }: Measured): Tally {
  return tallyOf(slides, ({ title }) => Boolean(title.trim()), (_, i) => `slide ${i + 1}`)
}

function slidesUpToWords({ slides }: Measured, limit: number): Tally {
  return tallyOf(slides, ({ words }) => words <= limit, ({ title, words }) => `${title}: ${words} words`)
}

function shortLists({ slides }: Measured): Tally {
  return tallyOf(
    slides,
    ({ bullets }) => bullets.length <= max.bullets,
    ({ title, bullets }) => `${title}: ${bullets.length}`,
  )
}

function shortBullets({ slides }: Measured): Tally {
  return tallyOf(slides.flatMap(({ bullets }) => bullets), text => numberOfWords(text) <= max.bulletWords)
}

function shortCode({ slides }: Measured): Tally {
  const blocks = slides.flatMap(({ code, title }) => code.map(block => ({ ...block, title })))
  return tallyOf(
    blocks,
    ({ lines, language }) => lines.length <= max.codeLines || language === 'stack' || language === 'mermaid',
    ({ title, lines }) => `${title}: ${lines.length} lines`,
  )
}

/** Code of the document, and on how many slides it is cut into. */
function codeInOnePiece({ planned }: Measured): Tally {
  const slides = new Map<Code, number>()
  for (const source of planned.flatMap(({ sources }) => sources)) {
    if (source.type === 'code')
      slides.set(source, (slides.get(source) ?? 0) + 1)
  }
  return tallyOf([...slides], ([, count]) => count === 1, ([{ value }]) => value.split('\n')[0]!)
}

function thinSlides({ slides }: Measured): Tally {
  return tallyOf(
    slides.slice(1),
    slide => slide.words < MIN_WORDS && isTextSlide(slide) && !slide.callouts.length && slide.layout !== 'statement',
    ({ title }) => title,
  )
}

function singleBullets({ slides }: Measured): Tally {
  return tallyOf(
    slides.slice(1).filter(isTextSlide),
    ({ bullets, lines }) => bullets.length === 1 && lines.length === 1,
    ({ title }) => title,
  )
}

function newTitles({ slides }: Measured): Tally {
  return tallyOf(
    slides.slice(2),
    ({ title }, i) => title !== slides[i + 1]!.title || CONTINUED.test(title),
    ({ title }) => title,
  )
}

function continuedSlides({ slides }: Measured): Tally {
  return tallyOf(slides, ({ title }) => CONTINUED.test(title), ({ title }) => title)
}

/** A command and its output count as one. */
function singleThings({ slides }: Measured): Tally {
  return tallyOf(
    slides,
    ({ code, images, tables }) => Math.min(code.length, 1) + Number(code.length > 2) + images.length + tables <= 1,
    ({ title }) => title,
  )
}
