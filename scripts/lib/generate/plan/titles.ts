import type { PhrasingContent } from 'mdast'
import type { Phrases } from '../phrases.ts'
import type { Block, SlideDraft } from './slide.ts'
import { toString } from 'mdast-util-to-string'
import { limits } from '../limits.ts'
import { countWords, lettersOf } from '../text/words.ts'

const SHELL = new Set(['bash', 'sh', 'shell', 'zsh', 'fish', 'console', 'shellsession', 'powershell', 'ps1', 'bat'])
const DULL = /^(?:image|picture|figure|screenshot|diagram|photo|logo|alt(?: text)?|img)[\W\d]*$/i

/** A title of its own for a slide that continues a section: what it shows, or undefined where nothing names it. */
export function ownTitle({ blocks }: Pick<SlideDraft, 'blocks'>): PhrasingContent[] | undefined {
  for (const block of blocks) {
    const title = titleOfVisual(block)
    if (title)
      return title
  }
  return boldTerm(blocks)
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
function boldTerm(blocks: readonly Block[]): PhrasingContent[] | undefined {
  const nodes = blocks.flatMap(block => block.type === 'line' ? block.line.nodes : block.type === 'bullets' ? block.items.flatMap(({ nodes }) => nodes) : [])
  const term = nodes.find(node => node.type === 'strong' && countWords(toString(node)) <= 6 && toString(node).length > 3 && !/[:.]$/.test(toString(node)))
  if (term?.type === 'strong') {
    const text = toString(term)
    return [{ type: 'text', value: text[0]!.toUpperCase() + text.slice(1) }]
  }
}

/** Gives each slide after the first of a section its title: its own where it has one, else the section's, marked as continued. */
export function nameSlides(slides: readonly SlideDraft[], title: PhrasingContent[], { continued }: Phrases): void {
  let before = lettersOf(text(title))
  slides.forEach((slide, i) => {
    if (i > 0) {
      const own = ownTitle(slide)
      slide.title = own && lettersOf(text(own)) !== before ? own : [...title, { type: 'text', value: ` (${continued})` }]
    }
    before = lettersOf(text(slide.title))
  })
}

function text(nodes: readonly PhrasingContent[]): string {
  return nodes.map(node => toString(node)).join('')
}
