import type { RootContent } from 'mdast'
import type { SourceDocument } from './document.ts'
import type { SlideDraft } from './plan/slide.ts'
import { createHash } from 'node:crypto'
import { idFromTitle } from '../course/ids.ts'
import { headingText, linesOf } from './sections.ts'

/** What a slide remembers of the document: `what-is-a-kernel 2-8 3fa9c1` are lines 2 to 8 below that heading, and a hash of their text. */
export type SourceMark = string

interface Anchor { line: number, name: string }

/**
 * Marks slides with their lines. Lines count from the heading above them, so that a change in one section leaves the marks of all others.
 * The hash is of the text of all source blocks.
 */
export function sourceMarker(document: SourceDocument): (draft: SlideDraft, body: string) => SourceMark {
  const lines = document.text.split('\n')
  const anchors = document.root.children.flatMap((node): Anchor[] => {
    const own = node.type === 'heading' ? linesOf([node]) : undefined
    return own && node.type === 'heading' ? [{ line: own[0], name: idFromTitle(headingText(node)) }] : []
  })
  const hashes = new Map<RootContent, string>()
  const hashOf = (source: RootContent) => {
    let hash = hashes.get(source)
    if (hash === undefined) {
      const own = linesOf([source])
      hashes.set(source, hash = own ? shortHash(lines.slice(own[0] - 1, own[1]).join('\n')) : '')
    }
    return hash
  }
  return ({ kind, sources }, body) => {
    const range = linesOf(sources)
    if (!range)
      return `${kind} ${shortHash(body)}`
    const anchor = anchors.findLast(({ line }) => line <= range[0])
    const [from, to] = range.map(line => line - (anchor?.line ?? 0))
    const text = Array.from(new Set(sources.map(hashOf))).join('\n')
    return `${anchor?.name ?? 'start'} ${from === to ? from : `${from}-${to}`} ${shortHash(text)}`
  }
}

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
