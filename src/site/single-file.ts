import type { Element, Root } from 'hast'
import type { Course, Lecture } from '../course/course.ts'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import rehypeParse from 'rehype-parse'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { stylesOfSlide } from './frozen/slide-styles.ts'
import { usedNames } from './frozen/used-names.ts'

const MEDIA_TYPES: Record<string, string> = {
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Fonts of the page of this name are small enough to travel with it. */
const CARRIED_FONT = /-latin-wght-normal/

/**
 * The page of a lecture as one HTML file that needs no other: slides with their pictures, styles and type are inside,
 * scripts and the recording are not. Links to other files of the site lead to where the course is hosted; where it says
 * nothing of that, their text stays without a link, and buttons are left out.
 * @param folder the finished site
 */
export async function singleFile(course: Course, lecture: Lecture, folder: string): Promise<string> {
  const base = path.join(folder, lecture.slug)
  const tree = unified().use(rehypeParse).parse(await fs.readFile(path.join(base, 'index.html'), 'utf8')) as Root
  const sheets = new Map<Element, Root | undefined>()
  const pictures = new Map<string, string>()
  const carry = (root: Root, slide?: Root) => visit(root, 'element', (element, index, parent) => {
    const { tagName, properties } = element
    if (parent && index !== undefined && (needsOthers(element) || (!course.url && leadsElsewhere(element)))) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    if (isSheet(element))
      sheets.set(element, slide)
    for (const name of ['src', 'poster', 'style'] as const) {
      for (const address of addressesIn(properties[name], name))
        pictures.set(address, '')
    }
    if (tagName === 'a' && typeof properties.href === 'string')
      setLink(element, course, lecture)
    if (element.content)
      carry(element.content, element.content)
  })
  carry(tree)
  for (const [sheet, slide] of sheets) {
    const value = await styleText(path.join(base, String(sheet.properties.href)), slide)
    Object.assign(sheet, { tagName: 'style', properties: {}, children: [{ type: 'text', value }] })
  }
  await Promise.all(Array.from(pictures.keys(), async (address) => {
    const file = path.join(base, decodeURI(address.replace(/[?#].*$/, '')))
    pictures.set(address, existsSync(file) ? await dataAddress(file) : address)
  }))
  const place = (root: Root) => visit(root, 'element', ({ properties, content }) => {
    for (const name of ['src', 'poster', 'style'] as const) {
      for (const address of addressesIn(properties[name], name))
        properties[name] = String(properties[name]).replaceAll(address, pictures.get(address)!)
    }
    if (content)
      place(content)
  })
  place(tree)
  return unified().use(rehypeStringify).stringify(tree)
}

/** The addresses of files of the site in an attribute. */
function addressesIn(value: unknown, name: string): string[] {
  if (typeof value !== 'string')
    return []
  const all = name === 'style'
    ? Array.from(value.matchAll(/url\(["']?([^"')]+)["']?\)/g), ([, address = '']) => address)
    : [value]
  return all.filter(address => address && !/^(?:#|[a-z][a-z\d+.-]*:)/i.test(address))
}

function isSheet({ tagName, properties }: Element): boolean {
  return tagName === 'link' && [properties.rel].flat().includes('stylesheet')
}

/** What does nothing without the files around the page. */
function needsOthers({ tagName, properties }: Element): boolean {
  const classes = [properties.className].flat()
  const rel = [properties.rel].flat()
  return (tagName === 'script' && properties.type !== 'application/ld+json')
    || (tagName === 'link' && (rel.includes('alternate') || rel.includes('preload')))
    || classes.includes('stage')
    || classes.includes('search')
    || classes.includes('talk-search')
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

/**
 * The text of a style sheet with the files that it names.
 * @param slide what it is for, where that is one slide; of its rules those that the slide does not need are left out
 */
async function styleText(file: string, slide: Root | undefined): Promise<string> {
  const text = await fs.readFile(file, 'utf8')
  const isPage = !slide && !path.basename(file).startsWith('slide-')
  let css = slide
    ? stylesOfSlide(text, usedNames(unified().use(rehypeStringify).stringify(slide)))
    : text.replace(/@font-face\s*\{[^}]*\}/g, face => !isPage || CARRIED_FONT.test(face) ? face : '')
  for (const [whole, url = ''] of css.matchAll(/url\(["']?([^"')]+)["']?\)/g)) {
    const target = path.join(path.dirname(file), url)
    if (!url.startsWith('data:') && existsSync(target) && !/\.(?:woff|ttf)$/.test(target))
      css = css.replaceAll(whole, `url(${await dataAddress(target)})`)
  }
  return css
}

async function dataAddress(file: string): Promise<string> {
  const type = MEDIA_TYPES[path.extname(file)] ?? 'application/octet-stream'
  return `data:${type};base64,${(await fs.readFile(file)).toString('base64')}`
}
