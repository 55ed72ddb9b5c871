import type { RootContent } from 'mdast'
import type { SourceDocument } from './document.ts'
import type { SlideDraft } from './plan/slide.ts'
import { createHash } from 'node:crypto'
import { idFromTitle } from '../course/ids.ts'
import { indexAt } from '../shared/lookup.ts'
import { headingText, linesOf } from './sections.ts'

/**
 * What a slide remembers of the document: `what-is-a-kernel 2-8 3fa9c1` are lines 2 to 8 below that heading, and a hash
 * of their text.
 */
export type SourceRef = string

interface Anchor {
  /** Its line. */
  start: number
  name: string
}

type RefOf = (draft: SlideDraft, body: string) => SourceRef

/** A long document becomes many lectures, and is looked through once. */
const refsOfDocument = new WeakMap<SourceDocument, RefOf>()

/**
 * Gives slides references to their lines. Lines count from the heading above them, so that a change in one section
 * leaves the references of all others. The hash is of the text of all source blocks.
 */
export function sourceRefs(document: SourceDocument): RefOf {
  const known = refsOfDocument.get(document) ?? newRefs(document)
  refsOfDocument.set(document, known)
  return known
}

function newRefs(document: SourceDocument): RefOf {
  const lines = document.text.split('\n')
  const anchors = document.root.children.flatMap(anchorOf).sort((a, b) => a.start - b.start)
  const hashOf = remembered((source) => {
    const own = linesOf([source])
    return own ? shortHash(lines.slice(own[0] - 1, own[1]).join('\n')) : ''
  })
  return ({ kind, sources }, body) => {
    const range = linesOf(sources)
    if (!range)
      return `${kind} ${shortHash(body)}`
    const anchor = anchors[indexAt(anchors, range[0])]
    const [from, to] = range.map(line => line - (anchor?.start ?? 0))
    const text = Array.from(new Set(sources.map(hashOf))).join('\n')
    return `${anchor?.name ?? 'start'} ${from === to ? from : `${from}-${to}`} ${shortHash(text)}`
  }
}

function anchorOf(node: RootContent): Anchor[] {
  const own = node.type === 'heading' ? linesOf([node]) : undefined
  return own && node.type === 'heading' ? [{ start: own[0], name: idFromTitle(headingText(node)) }] : []
}

/** Computes the value of each block once. */
function remembered(compute: (source: RootContent) => string): (source: RootContent) => string {
  const known = new Map<RootContent, string>()
  return (source) => {
    let value = known.get(source)
    if (value === undefined)
      known.set(source, value = compute(source))
    return value
  }
}

/** The hash in a reference. */
export function hashOfRef(ref: SourceRef | undefined): string | undefined {
  return ref?.split(' ').at(-1)
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
