import type { Attributes } from './attributes.ts'
import { firstValue } from './attributes.ts'

/** Markdown of a picture that attributes describe. */
export function picture(attributes: Attributes): string | undefined {
  const source = firstValue(attributes, 'src', 'url', 'image', 'file', 'path', 'link', 'image_path') ?? attributes.plain.find(value => /\.\w{3,4}$/.test(value))
  if (!source)
    return
  const caption = firstValue(attributes, 'caption', 'title')
  const alt = firstValue(attributes, 'alt') ?? caption ?? ''
  return `![${escapeLabel(alt)}](<${source.replace(/[<>\n]/g, '')}>${caption && caption !== alt ? ` "${caption.replace(/["\n]/g, ' ')}"` : ''})`
}

const players: Record<string, string> = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  gist: 'https://gist.github.com/',
  asciinema: 'https://asciinema.org/a/',
}

/** Markdown of a link to a video or page that a document embeds. */
export function mediaLink(name: string, attributes: Attributes): string | undefined {
  const id = firstValue(attributes, 'src', 'url', 'href', 'id', 'videoid', 'video') ?? attributes.plain[0]
  if (!id)
    return
  const player = players[Object.keys(players).find(key => name.toLowerCase().includes(key)) ?? '']
  const address = /^[a-z]+:|^[./]/i.test(id) || !player ? id : player + (name.toLowerCase().includes('gist') ? attributes.plain.slice(0, 2).join('/') : id)
  return `[${escapeLabel(firstValue(attributes, 'title', 'alt', 'label') ?? address)}](<${address.replace(/[<>\n]/g, '')}>)`
}

function escapeLabel(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[[\]\\]/g, '\\$&')
}
