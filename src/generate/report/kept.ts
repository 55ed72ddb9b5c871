import type { Comparison } from './comparison.ts'
import type { Check, Figure, Tally } from './figures.ts'
import { phrasesIn } from '../phrases.ts'
import { calloutKind } from '../plan/callouts.ts'
import { admonitionTitle } from '../plan/document-items.ts'
import { saysHeading } from '../plan/titles.ts'
import { hasVerb } from '../text/statements.ts'
import { lettersOf } from '../text/words.ts'
import { figureOf, fileTally, tallyOf } from './figures.ts'
import { LettersInOrder } from './what-is-kept.ts'

/** What the slides must keep of a document, all of it. */
export const keptChecks: readonly Check[] = [
  { id: 'C1', what: 'sentences kept', tally: keptSentences },
  { id: 'C2', what: 'lines of code kept', tally: keptCode },
  { id: 'C3', what: 'pictures shown, of those that were found', tally: shownPictures },
  { id: 'C3b', what: 'pictures named, of those that were not found', tally: namedPictures },
  { id: 'C4', what: 'links kept', tally: keptLinks },
  { id: 'C5', what: 'admonitions kept', tally: keptAdmonitions },
  { id: 'C6', what: 'headings kept in order', tally: keptHeadings },
].map(check => ({ ...check, gate: true, threshold: { min: 1 } }))

/** How much of each kind the slides keep of all documents. */
export function keptFigures(documents: readonly Comparison[]): Figure[] {
  return keptChecks.map(check => figureOf(check, documents.map(facts => fileTally(check, facts))))
}

function keptSentences({ source, slides }: Comparison): Tally {
  const letters = new LettersInOrder(slides.map(({ letters }) => letters))
  return tallyOf(
    source.sentences,
    ({ text }) => letters.have(text),
    ({ text, line }) => `line ${line ?? '?'}: ${text}`,
  )
}

function keptCode({ source, slides }: Comparison): Tally {
  const shown = slides.flatMap(({ code, listings }) => [...code.flatMap(({ lines }) => lines), ...listings])
  let from = 0
  return tallyOf(source.code, (line) => {
    const found = indexFrom(shown, from, other => isSameLine(other, line))
    if (found < 0)
      return false
    from = found + 1
    return true
  })
}

function indexFrom<T>(items: readonly T[], from: number, test: (item: T, i: number) => boolean): number {
  for (let i = from; i < items.length; i++) {
    if (test(items[i]!, i))
      return i
  }
  return -1
}

/** Code that became a drawing stands in it as a comment. */
function isSameLine(shown: string, line: string): boolean {
  const text = line.trim()
  return shown === line.trimEnd() || shown.trim() === text || shown === `# ${text}` || shown.trim() === `%% ${text}`
}

function shownPictures({ source, slides, addresses }: Comparison): Tally {
  const shown = new Set(slides.flatMap(({ images }) => images))
  return tallyOf(source.images.filter(url => addresses.has(url)), url => shown.has(addresses.get(url)!))
}

/** A picture that was not found is named by a link, or by its address or description in the text. */
function namedPictures({ source, slides, addresses }: Comparison): Tally {
  const named = new Set(slides.flatMap(({ images, links }) => [...images, ...links]))
  const letters = new LettersInOrder(slides.map(({ letters }) => letters))
  return tallyOf(source.images.filter(url => !addresses.has(url)), url => named.has(url) || letters.have(url))
}

function keptLinks({ source, slides }: Comparison): Tally {
  const links = new Set(slides.flatMap(slide => slide.links.map(plainAddress)))
  return tallyOf(source.links, url => links.has(plainAddress(url)))
}

function plainAddress(url: string): string {
  return url.replace(/%28/g, '(').replace(/%29/g, ')')
}

/** An admonition is a callout of its kind, or has slides of its own that are called as it is. */
function keptAdmonitions({ source, slides, document }: Comparison): Tally {
  const callouts = slides.flatMap(slide => slide.callouts)
  const titles = slides.map(({ title }) => lettersOf(title))
  const phrases = phrasesIn(document.language ?? 'en')
  return tallyOf(source.admonitions, ({ kind, title }) => {
    const callout = kind === calloutKind(kind) ? callouts.indexOf(kind) : -1
    if (callout >= 0) {
      callouts.splice(callout, 1)
      return true
    }
    const name = lettersOf(admonitionTitle({ kind, title }, phrases) ?? kind)
    const named = titles.findIndex(text => text.includes(name))
    if (named >= 0)
      titles[named] = ''
    return named >= 0
  }, ({ kind, title }) => `${kind} ${title ?? ''}`)
}

/** A heading stands on a slide, or its title is a sentence that says all its words. */
function keptHeadings({ source, slides }: Comparison): Tally {
  const lines = slides.flatMap(slide => [slide.title, ...slide.lines])
  const letters = lines.map(lettersOf)
  const titles = new Set(slides.map(({ title }) => title))
  let from = 0
  return tallyOf(source.headings, (heading) => {
    const text = lettersOf(heading)
    const found = text
      ? indexFrom(letters, from, (line, i) =>
          line.includes(text) || (titles.has(lines[i]!) && hasVerb(lines[i]!) && saysHeading(lines[i]!, heading)))
      : from
    if (found < 0)
      return false
    from = found
    return true
  })
}
