import type { ScannedLine } from './block-rule.ts'
import type { Scanner } from './scanner.ts'
import { includedFile } from './include-source.ts'

/** Code, which has none of these marks, or a link or embed of a wiki. */
const LINK = /(`+)(?:(?!\1)[\s\S])*?\1(?!`)|(!?)\[\[([^[\]\n]+)\]\]/g
const EMBED = /^!\[\[([^[\]\n]+)\]\]\s*$/
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i
const FILE = /\.(?:pdf|mp3|mp4|wav|ogg|webm|m4a|mov|canvas)$/i
/** A name by which others refer to a block. */
const BLOCK_ID = /(?<=\S)[ \t]+\^[a-z\d-]+[ \t]*$/i

interface Target {
  page: string
  heading: string
  /** What stands behind the bar. */
  label?: string
}

/** `Page#Heading|label`; a block's name after `^` is no heading, and in a table the bar is escaped. */
function targetOf(inside: string): Target {
  const [target = '', ...labels] = inside.split(/\\?\|/)
  const [page = '', ...headings] = target.split('#')
  const heading = headings.filter(part => part && !part.startsWith('^')).join(' › ')
  const label = labels.join('|').trim()
  return { page: page.split('^')[0]!.trim(), heading: heading.trim(), ...(label && { label }) }
}

function nameOf({ page, heading, label }: Target): string {
  const title = page.split('/').at(-1)!.replace(/\.md$/i, '')
  return label ?? [title, heading].filter(Boolean).join(' › ')
}

/** Links and embeds of wikis inside a line, and names of blocks at its end: `[[Page|text]]`, `![[picture.png]]`. */
export function wikiLinks(text: string, number: number, scanner: Scanner): string {
  const drop = (raw: string) =>
    scanner.output.inlinePlaceholder({ type: 'drop', why: 'a name to refer to', raw, line: number })
  const withoutId = text.includes('^') && scanner.isWiki ? text.replace(BLOCK_ID, drop) : text
  if (!withoutId.includes('[['))
    return withoutId
  return replaceLinks(withoutId, (raw, target, isEmbed) => {
    scanner.omit(number, raw, 'the mark of a link between pages; what it says is shown')
    if (isEmbed && PICTURE.test(target.page))
      return `![${altOf(target)}](<${target.page}>)`
    return FILE.test(target.page) ? `[${escapeLabel(nameOf(target))}](<${target.page}>)` : nameOf(target)
  })
}

type Replace = (raw: string, target: Target, isEmbed: boolean) => string

function replaceLinks(text: string, replace: Replace): string {
  return text.replace(LINK, (raw: string, ticks?: string, embed?: string, inside = '') => {
    // `[[1, 2]]` is data.
    if (ticks || !/\p{L}/u.test(inside) || /^[\s\d.,"']*,/.test(inside))
      return raw
    const target = targetOf(inside)
    return nameOf(target) ? replace(raw, target, embed !== '') : raw
  })
}

/** A line with what a reader sees of its links between pages; of pictures nothing. */
export function wikiText(text: string): string {
  return replaceLinks(text, (_, target, isEmbed) => isEmbed && PICTURE.test(target.page) ? '' : nameOf(target))
}

/** A label that is no width says what a picture shows; else its file is called so. */
function altOf({ page, label }: Target): string {
  const isSize = label !== undefined && /^\d+(?:x\d+)?$/.test(label)
  return label && !isSize ? escapeLabel(label) : page.split('/').at(-1)!.replace(PICTURE, '').replace(/[-_]+/g, ' ')
}

function escapeLabel(text: string): string {
  return text.replace(/[[\]\\]/g, '\\$&')
}

/** A line that takes in another page, or a part of it below a heading; without that page, its name. */
export function wikiEmbed(line: ScannedLine, scanner: Scanner): string[] | undefined {
  const inside = EMBED.exec(line.text)?.[1]
  const target = inside === undefined ? undefined : targetOf(inside)
  if (!target?.page || PICTURE.test(target.page) || FILE.test(target.page))
    return undefined
  const file = /\.md$/i.test(target.page) ? target.page : `${target.page}.md`
  const lines = scanner.file === '-' ? undefined : includedFile(scanner.file, file, scanner.readFile)
  if (!lines)
    return undefined
  scanner.omit(line.number, line.text, 'the file that it names stands in its place')
  scanner.output.write('', line.number)
  for (const text of below(lines, target.heading.split(' › ').at(-1)!))
    scanner.output.write(line.prefix + text, line.number)
  scanner.output.write('', line.number)
  return []
}

/** The lines of a page without its front matter; those below a heading where one is named. */
function below(all: readonly string[], heading: string): string[] {
  const end = all[0]?.trim() === '---' ? all.indexOf('---', 1) : -1
  const lines = all.slice(end + 1)
  const isHeading = (line: string) => /^#{1,6}\s/.test(line) && line.replace(/^#+/, '').trim() === heading
  const start = heading ? lines.findIndex(isHeading) : -1
  if (start < 0)
    return lines
  const level = /^#+/.exec(lines[start]!)![0].length
  const next = lines.findIndex((line, i) => i > start && (/^#+(?=\s)/.exec(line)?.[0].length ?? 9) <= level)
  return lines.slice(start + 1, next < 0 ? undefined : next)
}

/** Whether a document links to pages as a wiki does. */
export function isWiki(lines: readonly string[]): boolean {
  return lines.some(line => /\[\[[\p{L}#][^[\]]*\]\]/u.test(line) || /^>\s*\[!\w/.test(line))
}
