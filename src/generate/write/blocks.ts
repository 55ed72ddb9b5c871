import type { PhrasingContent } from 'mdast'
import type { Block } from '../plan/slide.ts'
import { fenced } from '../../markdown/fences.ts'
import { numberOfWords } from '../text/words.ts'
import { listNodes } from './lists.ts'
import { isFollowable, WORD_JOINER, writeBlocks, writeBlockTitle, writePhrasing } from './markdown.ts'

/** Where the picture of an address lies for the deck, or undefined where there is none. */
export type PictureOf = (url: string) => string | undefined

/** Blocks of a slide as Markdown, with an empty line between them. */
export function writeSlideBlocks(blocks: readonly Block[], pictureOf: PictureOf): string {
  return blocks.map(block => writeBlock(block, pictureOf)).filter(Boolean).join('\n\n')
}

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>

function writeBlock(block: Block, pictureOf: PictureOf): string {
  switch (block.type) {
    case 'line':
      return writePhrasing(block.line.nodes, 'slide')
    case 'bullets': {
      const list = writeBlocks(listNodes(block.items), 'slide')
      return isProcedure(block) ? `<v-clicks>\n\n${list}\n\n</v-clicks>` : list
    }
    case 'quote': {
      const paragraphs = block.lines.map(({ nodes }) => ({ type: 'paragraph' as const, children: nodes }))
      return writeBlocks([{ type: 'blockquote', children: paragraphs }], 'slide')
    }
    case 'code':
      return writeCode(block)
    case 'image':
      return writeImage(block, pictureOf)
    case 'missing':
      return writeMissing(block.alt, block.url)
    case 'table': {
      const align = block.align.map(align => align ?? null)
      return writeBlocks([{ type: 'table', align, children: block.rows }], 'slide')
    }
    case 'math':
      // A line that begins with dashes would end the slide.
      return `$$\n${block.value.trim().replace(/^(?=---)/gm, ' ')}\n$$`
    case 'callout': {
      const title = block.title ? ` ${writeBlockTitle([{ type: 'text', value: block.title }])}` : ''
      return `:::${block.kind}${title}\n\n${writeSlideBlocks(block.blocks, pictureOf)}\n\n:::`
    }
    case 'stack':
      return writeStack(block)
    case 'flow':
      return writeFlow(block)
  }
}

/** Steps from which a list is built one by one. */
const MIN_STEPS = 3

/** A list of steps is shown step by step. */
function isProcedure({ items }: BlockOf<'bullets'>): boolean {
  const steps = items.filter(({ level }) => level === 0)
  return steps.length >= MIN_STEPS && steps.every(({ number }) => number !== undefined)
}

function writeImage({ image, link }: BlockOf<'image'>, pictureOf: PictureOf): string {
  const alt = image.alt ?? ''
  const picture = pictureOf(image.url)
  if (!picture)
    return writeMissing(alt, image.url)
  const address = /[\s()<>]/.test(picture) ? `<${picture}>` : picture
  const markdown = `![${escapeAlt(alt)}](${address})`
  return link && isFollowable({ url: link }) ? `[${markdown}](${encodeUrl(link)})` : markdown
}

/** A picture that is not there: its description, and where it was. */
function writeMissing(alt: string, url?: string): string {
  const label: PhrasingContent = {
    type: 'emphasis',
    children: [{ type: 'text', value: `[${shortAlt(alt, url)}]` }],
  }
  if (!url)
    return writePhrasing([label], 'slide')
  if (isFollowable({ url }))
    return writePhrasing([{ type: 'link', url, children: [label] }], 'slide')
  return writePhrasing([label, { type: 'text', value: ' ' }, { type: 'inlineCode', value: url }], 'slide')
}

/** Words and characters of what a slide says of a picture that is not there. */
const SHORT_ALT = { words: 12, characters: 60 }

/** A long description stands in the notes; the slide shows what kind of picture it is of, or its file's name. */
function shortAlt(alt: string, url = ''): string {
  const text = oneLine(alt)
  const first = /^.*?[.:;](?=\s|$)/.exec(text)?.[0] ?? text
  const short = [text, first].find(part => numberOfWords(part) <= SHORT_ALT.words)
  return (short && withoutEnd(short))
    || url.replace(/[?#].*$/, '').split('/').at(-1)!.slice(0, SHORT_ALT.characters)
    || text.split(' ').slice(0, SHORT_ALT.words).join(' ')
}

/** A description that a slide has no room for, as it stands in the notes. */
export function longAlt(alt: string): string | undefined {
  const text = oneLine(alt)
  return text && shortAlt(alt) !== withoutEnd(text) ? `[${text}]` : undefined
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function withoutEnd(text: string): string {
  return text.replace(/[.:;]$/, '')
}

function writeCode({ language, name: file, part, ranges, lines }: BlockOf<'code'>): string {
  const name = [file, part].filter(Boolean).join(' · ')
  // Where the fence names neither a title nor lines, a first line of code in brackets would be taken for one of them.
  const needsRange = !name && /^\s*(?:\[|\{[\d,*|a-z-]*\})/i.test(lines[0] ?? '')
  const marked = ranges || (needsRange ? 'all' : '')
  const title = name ? ` [${name.replace(/[[\]`\\]/g, '').replace(/"/g, '\'')}]` : ''
  return fenced(`${language}${title}${marked ? ` {${marked}}` : ''}`, lines.join('\n'))
}

function writeStack({ layers, comment }: BlockOf<'stack'>): string {
  const rows = layers.map(({ label, kind }) => `  - { label: ${yamlText(label)}, kind: ${kind} }`)
  return fenced('stack', [`# ${comment.replace(/\n/g, ' ')}`, 'layers:', ...rows].join('\n'))
}

function writeFlow({ nodes }: BlockOf<'flow'>): string {
  const rows = nodes.map((label, i) => {
    const arrow = i + 1 < nodes.length ? ` --> n${i + 1}` : ''
    return `  n${i}["${label.replace(/"/g, '#quot;')}"]${arrow}`
  })
  return fenced('mermaid', ['flowchart LR', `  %% ${nodes.join(' -> ')}`, ...rows].join('\n'))
}

/** A listing in the notes: its lines as they are, but for what would end the comment or be a click. */
export function writeListing(code: string): string {
  return fenced('', code.replace(/\r/g, '').replace(/--(?=!?>)|\[(?=click)/g, sign => `${sign}${WORD_JOINER}`))
}

function escapeAlt(alt: string): string {
  return alt.replace(/\s+/g, ' ').replace(/[\\[\]`*_<>$]/g, '\\$&').replace(/\{\{/g, '{ {')
}

function encodeUrl(url: string): string {
  const encode = (character: string) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29')
  return url.replace(/[()<>\s]/g, encode)
}

/** What YAML takes for something other than text. */
const YAML_WORDS = /^(?:yes|no|true|false|null|on|off)$/i

function yamlText(text: string): string {
  const isPlain = /^\p{L}[\p{L}\p{N} ./-]*$/u.test(text) && !YAML_WORDS.test(text)
  return isPlain ? text : JSON.stringify(text)
}
