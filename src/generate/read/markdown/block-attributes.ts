import type { BlockContent, RootContent } from 'mdast'
import type { AdmonitionKind } from '../../document.ts'
import type { Placeholder } from '../dialects/placeholders.ts'
import type { NormalizedMarkdown } from './normalize.ts'
import { toString } from 'mdast-util-to-string'
import { admonitionKind } from '../admonition-words.ts'
import { placeholderOf } from '../dialects/placeholders.ts'
import { omit } from '../omit.ts'

type BlockAttributes = Extract<Placeholder, { type: 'attributes' }>

/** Gives blocks what lines of attributes say of them: the kind of an admonition, the language of code. */
export function applyAttributes(nodes: readonly RootContent[], normalized: NormalizedMarkdown): RootContent[] {
  const { placeholders, omitted } = normalized
  const result: RootContent[] = []
  let waiting: BlockAttributes | undefined
  for (const node of nodes) {
    const placeholder = node.type === 'html' ? placeholderOf(node.value, placeholders) : undefined
    if (placeholder?.type !== 'attributes') {
      result.push(waiting ? attributed(node, waiting) : node)
      waiting = undefined
      continue
    }
    omit(omitted, placeholder.line, placeholder.raw, 'attributes of a block')
    const last = result.at(-1)
    if (last && isPlaceOfContents(last, placeholder)) {
      const line = last.data?.lines?.[0] ?? placeholder.line
      omit(omitted, line, toString(result.pop()), 'a place for a table of contents')
    }
    else if (placeholder.before || !last) {
      waiting = placeholder
    }
    else {
      result.splice(-1, 1, attributed(last, placeholder))
    }
  }
  return result
}

/** A list that kramdown replaces by a table of contents. */
function isPlaceOfContents(node: RootContent, { raw }: BlockAttributes): boolean {
  return node.type === 'list'
    && node.children.every(item => item.children.every(child => child.type === 'paragraph'))
    && /\{:\s*toc\b/.test(raw)
}

/** Classes that make an admonition of a block. */
const KINDS = new Set([
  'note',
  'tip',
  'info',
  'important',
  'warning',
  'caution',
  'danger',
  'hint',
  'callout',
  'challenge',
  'exercise',
  'solution',
  'discussion',
  'question',
  'objectives',
  'keypoints',
  'prereq',
  'checklist',
  'testimonial',
  'alert',
  'error',
  'success',
  'highlight',
  'new',
])

function attributed(node: RootContent, { classes }: BlockAttributes): RootContent {
  if (node.type === 'code') {
    node.lang ??= classes.map(name => /^(?:language|lang)-(.+)$/.exec(name)?.[1]).find(Boolean) ?? null
    return node
  }
  const name = classes.find(name => KINDS.has(name.replace(/-title$/, '')) && admonitionKind(name))
  const kind = name === undefined ? undefined : admonitionKind(name)
  if (!kind || node.type === 'heading' || node.type === 'admonition')
    return node
  return admonition(node, kind, name!.endsWith('-title'))
}

function admonition(node: RootContent, kind: AdmonitionKind, titled: boolean): RootContent {
  const children = node.type === 'blockquote' ? node.children : [node as BlockContent]
  const [first] = children
  const isTitle = first?.type === 'heading' || (titled && first?.type === 'paragraph' && children.length > 1)
  return {
    type: 'admonition',
    kind,
    ...(isTitle && { title: toString(first) }),
    children: isTitle ? children.slice(1) : children,
    data: node.data,
  }
}
