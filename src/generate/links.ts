import type { Link, Nodes, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

/** A link that leads nowhere from a lecture: its text stays, its address stands in the notes. */
export interface LostLink {
  text: string
  url: string
}

declare module 'mdast' {
  interface Data {
    /** Links of this block that a deck cannot follow. */
    lostLinks?: LostLink[]
  }
}

/** Gives relative links the address of the document; without one their block remembers them. */
export function resolveLinks(root: Root, baseUrl: string | undefined): void {
  visit(root, (node: Nodes) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell')
      return
    const lost: LostLink[] = []
    visit(node, 'link', (link: Link) => {
      if (/^[a-z][a-z\d+.-]*:/i.test(link.url) || link.url.startsWith('//')) {
        if (link.url.startsWith('//'))
          link.url = `https:${link.url}`
        return
      }
      const resolved = baseUrl && !link.url.startsWith('#') ? resolve(link.url, baseUrl) : undefined
      if (resolved)
        link.url = resolved
      else if (!link.url.startsWith('#'))
        lost.push({ text: toString(link), url: link.url })
    })
    if (lost.length)
      node.data = { ...node.data, lostLinks: lost }
  })
}

function resolve(url: string, base: string): string | undefined {
  try {
    return new URL(url, base).href
  }
  catch {
    return undefined
  }
}
