import type { Nodes, Root } from 'mdast'
import type { OmittedFile } from './find-documents.ts'
import type { CourseDocument } from './read-folder.ts'
import { toString } from 'mdast-util-to-string'
import { nodesOfType } from '../nodes.ts'

/** Pages that a site has at least, shares of a page's letters, letters and links of a page, letters of a beginning. */
const MIN = { pages: 5, share: 0.9, linked: 0.85, letters: 200, links: 5, beginning: 40 }
const BLOCKS = new Set<Nodes['type']>(['paragraph', 'heading', 'code', 'tableCell', 'math'])
/** Characters at whose beginning a text is cut off, where another page goes on with it: "… Continue reading". */
const MAX_REST = 60

/** The pages of a site that only say again, or only lead to, what its other pages say: archives, lists, print views. */
export function pagesAgain(documents: readonly CourseDocument[]): OmittedFile[] {
  const pages = documents.filter(({ format }) => format === 'html')
  if (pages.length < MIN.pages)
    return []
  const lists = pages.filter(({ root }) => isListOfPages(root))
  const others = pages.filter(page => !lists.includes(page))
  const again = pagesWithTextOfOthers(others)
  if (lists.length + again.length === documents.length)
    return []
  const isText = true
  return [
    ...lists.map(({ path }) => ({ path, why: 'only leads to other pages', isText })),
    ...again.map(({ path }) => ({ path, why: 'says again what other pages say', isText })),
  ]
}

/** Little else than links to pages of the same site. */
function isListOfPages(root: Root): boolean {
  const letters = lettersIn(toString(root))
  const links = nodesOfType(root, 'link').filter(({ url }) => !/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(url))
  const linked = links.reduce((sum, link) => sum + lettersIn(toString(link)), 0)
  return links.length >= MIN.links && linked >= MIN.linked * letters
}

/** The longest first: a page that prints all others goes, and not the others; of two that are the same, the later. */
function pagesWithTextOfOthers(pages: readonly CourseDocument[]): CourseDocument[] {
  const textsIn = new Map(pages.map(page => [page, textsOf(page.root)]))
  const sizeOf = (page: CourseDocument) => textsIn.get(page)!.reduce((sum, text) => sum + text.length, 0)
  const counts = new Map<string, number>()
  const count = (page: CourseDocument, by: number) => {
    for (const key of new Set(textsIn.get(page)!.flatMap(keysOf)))
      counts.set(key, (counts.get(key) ?? 0) + by)
  }
  pages.forEach(page => count(page, 1))
  const again: CourseDocument[] = []
  for (const page of [...pages].reverse().sort((a, b) => sizeOf(b) - sizeOf(a))) {
    const size = sizeOf(page)
    const elsewhere = textsIn.get(page)!.filter(text => isElsewhere(text, counts))
    if (size >= MIN.letters && elsewhere.join('').length >= MIN.share * size) {
      again.push(page)
      count(page, -1)
    }
  }
  return pages.filter(page => again.includes(page))
}

/** Whether another page than the one that a text is from has it, or goes on with it. */
function isElsewhere(text: string, counts: ReadonlyMap<string, number>): boolean {
  const [whole, beginning] = keysOf(text)
  return counts.get(whole!)! > 1 || (isCutOff(text) && counts.get(beginning!)! > 1)
}

function isCutOff(text: string): boolean {
  return /…|\.{3}/.test(text.slice(-MAX_REST))
}

function keysOf(text: string): string[] {
  const letters = text.replace(/[^\p{L}\p{N}]+/gu, '')
  return [letters, `${letters.slice(0, MIN.beginning)}…`]
}

function textsOf(node: Nodes): string[] {
  if (BLOCKS.has(node.type))
    return [toString(node)]
  return 'children' in node ? node.children.flatMap(textsOf) : []
}

function lettersIn(text: string): number {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').length
}
