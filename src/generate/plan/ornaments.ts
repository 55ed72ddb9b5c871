import type { Image, Paragraph, PhrasingContent } from 'mdast'

const PORTRAIT = /^(?:avatar|portrait|profile (?:photo|picture))$/i
const BADGE = new RegExp([
  String.raw`^https?://(?:img\.shields\.io|badgen\.net|badge\.fury\.io|badges\.\w+|travis-ci\.|api\.codacy|codecov\.io`,
  String.raw`|coveralls\.io|circleci\.com|ci\.appveyor|snyk\.io|i\.creativecommons\.org|licensebuttons\.net)`,
  String.raw`|[/.-]badges?[/.-]|\bbadge\.svg`,
].join(''), 'i')

/** Whether a picture on another host is a portrait, or tells of builds, downloads or a licence. */
export function isOrnament({ url, alt }: Image): boolean {
  return /^https?:/.test(url) && (PORTRAIT.test(alt?.trim() ?? '') || BADGE.test(url))
}

/** An ornament as links for the notes: to itself, and to where it leads. */
export function ornamentNote({ url, alt }: Image, link?: string, lines?: [number, number]): Paragraph {
  const name = alt?.trim() || url
  const links = [url, link].flatMap((url): PhrasingContent[] =>
    url ? [{ type: 'link', url, children: [{ type: 'text', value: name }] }, { type: 'text', value: ' ' }] : [])
  return { type: 'paragraph', children: links.slice(0, -1), data: { lines } }
}
