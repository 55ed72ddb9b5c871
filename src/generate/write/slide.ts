import type { RootContent } from 'mdast'
import type { LostLink } from '../links.ts'
import type { SlideDraft } from '../plan/slide.ts'
import type { PictureOf } from './blocks.ts'
import { stringify as toYaml } from 'yaml'
import { findAll } from '../clean.ts'
import { shortAlt, writeSlideBlocks } from './blocks.ts'
import { writeBlocks, writeBlockTitle, writePhrasing } from './markdown.ts'

/** A slide as it stands in a lecture's file: front matter, body, notes. */
export interface WrittenSlide {
  frontmatter: Record<string, string>
  body: string
  /** Without comment marks; empty where there are none. */
  notes: string
}

/** The Markdown of a slide. */
export function writeSlide(draft: SlideDraft, pictureOf: PictureOf): WrittenSlide {
  const layout = draft.kind === 'section' ? 'section' : draft.kind === 'columns' ? 'two-cols-header' : undefined
  return {
    frontmatter: layout ? { layout } : {},
    body: balanceComments(writeBody(draft, pictureOf)),
    notes: [writeNotes(draft.notes), ...longAlts(draft, pictureOf), lostLinks(draft)].filter(Boolean).join('\n\n'),
  }
}

const lostOf = new WeakMap<RootContent, readonly LostLink[]>()

function lostLinksIn(source: RootContent): readonly LostLink[] {
  let lost = lostOf.get(source)
  if (!lost)
    lostOf.set(source, lost = (['paragraph', 'heading', 'tableCell'] as const).flatMap(type => findAll(source, type).flatMap(({ data }) => data?.lostLinks ?? [])))
  return lost
}

/** Addresses of links that a deck cannot follow. */
function lostLinks({ sources }: SlideDraft): string {
  const links = sources.flatMap(lostLinksIn)
  const unique = [...new Map(links.map(link => [`${link.text} ${link.url}`, link])).values()]
  return writeBlocks(unique.map(({ text, url }) => ({ type: 'paragraph', children: [{ type: 'text', value: `${text}: ` }, { type: 'inlineCode', value: url }] })), 'notes')
}

/** Descriptions of pictures that are not there, where the slide has no room for them. */
function longAlts({ blocks, right = [] }: SlideDraft, pictureOf: PictureOf): string[] {
  return [...blocks, ...right].flatMap((block) => {
    const alt = block.type === 'missing' ? block.alt : block.type === 'image' && !pictureOf(block.image.url) ? block.image.alt ?? '' : ''
    return alt && shortAlt(alt) !== alt.replace(/\s+/g, ' ').trim().replace(/[.:;]$/, '') ? [writeBlocks([{ type: 'paragraph', children: [{ type: 'text', value: `[${alt.replace(/\s+/g, ' ').trim()}]` }] }], 'notes')] : []
  })
}

function writeBody({ kind, title, blocks, right }: SlideDraft, pictureOf: PictureOf): string {
  const heading = kind === 'question' ? writeBlockTitle(title) : writePhrasing(title, 'slide')
  const content = writeSlideBlocks(blocks, pictureOf)
  if (kind === 'question')
    return content ? `:::question ${heading}\n\n${content}\n\n:::` : `:::question ${heading}\n:::`
  if (kind === 'columns')
    return `# ${heading}\n\n::left::\n\n${content}\n\n::right::\n\n${writeSlideBlocks(right ?? [], pictureOf)}`
  return content ? `# ${heading}\n\n${content}` : `# ${heading}`
}

/** Code may open a comment that it does not close; what follows would then be taken for its end. */
function balanceComments(body: string): string {
  const opened = body.lastIndexOf('<!--')
  const rest = opened < 0 ? '' : body.slice(opened)
  return opened >= 0 && !rest.includes('-->') ? `${body}\n\n<!-- -->` : body
}

/** Notes: the document's own blocks without what the slides show as it is. */
export function writeNotes(nodes: readonly RootContent[]): string {
  return writeBlocks(nodes.flatMap(notesNode), 'notes')
}

const SHOWN = new Set(['code', 'image', 'table', 'math', 'missingFigure', 'html'])

function notesNode(node: RootContent): RootContent[] {
  if (SHOWN.has(node.type))
    return []
  if (node.type === 'heading')
    return [{ type: 'paragraph', children: [{ type: 'strong', children: node.children }] }]
  if (node.type === 'paragraph' || !('children' in node))
    return [node]
  const children = (node.children as RootContent[]).flatMap(notesNode)
  return children.length ? [{ ...node, children } as RootContent] : []
}

/** What YAML takes as text without quotes. */
const PLAIN = /^[a-z][\w-]*(?: [\w-]+)*$/i

/** One slide with its front matter and, at the end, its notes in a comment. */
export function slideText({ frontmatter, body, notes }: WrittenSlide): string {
  const values = Object.entries(frontmatter)
  const head = values.length ? `---\n${values.map(([key, value]) => `${key}: ${PLAIN.test(value) ? value : toYaml(value, { lineWidth: 0 }).trim()}`).join('\n')}\n---\n` : '---\n'
  // A slide's last comment is its notes; one that only closes another is not.
  const comment = notes ? `\n<!--\n${notes}\n-->\n` : body.endsWith('<!-- -->') ? '\n<!-- -->\n' : ''
  return `${head}\n${body}\n${comment}`
}
