import type { Attributes } from './attributes.ts'
import { firstValue } from './attributes.ts'

/** Markdown of a picture that attributes describe. */
export function picture(attributes: Attributes): string | undefined {
  const source = firstValue(attributes, 'src', 'url', 'image', 'file', 'path', 'link', 'image_path')
    ?? attributes.plain.find(value => /\.\w{3,4}$/.test(value))
  if (!source)
    return undefined
  const caption = firstValue(attributes, 'caption', 'title')
  const alt = firstValue(attributes, 'alt') ?? caption ?? ''
  const title = caption && caption !== alt ? ` "${caption.replace(/["\n]/g, ' ')}"` : ''
  return `![${escapeLabel(alt)}](${destination(source)}${title})`
}

/** Where players have the pages of what they show. */
const PLAYERS = [
  { name: 'youtube', address: 'https://www.youtube.com/watch?v=' },
  { name: 'vimeo', address: 'https://vimeo.com/' },
  { name: 'gist', address: 'https://gist.github.com/' },
  { name: 'asciinema', address: 'https://asciinema.org/a/' },
]

/**
 * Markdown of a link to a video or page that a document embeds.
 * @param name of the shortcode, tag or component
 */
export function mediaLink(name: string, attributes: Attributes): string | undefined {
  const id = firstValue(attributes, 'src', 'url', 'href', 'id', 'videoid', 'video') ?? attributes.plain[0]
  if (!id)
    return undefined
  const address = addressOf(name, id, attributes)
  const label = firstValue(attributes, 'title', 'alt', 'label') ?? address
  return `[${escapeLabel(label)}](${destination(address)})`
}

function addressOf(name: string, id: string, { plain }: Attributes): string {
  const player = PLAYERS.find(player => name.toLowerCase().includes(player.name))
  if (!player || /^[a-z]+:|^[./]/i.test(id))
    return id
  // A gist has its user before its id.
  return player.address + (player.name === 'gist' ? plain.slice(0, 2).join('/') : id)
}

function destination(address: string): string {
  return `<${address.replace(/[<>\n]/g, '')}>`
}

function escapeLabel(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[[\]\\]/g, '\\$&')
}
