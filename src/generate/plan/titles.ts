import type { PhrasingContent } from 'mdast'
import type { Phrases } from '../phrases.ts'
import type { Block, SlideDraft, TextLine } from './slide.ts'
import { toString } from 'mdast-util-to-string'
import { limits } from '../limits.ts'
import { definedTerm, standsAlone } from '../text/score.ts'
import { contentWords, countWords, lettersOf } from '../text/words.ts'
import { isVisual } from './slide.ts'

const SHELL = new Set(['bash', 'sh', 'shell', 'zsh', 'fish', 'console', 'shellsession', 'powershell', 'ps1', 'bat'])
const DULL = /^(?:image|picture|figure|screenshot|diagram|photo|logo|alt(?: text)?|img)[\W\d]*$/i

/** A title of its own for a slide that continues a section: what it shows, or undefined where nothing names it. */
export function ownTitle(slide: Pick<SlideDraft, 'blocks'>): PhrasingContent[] | undefined {
  for (const block of slide.blocks) {
    const title = titleOfVisual(block)
    if (title)
      return title
  }
  return boldTerm(slide) ?? subject(slide.blocks) ?? takeAssertion(slide)
}

/** What a sentence on the slide is about: the code that it begins with, or the term that it defines. */
function subject(blocks: readonly Block[]): PhrasingContent[] | undefined {
  for (const { nodes, plain } of linesOf(blocks)) {
    const [first] = nodes
    if (first?.type === 'inlineCode' && first.value.length <= 30)
      return [first]
    const term = definedTerm(plain)
    if (term && standsAlone(plain) && countWords(term) <= 4 && contentWords(term).length)
      return [{ type: 'text', value: term[0]!.toUpperCase() + term.slice(1) }]
  }
}

/** A short sentence that says what the rest of the slide shows; it moves from the body into the title. */
function takeAssertion(slide: Pick<SlideDraft, 'blocks'>): PhrasingContent[] | undefined {
  const lines = linesOf(slide.blocks)
  const shown = slide.blocks.some(isVisual)
  if (!shown && lines.length < 3)
    return undefined
  const found = lines.find(({ plain, words, number }) => words >= 3 && words <= limits.title.assertion && plain.length <= limits.title.long && (number === undefined || shown) && standsAlone(plain) && !/\?$/.test(plain))
  if (!found)
    return undefined
  removeLine(slide, found)
  const nodes = trimColon(found.nodes)
  return found.number === undefined ? nodes : [{ type: 'text', value: `${found.number}. ` }, ...nodes]
}

function removeLine(slide: Pick<SlideDraft, 'blocks'>, found: TextLine): void {
  slide.blocks = slide.blocks.flatMap((block): Block[] => {
    if (block.type === 'line')
      return block.line === found ? [] : [block]
    if (block.type !== 'bullets')
      return [block]
    const items = block.items.filter(item => item !== found)
    const [only] = items
    return items.length === 1 && only!.number === undefined ? [{ type: 'line', line: only! }] : items.length ? [{ ...block, items }] : []
  })
}

function trimColon(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1)
  return last?.type === 'text' ? [...nodes.slice(0, -1), { ...last, value: last.value.replace(/\s*[:.：]\s*$/, '') }] : [...nodes]
}

function linesOf(blocks: readonly Block[]): (TextLine & { number?: number })[] {
  return blocks.flatMap(block => block.type === 'line' ? [block.line] : block.type === 'bullets' ? block.items : [])
}

function titleOfVisual(block: Block): PhrasingContent[] | undefined {
  if (block.type === 'code') {
    if (block.name && block.name.length <= limits.title.characters)
      return [code(block.name)]
    const command = SHELL.has(block.language) ? block.lines.map(line => line.replace(/^\s*(?:[\w@~:/-]*[$%>]|PS [^>]*>)\s+/, '').trim()).find(line => line && !line.startsWith('#')) : undefined
    if (command && command.length <= 44 && !/[\\|{]$/.test(command))
      return [code(command)]
  }
  if (block.type === 'callout' && block.title && countWords(block.title) <= 8 && block.title.length <= limits.title.characters)
    return [{ type: 'text', value: block.title }]
  if (block.type === 'stack') {
    const name = block.comment.replace(/\b(?:diagram|stack|layers?)\b/gi, '').replace(/\s+/g, ' ').trim()
    return name.length >= 3 && countWords(name) <= 6 && !/->|→|,/.test(name) ? [{ type: 'text', value: name }] : undefined
  }
  if (block.type === 'image' || block.type === 'missing') {
    const alt = (block.type === 'image' ? block.image.alt : block.alt)?.trim().replace(/\.$/, '') ?? ''
    const words = countWords(alt)
    if (words >= 2 && words <= 8 && alt.length <= limits.title.characters && !DULL.test(alt))
      return [{ type: 'text', value: alt }]
  }
}

function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value }
}

/** The first term that the author stressed. */
function boldTerm(slide: Pick<SlideDraft, 'blocks'>): PhrasingContent[] | undefined {
  const { blocks } = slide
  const nodes = linesOf(blocks).flatMap(({ nodes }) => nodes)
  const term = nodes.find(node => node.type === 'strong' && countWords(toString(node)) <= 6 && toString(node).length > 3 && !/[:.]$/.test(toString(node)))
  if (term?.type === 'strong') {
    const text = toString(term)
    const same = linesOf(blocks).find(({ plain }) => lettersOf(plain) === lettersOf(text))
    if (same && linesOf(blocks).length > 1)
      removeLine(slide, same)
    return [{ type: 'text', value: text[0]!.toUpperCase() + text.slice(1) }]
  }
}

/** Gives each slide after the first of a section its title: its own where it has one, else the section's, marked as continued. */
export function nameSlides(slides: readonly SlideDraft[], title: PhrasingContent[], { continued }: Phrases, firstToo = false): void {
  let before = firstToo ? '' : lettersOf(text(title))
  let named = !firstToo
  slides.forEach((slide, i) => {
    const own = i > 0 || firstToo ? ownTitle(slide) : title
    if (own && lettersOf(text(own)) !== before && own !== title) {
      slide.title = own
    }
    else if (i > 0 || firstToo) {
      slide.title = named ? [...title, { type: 'text', value: ` (${continued})` }] : title
      named = true
    }
    before = lettersOf(text(slide.title))
  })
}

function text(nodes: readonly PhrasingContent[]): string {
  return nodes.map(node => toString(node)).join('')
}
