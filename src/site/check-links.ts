import type { Element, Root } from 'hast'
import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import { existsSync, statSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'

interface Page {
  ids: Set<string>
  /** Addresses that the page loads or leads to, each with the id of the slide in whose section it stands. */
  links: { address: string, slide?: string }[]
}

/** Finds links and files in the pages of a site that lead nowhere; addresses of other hosts are not asked. */
export async function checkLinks(course: Course, folder: string): Promise<Problem[]> {
  const pages = new Map<string, Page>()
  for (const file of ['index.html', ...course.lectures.map(({ slug }) => `${slug}/index.html`)])
    pages.set(file, readPage(await fs.readFile(path.join(folder, file), 'utf8')))
  return Array.from(pages).flatMap(([file, { links }]) => links.flatMap(({ address, slide }): Problem[] => {
    const wrong = linkFault(address, file, { course, folder, pages })
    if (!wrong)
      return []
    const lecture = course.lectures.find(({ slug }) => file === `${slug}/index.html`)
    const source = lecture?.slides.find(({ id }) => id === slide)
    return [{
      message: `The page ${file} has a link to ${address}, but ${wrong}.`,
      hint: source ? `Mend the link on the slide "${source.title}" or in its notes.` : undefined,
      file: source?.file ?? lecture?.file ?? course.entry,
      line: source?.line,
    }]
  }))
}

function readPage(html: string): Page {
  const tree = unified().use(rehypeParse).parse(html) as Root
  const page: Page = { ids: new Set(), links: [] }
  const collect = (node: Root | Element, slide?: string) => {
    for (const child of node.children) {
      if (child.type !== 'element')
        continue
      const { id, href, src, srcSet, poster } = child.properties
      if (id)
        page.ids.add(String(id))
      const here = child.tagName === 'section' && [child.properties.className].flat().includes('slide') ? String(id) : slide
      const sets = typeof srcSet === 'string' ? srcSet.split(',').map(part => part.trim().split(/\s/)[0]!) : []
      if (!(child.tagName === 'link' && [child.properties.rel].flat().includes('canonical')))
        page.links.push(...[href, src, poster, ...sets].filter(value => typeof value === 'string').map(address => ({ address, slide: here })))
      collect(child, here)
    }
  }
  collect(tree)
  return page
}

function linkFault(address: string, from: string, { course, folder, pages }: { course: Course, folder: string, pages: ReadonlyMap<string, Page> }): string | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address))
    return
  const { pathname, hash } = new URL(address, `http://site/${encodeURI(from)}`)
  const target = decodeURIComponent(pathname).slice(1)
  if (address.startsWith('/') || address.replace(/[?#].*/, '').split('/').filter(part => part === '..').length > from.split('/').length - 1)
    return 'that leaves the site'
  const file = target === '' || target.endsWith('/') ? `${target}index.html` : target
  if (!existsSync(path.join(folder, file)))
    return 'there is no such file in the site'
  if (statSync(path.join(folder, file)).isDirectory())
    return 'that is a folder'
  const id = decodeURIComponent(hash.slice(1))
  if (id && pages.has(file) && !pages.get(file)!.ids.has(id))
    return `there is no slide "${id}" on that page`
  const [, deck] = /^([^/]+)\/deck\/index\.html$/.exec(file) ?? []
  const slide = /^\/([^?]+)/.exec(id)?.[1]
  if (deck && slide && !course.lectures.find(({ slug }) => slug === deck)?.slides.some(({ id, number }) => id === slide || String(number) === slide))
    return `that lecture has no slide "${slide}"`
}
