import type { Code, RootContent } from 'mdast'
import type { LostLink } from '../links.ts'
import type { SlideDraft } from '../plan/slide.ts'
import type { PictureOf } from './blocks.ts'
import { stringify as toYaml } from 'yaml'
import { nodesOfType } from '../nodes.ts'
import { isFlexible } from '../plan/slide.ts'
import { longAlt, writeListing, writeSlideBlocks } from './blocks.ts'
import { writeBlocks, writeBlockTitle, writePhrasing } from './markdown.ts'

/** A slide as it stands in a lecture's file: front matter, body, notes. */
export interface WrittenSlide {
  frontmatter: Record<string, string>
  body: string
  /** Without comment marks; empty where there are none. */
  notes: string
}

/** Layouts of the kinds of slides that have one of their own. */
const LAYOUTS: Partial<Record<SlideDraft['kind'], Record<string, string>>> = {
  section: { layout: 'section' },
  columns: { layout: 'two-cols-header' },
  beside: { layout: 'two-cols-header', layoutClass: 'text-beside' },
  statement: { layout: 'statement' },
}

/** The Markdown of a slide. */
export function writeSlide(planned: SlideDraft, pictureOf: PictureOf): WrittenSlide {
  const draft = withPicture(planned, pictureOf)
  const { kind, size = 'normal' } = draft
  return {
    frontmatter: { ...LAYOUTS[kind], ...size !== 'normal' && { class: `type-${size}` } },
    body: balanceComments(writeBody(draft, pictureOf)),
    notes: [writeNotes(draft.notes), ...longAlts(draft, pictureOf), lostLinks(draft)].filter(Boolean).join('\n\n'),
  }
}

/** A picture that is not there is a line below the text that would have stood beside it. */
function withPicture(draft: SlideDraft, pictureOf: PictureOf): SlideDraft {
  const [only] = draft.right ?? []
  if (draft.kind !== 'beside' || only?.type !== 'image' || pictureOf(only.image.url))
    return draft
  const { right, ...slide } = draft
  return { ...slide, kind: 'content', blocks: [...slide.blocks, only] }
}

const lostOf = new WeakMap<RootContent, readonly LostLink[]>()

/** Links of a block that a deck cannot follow; each block is looked through once. */
function lostLinksIn(source: RootContent): readonly LostLink[] {
  let lost = lostOf.get(source)
  if (!lost) {
    const holders = [
      ...nodesOfType(source, 'paragraph'),
      ...nodesOfType(source, 'heading'),
      ...nodesOfType(source, 'tableCell'),
    ]
    lost = holders.flatMap(({ data }) => data?.lostLinks ?? [])
    lostOf.set(source, lost)
  }
  return lost
}

/** Addresses of links that a deck cannot follow. */
function lostLinks({ sources }: SlideDraft): string {
  const links = sources.flatMap(lostLinksIn)
  const unique = [...new Map(links.map(link => [`${link.text} ${link.url}`, link])).values()]
  return writeBlocks(unique.map(({ text, url }) => ({
    type: 'paragraph',
    children: [{ type: 'text', value: `${text}: ` }, { type: 'inlineCode', value: url }],
  })), 'notes')
}

/** Descriptions of pictures that are not there, where the slide has no room for them. */
function longAlts({ blocks, right = [] }: SlideDraft, pictureOf: PictureOf): string[] {
  return [...blocks, ...right].flatMap((block) => {
    const value = longAlt(missingAlt(block, pictureOf))
    return value ? [writeBlocks([{ type: 'paragraph', children: [{ type: 'text', value }] }], 'notes')] : []
  })
}

/** The description of a picture that is not there; empty for anything else. */
function missingAlt(block: SlideDraft['blocks'][number], pictureOf: PictureOf): string {
  if (block.type === 'missing')
    return block.alt
  return block.type === 'image' && !pictureOf(block.image.url) ? block.image.alt ?? '' : ''
}

function writeBody({ kind, title, blocks, right }: SlideDraft, pictureOf: PictureOf): string {
  if (kind === 'question')
    return writeQuestion(title, blocks, pictureOf)
  const content = writeSlideBlocks(blocks, pictureOf)
  const heading = `# ${writePhrasing(title, 'slide')}`
  if (right)
    return `${heading}\n\n::left::\n\n${content}\n\n::right::\n\n${writeSlideBlocks(right, pictureOf)}`
  return content ? `${heading}\n\n${content}` : heading
}

/** What takes the height that is left stands below the block that asks. */
function writeQuestion(title: SlideDraft['title'], blocks: SlideDraft['blocks'], pictureOf: PictureOf): string {
  const answer = writeSlideBlocks(blocks.filter(block => !isFlexible(block)), pictureOf)
  const below = writeSlideBlocks(blocks.filter(isFlexible), pictureOf)
  const question = `:::question ${writeBlockTitle(title)}\n`
  return [answer ? `${question}\n${answer}\n\n:::` : `${question}:::`, below].filter(Boolean).join('\n\n')
}

/** Code may open a comment that it does not close; what follows would then be taken for its end. */
function balanceComments(body: string): string {
  const opened = body.lastIndexOf('<!--')
  const isOpen = opened >= 0 && !body.includes('-->', opened)
  return isOpen ? `${body}\n\n<!-- -->` : body
}

/** Notes: the document's own blocks without what the slides show as it is, and listings that they show in part. */
function writeNotes(nodes: readonly RootContent[]): string {
  const parts: (RootContent[] | Code)[] = []
  for (const node of nodes) {
    const last = parts.at(-1)
    if (node.type === 'code' && node.data?.isListing)
      parts.push(node)
    else if (Array.isArray(last))
      last.push(...notesNode(node))
    else
      parts.push(notesNode(node))
  }
  const texts = parts.map(part => Array.isArray(part) ? writeBlocks(part, 'notes') : writeListing(part.value))
  return texts.filter(Boolean).join('\n\n')
}

const SHOWN = new Set<RootContent['type']>(['code', 'image', 'table', 'math', 'missingFigure', 'html'])

function notesNode(node: RootContent): RootContent[] {
  // No slide shows what is in there.
  if (node.type === 'admonition' && node.kind === 'instructor')
    return [node]
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
  const head = Object.entries(frontmatter).map(([key, value]) => `${key}: ${yamlValue(value)}\n`)
  return `---\n${head.length ? `${head.join('')}---\n` : ''}\n${body}\n${lastComment(body, notes)}`
}

function yamlValue(value: string): string {
  return PLAIN.test(value) ? value : toYaml(value, { lineWidth: 0 }).trim()
}

/** A slide's last comment is its notes; one that only closes another is not. */
function lastComment(body: string, notes: string): string {
  if (notes)
    return `\n<!--\n${notes}\n-->\n`
  return body.endsWith('<!-- -->') ? '\n<!-- -->\n' : ''
}
