import type { PhrasingContent } from 'mdast'
import type { Phrases } from '../phrases.ts'
import type { Block, Bullet, SlideDraft, TextLine } from './slide.ts'
import { toString } from 'mdast-util-to-string'
import { limits } from '../limits.ts'
import { definedTerm, standsAlone } from '../text/score.ts'
import { contentWords, lettersOf, numberOfWords } from '../text/words.ts'
import { isVisual } from './slide.ts'
import { titleOfVisual } from './visual-titles.ts'

type TitledBlocks = Pick<SlideDraft, 'blocks'>
type SlideLine = TextLine & Pick<Bullet, 'number'>

/** What a title taken from the text of a slide has. */
const TITLE = { maxCodeLength: 30, maxTermWords: 4, minWords: 3, minLines: 3, maxBoldWords: 6, minBoldLength: 4 }

/**
 * A title of its own for a slide that continues a section: what it shows, or undefined where nothing names it.
 * A line that becomes the title leaves the slide.
 */
export function ownTitle(slide: TitledBlocks): PhrasingContent[] | undefined {
  for (const block of slide.blocks) {
    const title = titleOfVisual(block)
    if (title)
      return title
  }
  return boldTerm(slide) ?? subject(slide.blocks) ?? takeStatement(slide)
}

/** The first term that the author stressed. */
function boldTerm(slide: TitledBlocks): PhrasingContent[] | undefined {
  const lines = linesOf(slide.blocks)
  const terms = lines.flatMap(({ nodes }) => nodes.filter(({ type }) => type === 'strong').map(node => toString(node)))
  const term = terms.find(text =>
    numberOfWords(text) <= TITLE.maxBoldWords && text.length >= TITLE.minBoldLength && !/[:.]$/.test(text))
  if (term === undefined)
    return undefined
  const same = lines.find(({ plain }) => lettersOf(plain) === lettersOf(term))
  if (same && lines.length > 1)
    removeLine(slide, same)
  return [{ type: 'text', value: capitalized(term) }]
}

/** What a sentence on the slide is about: the code that it begins with, or the term that it defines. */
function subject(blocks: readonly Block[]): PhrasingContent[] | undefined {
  for (const { nodes, plain } of linesOf(blocks)) {
    const [first] = nodes
    if (first?.type === 'inlineCode' && first.value.length <= TITLE.maxCodeLength)
      return [first]
    const term = standsAlone(plain) ? definedTerm(plain) : undefined
    if (term && numberOfWords(term) <= TITLE.maxTermWords && contentWords(term).length)
      return [{ type: 'text', value: capitalized(term) }]
  }
}

/** A short sentence that says what the rest of the slide shows; it moves from the body into the title. */
function takeStatement(slide: TitledBlocks): PhrasingContent[] | undefined {
  const lines = linesOf(slide.blocks)
  const hasVisual = slide.blocks.some(isVisual)
  if (!hasVisual && lines.length < TITLE.minLines)
    return undefined
  const found = lines.find(line => isStatement(line) && (line.number === undefined || hasVisual))
  if (!found)
    return undefined
  removeLine(slide, found)
  const nodes = withoutEnd(found.nodes)
  return found.number === undefined ? nodes : [{ type: 'text', value: `${found.number}. ` }, ...nodes]
}

function isStatement({ plain, words }: TextLine): boolean {
  return words >= TITLE.minWords
    && words <= limits.title.sentenceWords
    && plain.length <= limits.title.sentence
    && standsAlone(plain)
    && !plain.endsWith('?')
}

function removeLine(slide: TitledBlocks, found: TextLine): void {
  slide.blocks = slide.blocks.flatMap((block): Block[] => {
    if (block.type === 'line')
      return block.line === found ? [] : [block]
    return block.type === 'bullets' ? withoutBullet(block.items, found) : [block]
  })
}

/** A single bullet that is left is a line, unless it has a number. */
function withoutBullet(bullets: readonly Bullet[], found: TextLine): Block[] {
  const items = bullets.filter(item => item !== found)
  const [only] = items
  if (!only)
    return []
  return items.length === 1 && only.number === undefined
    ? [{ type: 'line', line: only }]
    : [{ type: 'bullets', items }]
}

function withoutEnd(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1)
  if (last?.type !== 'text')
    return [...nodes]
  return [...nodes.slice(0, -1), { ...last, value: last.value.replace(/\s*[:.：]\s*$/, '') }]
}

function capitalized(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1)
}

function linesOf(blocks: readonly Block[]): SlideLine[] {
  return blocks.flatMap((block): SlideLine[] => {
    switch (block.type) {
      case 'line':
        return [block.line]
      case 'bullets':
        return block.items
      default:
        return []
    }
  })
}

/**
 * Gives each slide after the first of a section its title: its own where it has one, else the section's, marked as
 * continued.
 * @param firstToo whether the first slide gets a title of its own as well
 */
export function nameSlides(
  slides: readonly SlideDraft[],
  title: PhrasingContent[],
  { continued }: Phrases,
  firstToo = false,
): void {
  let before = firstToo ? '' : lettersIn(title)
  let isNamed = !firstToo
  slides.forEach((slide, i) => {
    if (i > 0 || firstToo) {
      const own = ownTitle(slide)
      if (own && lettersIn(own) !== before) {
        slide.title = own
      }
      else {
        slide.title = isNamed ? [...title, { type: 'text', value: ` (${continued})` }] : title
        isNamed = true
      }
    }
    before = lettersIn(slide.title)
  })
}

function lettersIn(nodes: readonly PhrasingContent[]): string {
  return lettersOf(nodes.map(node => toString(node)).join(''))
}
