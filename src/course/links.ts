import type { Root } from 'mdast'
import type { Course, Lecture, Slide } from './course.ts'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { visit } from 'unist-util-visit'
import { visibleTree } from '../markdown/visible-tree.ts'
import { pagePath, resolveAddress, titleOf } from './address.ts'

/** A link as its author has written it. */
interface WrittenLink {
  address: string
  /** Line of the slide's file, from 1. */
  line: number
}

/** What a link looks like in Markdown or HTML; texts without it are not parsed. */
const SIGN = /\]\(|<a\b|<Link\b|^\s*\[[^\]]+\]:/im
const TAG = /<(a|Link)\s(?:[^>]*\s)?(?:href|to)\s*=\s*["']([^"']+)["']/g

/** The links on a slide and in its notes, those in HTML too, in the order in which they stand. */
export function linksOf({ content, line, notes, notesLine }: Slide): WrittenLink[] {
  return [
    ...SIGN.test(content) ? linksIn(visibleTree(content), line) : [],
    ...SIGN.test(notes) ? linksIn(fromMarkdown(notes), notesLine) : [],
  ]
}

function linksIn(tree: Root, firstLine: number): WrittenLink[] {
  const links: WrittenLink[] = []
  const used = new Set<string>()
  // What begins so is a footnote, whose words this parser takes for an address where no space is in them.
  visit(tree, 'linkReference', ({ identifier }) => void (identifier.startsWith('^') || used.add(identifier)))
  visit(tree, (node) => {
    const line = firstLine + (node.position?.start.line ?? 1) - 1
    if (node.type === 'link' || (node.type === 'definition' && used.has(node.identifier))) {
      links.push({ address: node.url, line })
    }
    else if (node.type === 'html') {
      for (const { 1: tag, 2: address, index } of node.value.matchAll(TAG)) {
        const above = node.value.slice(0, index).split('\n').length - 1
        links.push({ address: tag === 'Link' ? routeAddress(address!) : address!, line: line + above })
      }
    }
  })
  return links
}

/** The address that Slidev's `<Link to="…">` leads to: names of slides may stand alone. */
export function routeAddress(to: string): string {
  return /^[./#]|:/.test(to) ? to : `#/${to}`
}

/** Where the links of a lecture lead, for whoever keeps what was made of it. */
export function linkedPlaces(lecture: Lecture, course: Pick<Course, 'root' | 'lectures'>): unknown[] {
  return lecture.slides.flatMap(linksOf).map(({ address }) => {
    const target = resolveAddress(address, { course, lecture })
    return [address, pagePath(target), titleOf(target)]
  })
}
