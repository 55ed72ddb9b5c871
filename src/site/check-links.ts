import type { Element, Root } from 'hast'
import type { Problem } from '../core/errors.ts'
import type { Course, Lecture } from '../course/course.ts'
import { existsSync, statSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'

interface Page {
  /** Path below the site. */
  file: string
  /** The lecture that it is of; none for the course's own page. */
  lecture?: Lecture
  ids: Set<string>
  links: Link[]
}

interface Link {
  /** What the page loads or leads to. */
  address: string
  /** Id of the slide with which it stands. */
  slide?: string
}

interface Site {
  course: Course
  folder: string
  pages: readonly Page[]
}

/** Finds links and files in the pages of a site that lead nowhere; addresses of other hosts are not asked. */
export async function checkLinks(course: Course, folder: string): Promise<Problem[]> {
  const pages = [await readPage(folder, 'index.html')]
  for (const lecture of course.lectures)
    pages.push(await readPage(folder, `${lecture.slug}/index.html`, lecture))
  const site = { course, folder, pages }
  return pages.flatMap(page => page.links.flatMap(link => linkProblems(link, page, site)))
}

function linkProblems({ address, slide }: Link, { file, lecture }: Page, site: Site): Problem[] {
  const fault = linkFault(address, file, site)
  if (!fault)
    return []
  const source = lecture?.slides.find(({ id }) => id === slide)
  return [{
    message: `The page ${file} has a link to ${address}, but ${fault}.`,
    hint: source && `Fix the link on the slide "${source.title}" or in its notes.`,
    file: source?.file ?? lecture?.file ?? site.course.entry,
    line: source?.line,
  }]
}

async function readPage(folder: string, file: string, lecture?: Lecture): Promise<Page> {
  const html = await fs.readFile(path.join(folder, file), 'utf8')
  const page: Page = { file, lecture, ids: new Set(), links: [] }
  const collect = (node: Root | Element, slide?: string, isFrozen = false) => {
    for (const child of node.children) {
      if (child.type !== 'element')
        continue
      const { id, className } = child.properties
      // What is inside of a frozen slide is no place of the page.
      if (id && !isFrozen)
        page.ids.add(String(id))
      const isSlide = child.tagName === 'article' && [className].flat().includes('slide')
      const here = isSlide ? String(id) : slide
      page.links.push(...addressesOf(child).map(address => ({ address, slide: here })))
      collect(child, here, isFrozen)
      // The course's page shows slides of lectures' pages again.
      if (child.content && lecture)
        collect(child.content, here, true)
    }
  }
  collect(unified().use(rehypeParse).parse(html))
  return page
}

function addressesOf({ tagName, properties }: Element): string[] {
  const { rel, href, src, srcSet, poster } = properties
  // Where the page will be hosted is no file of the site.
  if (tagName === 'link' && [rel].flat().includes('canonical'))
    return []
  const sets = typeof srcSet === 'string' ? srcSet.split(',').map(part => part.trim().split(/\s/)[0]) : []
  return [href, src, poster, ...sets].filter(value => typeof value === 'string')
}

/** Why an address on a page leads nowhere. */
function linkFault(address: string, from: string, { course, folder, pages }: Site): string | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address))
    return
  const steps = address.replace(/[?#].*/, '').split('/')
  const depth = from.split('/').length - 1
  if (address.startsWith('/') || steps.filter(step => step === '..').length > depth)
    return 'that leaves the site'
  const { pathname, hash } = new URL(address, `http://site/${encodeURI(from)}`)
  const target = decodeURIComponent(pathname).slice(1)
  const file = target === '' || target.endsWith('/') ? `${target}index.html` : target
  if (!existsSync(path.join(folder, file)))
    return 'there is no such file in the site'
  if (statSync(path.join(folder, file)).isDirectory())
    return 'that is a folder'
  const id = decodeURIComponent(hash.slice(1))
  const page = pages.find(page => page.file === file)
  if (id && page && !page.ids.has(id))
    return `there is no slide "${id}" on that page`
  return deckFault(file, id, course)
}

/** Whether a link into a deck names a slide that it does not have. */
function deckFault(file: string, hash: string, { lectures }: Course): string | undefined {
  const [, slug] = /^([^/]+)\/deck\/index\.html$/.exec(file) ?? []
  const [, wanted] = /^\/([^?]+)/.exec(hash) ?? []
  if (!slug || !wanted)
    return
  const slides = lectures.find(lecture => lecture.slug === slug)?.slides ?? []
  if (!slides.some(({ id, number }) => id === wanted || String(number) === wanted))
    return `that lecture has no slide "${wanted}"`
}
