import type { Element, Root } from 'hast'
import type { Course, Lecture } from '../course/course.ts'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import rehypeParse from 'rehype-parse'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'

const MEDIA_TYPES: Record<string, string> = { '.webp': 'image/webp', '.png': 'image/png', '.woff2': 'font/woff2' }

/** Fonts of this name are small enough to travel with the page. */
const CARRIED_FONT = /-latin-wght-normal/

/**
 * The page of a lecture as one HTML file that needs no other: pictures, styles and type are inside, scripts and the
 * recording are not. Links to other files of the site lead to where the course is hosted; where it says nothing of
 * that, their text stays without a link, and buttons are left out.
 * @param folder the finished site
 */
export async function singleFile(course: Course, lecture: Lecture, folder: string): Promise<string> {
  const base = path.join(folder, lecture.slug)
  const tree = unified().use(rehypeParse).parse(await fs.readFile(path.join(base, 'index.html'), 'utf8')) as Root
  const style = await inlineStyle(tree, base)
  const pictures = new Map<string, string>()
  visit(tree, 'element', (element, index, parent) => {
    const { tagName, properties } = element
    if (parent && index !== undefined && (needsOthers(element) || (!course.url && leadsElsewhere(element)))) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    if (tagName === 'link' && [properties.rel].flat().includes('stylesheet'))
      Object.assign(element, { tagName: 'style', properties: {}, children: [{ type: 'text', value: style }] })
    if (tagName === 'img' && typeof properties.src === 'string') {
      properties.src = properties.src.replace(/\.webp$/, '@2x.webp')
      pictures.set(properties.src, '')
      delete properties.srcSet
      delete properties.sizes
      delete properties.loading
    }
    if (tagName === 'a' && typeof properties.href === 'string')
      setLink(element, course, lecture)
  })
  await Promise.all(Array.from(pictures.keys(), async (address) => {
    pictures.set(address, await dataAddress(path.join(base, decodeURI(address))))
  }))
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'img')
      properties.src = pictures.get(String(properties.src)) ?? properties.src
  })
  return unified().use(rehypeStringify).stringify(tree)
}

/** What does nothing without the files around the page. */
function needsOthers({ tagName, properties }: Element): boolean {
  const classes = [properties.className].flat()
  const rel = [properties.rel].flat()
  return tagName === 'source'
    || (tagName === 'script' && properties.type !== 'application/ld+json')
    || (tagName === 'link' && rel.includes('alternate'))
    || classes.includes('stage')
    || classes.includes('search')
}

/** What is there only to lead to other files of the site. */
function leadsElsewhere({ tagName, properties }: Element): boolean {
  const classes = [properties.className].flat()
  const rel = [properties.rel].flat()
  return classes.includes('lecture-actions')
    || classes.includes('slide-live')
    || (tagName === 'a' && (rel.includes('next') || rel.includes('prev')))
}

function setLink(link: Element, course: Course, lecture: Lecture): void {
  const { properties } = link
  const href = String(properties.href)
  if (/^(?:#|[a-z][a-z\d+.-]*:)/i.test(href))
    return
  if (course.url)
    properties.href = new URL(href, `${course.url}/${encodeURI(lecture.slug)}/`).href
  else
    Object.assign(link, { tagName: 'span', properties: {} })
}

async function inlineStyle(tree: Root, base: string): Promise<string> {
  let address = ''
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'link' && [properties.rel].flat().includes('stylesheet'))
      address = String(properties.href)
  })
  const file = path.join(base, address)
  const text = await fs.readFile(file, 'utf8')
  let css = text.replace(/@font-face\s*\{[^}]*\}/g, face => CARRIED_FONT.test(face) ? face : '')
  for (const [whole, url = ''] of css.matchAll(/url\(["']?([^"')]+)["']?\)/g)) {
    const target = path.join(path.dirname(file), url)
    if (existsSync(target))
      css = css.replaceAll(whole, `url(${await dataAddress(target)})`)
  }
  return css
}

async function dataAddress(file: string): Promise<string> {
  const type = MEDIA_TYPES[path.extname(file)] ?? 'application/octet-stream'
  return `data:${type};base64,${(await fs.readFile(file)).toString('base64')}`
}
