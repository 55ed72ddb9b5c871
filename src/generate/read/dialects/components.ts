import type { Attributes } from './attributes.ts'
import type { ScannedLine } from './block-rule.ts'
import type { Scanner } from './scanner.ts'
import type { Tag } from './tag-reader.ts'
import { readAttributes } from './attributes.ts'
import { mediaLink, picture } from './media.ts'

const PICTURE_NAME = /image|img|illustration|figure|picture|photo|screenshot|diagram/i
const PICTURE_FILE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i
const PLAYER_NAME = /youtube|vimeo|video|iframe|embed|player/i

/** A component without content: a picture, a link, or the words that its attributes hold. */
export function emptyComponent(line: ScannedLine, scanner: Scanner, name: string, tag: Tag): string[] {
  scanner.source.skipTo(tag.last)
  scanner.omit([line.number, tag.last], tag.raw, 'a component of the program that showed the document')
  if (!writePicture(line, scanner, name, tag)) {
    const shown = linkOrWords(tag)
    if (shown !== undefined)
      scanner.output.write(line.prefix + shown, line.number)
  }
  scanner.output.write(line.prefix.trimEnd(), line.number)
  return [tag.rest]
}

function linkOrWords(tag: Tag): string | undefined {
  const attributes = readAttributes(tag.attributes)
  const { href, to, url, title, label, text, caption, description, alt } = attributes.values
  const address = href ?? to ?? url
  if (address)
    return mediaLink('link', { ...attributes, values: { ...attributes.values, href: address } }) ?? ''
  const words = [title, label, text, caption, description, alt].flatMap(word => word || [])
  return words.length ? words.map(word => word.replace(/[\\[\]<>*_`]/g, '\\$&')).join(': ') : undefined
}

/**
 * Writes the picture or the link that the attributes of a component describe.
 * @returns false where they describe none
 */
export function writePicture(line: ScannedLine, { output }: Scanner, name: string, tag: Tag): boolean {
  const attributes = readAttributes(tag.attributes)
  const { src, image, alt } = attributes.values
  const isPicture = PICTURE_NAME.test(name) || PICTURE_FILE.test(src ?? image ?? '')
  const shown = markdownOf(name, attributes, isPicture)
  if (shown !== undefined) {
    output.write(line.prefix + shown, line.number)
    return true
  }
  if (!isPicture || alt === undefined)
    return false
  if (alt)
    output.writePlaceholder(line, { type: 'figure', alt, raw: tag.raw, line: line.number })
  return true
}

function markdownOf(name: string, attributes: Attributes, isPicture: boolean): string | undefined {
  if (PLAYER_NAME.test(name))
    return mediaLink(name, attributes)
  return isPicture ? picture(attributes) : undefined
}
