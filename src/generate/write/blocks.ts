import type { List, ListItem, PhrasingContent, RootContent } from 'mdast'
import type { Block, Bullet } from '../plan/slide.ts'
import { countWords } from '../text/words.ts'
import { isFollowable, writeBlocks, writeBlockTitle, writePhrasing } from './markdown.ts'

/** Where the picture of an address lies for the deck, or undefined where there is none. */
export type PictureOf = (url: string) => string | undefined

/** Blocks of a slide as Markdown, with an empty line between them. */
export function writeSlideBlocks(blocks: readonly Block[], pictureOf: PictureOf): string {
  return blocks.map(block => writeBlock(block, pictureOf)).filter(Boolean).join('\n\n')
}

function writeBlock(block: Block, pictureOf: PictureOf): string {
  switch (block.type) {
    case 'line': return writePhrasing(block.line.nodes, 'slide')
    case 'bullets': return writeBlocks(listNodes(block.items), 'slide')
    case 'quote': return writeBlocks([{ type: 'blockquote', children: block.lines.map(({ nodes }) => ({ type: 'paragraph', children: nodes })) }], 'slide')
    case 'code': return writeCode(block)
    case 'image': {
      const { alt, url } = block.image
      const picture = pictureOf(url)
      if (!picture)
        return missing(alt ?? '', url)
      const image = `![${escapeAlt(alt ?? '')}](${/[\s()<>]/.test(picture) ? `<${picture}>` : picture})`
      return block.link && isFollowable({ url: block.link }) ? `[${image}](${encodeUrl(block.link)})` : image
    }
    case 'missing': return missing(block.alt, block.url)
    case 'table': return writeBlocks([{ type: 'table', align: block.align.map(align => align ?? null), children: block.rows }], 'slide')
    // A line that begins with dashes would end the slide.
    case 'math': return `$$\n${block.value.trim().replace(/^(?=---)/gm, ' ')}\n$$`
    case 'callout': return `:::${block.kind}${block.title ? ` ${writeBlockTitle([{ type: 'text', value: block.title }])}` : ''}\n\n${writeSlideBlocks(block.blocks, pictureOf)}\n\n:::`
    case 'stack': return fence('stack', `# ${block.comment.replace(/\n/g, ' ')}\nlayers:\n${block.layers.map(({ label, kind }) => `  - { label: ${yamlText(label)}, kind: ${kind} }`).join('\n')}`)
    case 'flow': return fence('mermaid', `flowchart LR\n  %% ${block.nodes.join(' -> ')}\n${block.nodes.map((label, i) => `  n${i}["${label.replace(/"/g, '#quot;')}"]${i + 1 < block.nodes.length ? ` --> n${i + 1}` : ''}`).join('\n')}`)
  }
}

/** A picture that is not there: its description, and where it was. */
function missing(alt: string, url?: string): string {
  const label: PhrasingContent[] = [{ type: 'emphasis', children: [{ type: 'text', value: `[${shortAlt(alt, url)}]` }] }]
  const link: PhrasingContent[] = url && isFollowable({ url }) ? [{ type: 'link', url, children: label }] : url ? [...label, { type: 'text', value: ' ' }, { type: 'inlineCode', value: url }] : label
  return writePhrasing(link, 'slide')
}

/** A long description stands in the notes; the slide shows what kind of picture it is of, or its file's name. */
export function shortAlt(alt: string, url = ''): string {
  const text = alt.replace(/\s+/g, ' ').trim()
  const first = /^.*?[.:;](?=\s|$)/.exec(text)?.[0] ?? text
  const short = [text, first].find(part => countWords(part) <= 12)
  return short?.replace(/[.:;]$/, '') || url.replace(/[?#].*$/, '').split('/').at(-1)!.slice(0, 60) || text.split(' ').slice(0, 12).join(' ')
}

function writeCode({ language, name, ranges, lines }: Extract<Block, { type: 'code' }>): string {
  // Where the fence names neither a title nor lines, a first line of code in brackets would be taken for one of them.
  const needsRange = /^\s*(?:\[|\{[\d,*|a-z-]*\})/i.test(lines[0] ?? '') && !name
  const title = name ? ` [${name.replace(/[[\]]/g, '')}]` : ''
  const range = ranges ? ` {${ranges}}` : needsRange ? ' {all}' : ''
  return fence(`${language}${title}${range}`, lines.join('\n'))
}

function fence(info: string, content: string): string {
  const longest = Math.max(2, ...Array.from(content.matchAll(/`{3,}/g), ([run]) => run.length))
  const marks = '`'.repeat(longest + 1)
  return `${marks}${info}\n${content}\n${marks}`
}

function listNodes(items: readonly Bullet[]): RootContent[] {
  const lists: List[] = []
  let top: ListItem | undefined
  for (const item of items) {
    const node: ListItem = { type: 'listItem', spread: false, checked: item.checked, children: [{ type: 'paragraph', children: item.nodes }] }
    if (item.level > 0 && top) {
      const nested = top.children.find((child): child is List => child.type === 'list')
      if (nested)
        nested.children.push(node)
      else
        top.children.push(newList(item, node))
      continue
    }
    const list = lists.at(-1)
    if (list && list.ordered === (item.number !== undefined))
      list.children.push(node)
    else
      lists.push(newList(item, node))
    top = node
  }
  return lists
}

function newList({ number }: Bullet, item: ListItem): List {
  return { type: 'list', ordered: number !== undefined, start: number, spread: false, children: [item] }
}

function escapeAlt(alt: string): string {
  return alt.replace(/\s+/g, ' ').replace(/[\\[\]`*_<>$]/g, '\\$&').replace(/\{\{/g, '{ {')
}

function encodeUrl(url: string): string {
  return url.replace(/[()<>\s]/g, character => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'))
}

function yamlText(text: string): string {
  return /^\p{L}[\p{L}\p{N} ./-]*$/u.test(text) && !/^(?:yes|no|true|false|null|on|off)$/i.test(text) ? text : JSON.stringify(text)
}
