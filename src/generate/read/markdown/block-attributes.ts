import type { BlockContent, RootContent } from 'mdast'
import type { AdmonitionKind } from '../../document.ts'
import type { Mark } from '../dialects/placeholders.ts'
import type { Scanner } from '../dialects/scanner.ts'
import { toString } from 'mdast-util-to-string'
import { admonitionKind } from '../admonition-words.ts'
import { markOfLine } from '../dialects/placeholders.ts'

type AttributesMark = Extract<Mark, { type: 'attributes' }>

/** Gives blocks what lines of attributes say of them: the kind of an admonition, the language of code. */
export function applyAttributes(nodes: readonly RootContent[], scanner: Scanner): RootContent[] {
  const result: RootContent[] = []
  let waiting: AttributesMark | undefined
  for (const node of nodes) {
    const id = node.type === 'html' ? markOfLine(node.value) : undefined
    const mark = id === undefined ? undefined : scanner.marks[id]
    if (mark?.type === 'attributes') {
      scanner.leaveOut({ number: mark.line }, mark.raw, 'attributes of a block')
      const last = result.at(-1)
      if (last?.type === 'list' && last.children.every(item => item.children.every(child => child.type === 'paragraph')) && /\{:\s*toc\b/.test(mark.raw)) {
        scanner.leaveOut({ number: last.data?.lines?.[0] ?? mark.line }, toString(result.pop()), 'a place for a table of contents')
        continue
      }
      if (mark.before || !last)
        waiting = mark
      else
        result.splice(-1, 1, attributed(last, mark))
    }
    else {
      result.push(waiting ? attributed(node, waiting) : node)
      waiting = undefined
    }
  }
  return result
}

const kinds = /^(?:note|tip|info|important|warning|caution|danger|hint|callout|challenge|exercise|solution|discussion|question|objectives|keypoints|prereq|checklist|testimonial|alert|error|success|highlight|new)(?:-title)?$/

function attributed(node: RootContent, { classes }: AttributesMark): RootContent {
  if (node.type === 'code') {
    node.lang ??= classes.map(name => /^(?:language|lang)-(.+)$/.exec(name)?.[1]).find(Boolean) ?? null
    return node
  }
  const name = classes.find(name => kinds.test(name) && admonitionKind(name))
  const kind = name === undefined ? undefined : admonitionKind(name)
  if (!kind || node.type === 'heading' || node.type === 'admonition')
    return node
  return admonition(node, kind, name!.endsWith('-title'))
}

function admonition(node: RootContent, kind: AdmonitionKind, titled: boolean): RootContent {
  const children = node.type === 'blockquote' ? node.children : [node as BlockContent]
  const [first] = children
  const isTitle = first?.type === 'heading' || (titled && first?.type === 'paragraph' && children.length > 1)
  return { type: 'admonition', kind, ...(isTitle && { title: toString(first) }), children: isTitle ? children.slice(1) : children, data: node.data }
}
