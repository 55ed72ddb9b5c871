import type { Comparison } from './comparison.ts'
import type { Check, Figure, Tally } from './figures.ts'
import type { SlideFacts } from './slide-facts.ts'
import { phrasesIn } from '../phrases.ts'
import { calloutKind } from '../plan/callouts.ts'
import { admonitionTitle } from '../plan/document-items.ts'
import { saysHeading } from '../plan/titles.ts'
import { lettersOf } from '../text/words.ts'
import { figureOf, tallyOf } from './figures.ts'

/** What the slides must keep of a document, all of it. */
export const keptChecks: readonly Check[] = [
  { id: 'C1', what: 'sentences kept', tally: keptSentences },
  { id: 'C2', what: 'lines of code kept', tally: keptCode },
  { id: 'C3', what: 'pictures kept', tally: keptPictures },
  { id: 'C4', what: 'links kept', tally: keptLinks },
  { id: 'C5', what: 'admonitions kept', tally: keptAdmonitions },
  { id: 'C6', what: 'headings kept in order', tally: keptHeadings },
].map(check => ({ ...check, gate: true, threshold: { min: 1 } }))

/** How much of each kind the slides keep of all documents. */
export function keptFigures(documents: readonly Comparison[]): Figure[] {
  return keptChecks.map(check => figureOf(check, documents))
}

function keptSentences({ source, slides }: Comparison): Tally {
  const letters = lettersOfSlides(slides)
  return tallyOf(
    source.sentences,
    ({ text }) => letters.includes(lettersOf(text)),
    ({ text, line }) => `line ${line ?? '?'}: ${text}`,
  )
}

function lettersOfSlides(slides: readonly SlideFacts[]): string {
  return slides.map(({ letters }) => letters).join('|')
}

function keptCode({ source, slides }: Comparison): Tally {
  const shown = slides.flatMap(({ code, listings }) => [...code.flatMap(({ lines }) => lines), ...listings])
  let from = 0
  return tallyOf(source.code, (line) => {
    const found = shown.findIndex((other, i) => i >= from && isSameLine(other, line))
    if (found < 0)
      return false
    from = found + 1
    return true
  })
}

/** Code that became a drawing stands in it as a comment. */
function isSameLine(shown: string, line: string): boolean {
  const text = line.trim()
  return shown === line.trimEnd() || shown.trim() === text || shown === `# ${text}` || shown.trim() === `%% ${text}`
}

/** A picture that was not found is named by a link, or by its address in the text. */
function keptPictures({ source, slides, addresses }: Comparison): Tally {
  return tallyOf(source.images, (url) => {
    const address = addresses.get(url)
    return slides.some(({ images, links, letters }) =>
      images.includes(address ?? url)
      || links.includes(url)
      || (address === undefined && letters.includes(lettersOf(url))))
  })
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
      ? letters.findIndex((line, i) =>
          i >= from && (line.includes(text) || (titles.has(lines[i]!) && saysHeading(lines[i]!, heading))))
      : from
    if (found < 0)
      return false
    from = found
    return true
  })
}
