import type { PlacedStill, StillPlace } from '../shared/still.ts'
import type { RemoteThing } from './embeds.ts'
import { isRemote, wholeAddress } from './address.ts'
import { stillOf } from './still.ts'

/** Keys of a slide's front matter whose addresses Slidev's layouts show, and what stands behind each. */
const KEYS: Readonly<Record<string, string>> = { background: 'background picture', image: 'picture', url: 'web page' }

/** A gray on which white text is read as well as black: what stands on a picture has the color for one. */
const GROUND = 'data:image/png;base64,'
  + 'iVBORw0KGgoAAAANSUhEUgAAABAAAAAJCAIAAAC0SDtlAAAAEUlEQVR42mMoJhEwjGoYFBoAMkrCEY2QC1gAAAAASUVORK5CYII='

/** What a slide's front matter names on other hosts, by its keys. */
export function remoteKeys(frontmatter: Readonly<Record<string, unknown>>): (RemoteThing & { key: string })[] {
  return Object.entries(KEYS).flatMap(([key, what]) => {
    const value = frontmatter[key]
    // On the first slide of a deck that is a course, it says where the course is hosted.
    const isShown = key !== 'url' || String(frontmatter.layout ?? '').startsWith('iframe')
    return isShown && isRemote(value) ? [{ key, what, address: wholeAddress(value) }] : []
  })
}

/**
 * Front matter that names nothing on other hosts, and the stills of what it named, which `slide-top.vue` shows.
 * @param content the slide's Markdown; where there is none, a still may cover the slide
 */
export function withStills(
  frontmatter: Readonly<Record<string, unknown>>,
  content: string,
  language?: string,
): { frontmatter: Record<string, unknown>, stills: PlacedStill[] } {
  const stills = remoteKeys(frontmatter).map(({ key, ...thing }): PlacedStill =>
    ({ key, place: placeOf(String(frontmatter.layout ?? ''), key, content), ...stillOf(thing, language) }))
  const rest = Object.entries(frontmatter).filter(([key]) => !stills.some(still => still.key === key))
  const ground = stills.some(({ key }) => key === 'background') ? { background: GROUND } : {}
  return { frontmatter: { ...Object.fromEntries(rest), ...ground }, stills }
}

function placeOf(layout: string, key: string, content: string): StillPlace {
  const [, side] = /^(?:image|iframe)-(left|right)$/.exec(layout) ?? []
  if (key === 'background')
    return 'corner'
  if (side)
    return side as 'left' | 'right'
  return layout === 'iframe' || !content.trim() ? 'whole' : 'corner'
}
