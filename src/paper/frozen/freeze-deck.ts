import type { Lecture } from '../../course/course.ts'
import type { SlidePage } from '../deck/choose-pages.ts'
import type { OpenDeck } from '../deck/open-deck.ts'
import type { FrozenMarkup } from './in-page.ts'
import { printView } from '../../slidev/contract/names.ts'
import { showOnly } from '../deck/show-pages.ts'
import { showScheme } from '../deck/show-scheme.ts'
import { captureBox } from '../pictures/capture.ts'
import { freezeMarkup, SITE_ADDRESS } from './in-page.ts'

/** A slide after some of its clicks as finished HTML, without script. */
export interface FrozenStep {
  /** Addresses of the site's own files begin with `SITE_ADDRESS`. */
  html: string
  /** The same in the dark, where it is not the same. */
  dark?: string
}

/** A slide as it stands after its last click. */
export interface FrozenSlide extends FrozenStep {
  /** Whether it says a heading of its own. */
  hasHeading: boolean
  /** What it shows before its last click, from none done on. */
  earlier: FrozenStep[]
}

/** When a deck is dark: as its reader's system is, or always or never. */
export type DeckScheme = 'system' | 'light' | 'dark'

/** The slides of a lecture, and what their look depends on. */
export interface FrozenDeck extends Pick<FrozenMarkup, 'sheets' | 'styles' | 'root' | 'rem'> {
  /** In the order of the lecture. */
  slides: FrozenSlide[]
  scheme: DeckScheme
  /** Pixels of a slide. */
  size: { width: number, height: number }
}

interface FreezeOptions {
  lecture: Lecture
  /** What is frozen, in order. */
  pages: readonly SlidePage[]
  /** Writes a file of the lecture, by its path below the lecture's folder. */
  write: (path: string, content: Uint8Array) => Promise<unknown>
}

/** Folder of pictures below the lecture's. */
const STILLS = 'stills'
const DARK = '-dark'

/** Not a slide's own words, or nothing that markup shows. */
const DROPPED = `script, link, meta, base, template, noscript, ${printView.controls}`

/**
 * Freezes the slides of an open deck, a page for each of which is laid out, light and dark. What cannot be said in
 * markup (canvas, frame, video, an element with `data-frozen="picture"`) becomes a picture with a link to the live
 * slide. Afterwards the deck is light again.
 */
export async function freezeDeck(deck: OpenDeck, options: FreezeOptions): Promise<FrozenDeck> {
  const { pages, ...look } = await freezePages(deck, options)
  return { ...look, slides: pages.map(page => ({ ...page, earlier: [] })) }
}

/**
 * Adds to the frozen slides of a lecture what they show before their last click.
 * @param deck opened with its clicks
 * @param options.pages what they show, step by step
 */
export async function freezeSteps(deck: OpenDeck, frozen: FrozenDeck, options: FreezeOptions): Promise<FrozenDeck> {
  const { pages, sheets, styles } = await freezePages(deck, options)
  const slides = frozen.slides.map((slide, i): FrozenSlide => {
    const steps = pages.filter((_, at) => options.pages[at]!.slide.number === i + 1)
    return { ...slide, earlier: steps.map(({ html, dark }) => ({ html, dark })) }
  })
  return {
    ...frozen,
    slides,
    sheets: [...new Set([...frozen.sheets, ...sheets])],
    styles: [...new Set([...frozen.styles, ...styles])],
  }
}

interface FrozenPages extends Omit<FrozenDeck, 'slides'> {
  pages: Omit<FrozenSlide, 'earlier'>[]
}

async function freezePages(deck: OpenDeck, { lecture, pages, write }: FreezeOptions): Promise<FrozenPages> {
  const { page, size } = deck
  const live = `${SITE_ADDRESS}${lecture.slug}/deck/index.html?#/`
  const slides = pages.map(({ id, slide }) => ({ id, live: live + slide.id }))
  const stills = `${SITE_ADDRESS}${lecture.slug}/${STILLS}/`
  const freeze = (wanted: typeof slides, suffix = '') =>
    page.evaluate(freezeMarkup, { slides: wanted, stills, suffix, site: SITE_ADDRESS, dropped: DROPPED })
  const capture = async ({ stills }: FrozenMarkup) => {
    for (const { slide, name, ...box } of stills)
      await write(`${STILLS}/${name}.webp`, await captureBox(deck, slide, box))
    if (stills.length)
      await showOnly(deck, pages)
  }
  const light = await freeze(slides)
  await capture(light)
  await showScheme(page, 'dark')
  const dark = await freeze(slides)
  const pictured = new Set(light.stills.map(({ slide }) => slide))
  const differing = slides.filter(({ id }, i) => pictured.has(id) || light.slides[i]!.html !== dark.slides[i]!.html)
  const copies = differing.length ? await freeze(differing, DARK) : undefined
  if (copies)
    await capture(copies)
  await showScheme(page, 'light')
  const { sheets, root, rem } = light
  return {
    pages: light.slides.map((slide, i) => {
      const copy = copies?.slides[differing.indexOf(slides[i]!)]
      return copy ? { ...slide, dark: copy.html } : slide
    }),
    sheets,
    styles: [...new Set([...light.styles, ...dark.styles])],
    root,
    rem,
    size,
    scheme: schemeOf(light.isDark, dark.isDark),
  }
}

function schemeOf(light: boolean, dark: boolean): DeckScheme {
  if (light === dark)
    return dark ? 'dark' : 'light'
  return 'system'
}
