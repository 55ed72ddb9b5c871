import type { Nodes, Paragraph } from 'mdast'
import type { SlideDraft } from '../../src/generate/plan/slide.ts'
import type { Check, Tally } from '../../src/generate/report/figures.ts'
import type { Measured } from './checks.ts'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { continuations, phrasesIn } from '../../src/generate/phrases.ts'
import { tallyOf } from '../../src/generate/report/figures.ts'
import { inAllLanguages } from '../../src/generate/text/languages/all.ts'
import { anyOf } from '../../src/generate/text/patterns.ts'
import { hasVerb, leansOnOthers } from '../../src/generate/text/statements.ts'
import { lettersOf, numberOfWords } from '../../src/generate/text/words.ts'
import { phrasingText } from '../../src/generate/write/markdown.ts'

/** A title that only says which part of a section its slide is. */
export const CONTINUED = new RegExp(`\\((?:${anyOf(continuations)}|\\d+ ?(?:/|of|von|sur|de) ?\\d+)\\)$`)
const WEAK = new RegExp(`^${anyOf(inAllLanguages('weakBeginnings'))}\\b`, 'i')
/** Kinds of slides whose titles the generator writes. */
const PLANNED = new Set<SlideDraft['kind']>(['content', 'columns', 'question', 'statement'])
/** Words that the generator says itself. */
const OWN_WORDS = new Set(Object.values(phrasesIn('en')).concat(Object.values(phrasesIn('de'))))
/** Letters of the beginning of an item that a title shares with it. */
const ITEM_BEGIN = 24

/** What titles and lines say, each by itself. */
export const wordingChecks: readonly Omit<Check<Measured>, 'gate'>[] = [
  { id: 'T1', what: 'titles that are more than code', threshold: { min: 0.99 }, tally: titlesWithWords },
  { id: 'T2', what: 'titles that are no lone word', threshold: { min: 0.98 }, tally: titlesOfWords },
  { id: 'T3', what: 'titles that are no item of a list', threshold: { min: 0.98 }, tally: titlesUnlikeItems },
  { id: 'T4', what: 'titles that are no part of a sentence', threshold: { min: 0.98 }, tally: wholeTitles },
  { id: 'T5', what: 'titles that say the point', threshold: { min: 0.4 }, tally: sayingTitles },
  { id: 'B1', what: 'lines that name their subject', threshold: { min: 0.98 }, tally: namedSubjects },
  { id: 'B2', what: 'summary lines that stand alone', threshold: { min: 1 }, tally: summaryLines },
]

interface Title {
  draft: SlideDraft
  text: string
  letters: string
}

/** Titles that are no heading of the document. */
function ownTitles({ planned, source }: Measured): Title[] {
  const headings = new Set(source.headings.map(lettersOf))
  return titlesOf(planned).filter(({ letters }) => !headings.has(letters))
}

function titlesOf(planned: readonly SlideDraft[]): Title[] {
  return planned.filter(({ kind }) => PLANNED.has(kind)).map((draft) => {
    const text = phrasingText(draft.title)
    return { draft, text, letters: lettersOf(text.replace(CONTINUED, '')) }
  })
}

/** Titles of all slides, and those of a kind that fail. */
function tallyTitles(measured: Measured, isGood: (title: Title) => boolean): Tally {
  const own = new Set(ownTitles(measured).map(({ draft }) => draft))
  return tallyOf(titlesOf(measured.planned), title => !own.has(title.draft) || isGood(title), ({ text }) => text)
}

function titlesWithWords(measured: Measured): Tally {
  return tallyTitles(measured, ({ draft }) =>
    draft.title.some(node => node.type !== 'inlineCode' && /\p{L}{2}/u.test(toString(node))))
}

function titlesOfWords(measured: Measured): Tally {
  return tallyTitles(measured, ({ draft, text }) =>
    numberOfWords(text) > 1 || OWN_WORDS.has(text) || draft.title.some(({ type }) => type === 'inlineCode'))
}

function titlesUnlikeItems(measured: Measured): Tally {
  const items: string[] = []
  visit(measured.document.root as Nodes, 'listItem', (item) => {
    const [first] = item.children
    if (first?.type === 'paragraph')
      items.push(lettersOf(toString(first as Paragraph)))
  })
  return tallyTitles(measured, ({ text, letters }) =>
    hasVerb(text) || letters.length < 4 || !items.some(item => item.startsWith(letters.slice(0, ITEM_BEGIN))))
}

/** A title from a sentence is one from its beginning to its end, and has a verb. */
function wholeTitles(measured: Measured): Tally {
  const sentences = measured.source.sentences.map(({ text }) => ({ text: lettersOf(text), words: numberOfWords(text) }))
  return tallyTitles(measured, ({ text, letters }) => {
    if (numberOfWords(text) < 4 || hasVerb(text))
      return true
    const from = sentences.find(sentence => sentence.text.startsWith(letters))
    return from === undefined || from.text === letters
  })
}

function sayingTitles({ planned }: Measured): Tally {
  const isSaying = (text: string) => (hasVerb(text) && numberOfWords(text) >= 3) || /[?？]/.test(text)
  return tallyOf(titlesOf(planned), ({ text }) => isSaying(text), ({ text }) => text)
}

function namedSubjects({ slides, planned }: Measured): Tally {
  const lines = slides.flatMap(({ lines, title }, i) =>
    ['cover', 'agenda'].includes(planned[i]?.kind ?? '') ? [] : lines.map(line => ({ line, title })))
  return tallyOf(lines, ({ line }) => !leansOnOthers(line), ({ line, title }) => `${title}: ${line}`)
}

function summaryLines({ slides, planned }: Measured): Tally {
  const lines = slides.flatMap(({ lines }, i) => planned[i]?.kind === 'summary' ? lines : [])
  return tallyOf(lines, line => !WEAK.test(line) && !leansOnOthers(line) && hasVerb(line))
}
