import type { FrozenDeck, FrozenStep } from '../../paper/frozen/freeze-deck.ts'
import type { FrozenSteps } from '../../shared/frozen-steps.ts'
import type { FrozenView } from '../../shared/page-model.ts'
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import postcss from 'postcss'
import { escapeHtml } from '../../core/escape.ts'
import { SITE_ADDRESS } from '../../paper/frozen/in-page.ts'
import { showsTheSame } from './same-steps.ts'
import { ROOT_CLASS } from './selectors.ts'
import { familyOf, slideStyles } from './slide-styles.ts'
import { stepTexts } from './step-texts.ts'
import { usedNames } from './used-names.ts'

/** A lecture's frozen slides, by its slug. */
export type FrozenDecks = ReadonlyMap<string, FrozenDeck>

/** Frozen slides as pages of a site show them. */
export interface FrozenSite {
  /** Style sheets by their path below the site. */
  files: ReadonlyMap<string, string>
  /** Path of what pages with slides load besides their own styles; empty where there is nothing. */
  pageSheet?: string
  /** Path of the style sheet that each slide names; pages may load it early. */
  slideSheet: string
  /**
   * A slide of a lecture.
   * @param number from 1
   * @param from path from the page to the top of the site, ending in a slash; empty where the page lies there
   */
  view: (slug: string, number: number, from: string) => FrozenView
  /** What each click of a slide brings, in words. */
  texts: (slug: string, number: number) => string[]
  /** All slides of a lecture, step by step, as its page asks for them. */
  steps: (slug: string) => FrozenSteps
}

interface FrozenSiteOptions {
  /** The site, in which the style sheets of the decks are. */
  folder: string
  /** Styles of the pages, whose typefaces are not declared twice. */
  pageStyle: string
  /** Ids of the slides of each lecture, in order, by its slug. */
  ids: ReadonlyMap<string, readonly string[]>
}

/** Slides of a lecture whose pictures its page needs at once. */
const SEEN_AT_ONCE = 2

/** Makes one style sheet for the frozen slides of all lectures, and what shows them. */
export async function frozenSite(
  decks: FrozenDecks,
  { folder, pageStyle, ids }: FrozenSiteOptions,
): Promise<FrozenSite> {
  const all = [...decks.values()]
  const css = await deckStyles(all, folder)
  const names = all.flatMap(deck => deck.slides.map(({ earlier, ...last }) =>
    usedNames(documentOf(deck, [...earlier, last].map(({ html, dark = '' }) => html + dark).join('')))))
  const { size = { width: 980, height: 552 }, rem = 16 } = all[0] ?? {}
  const schemes = new Set(all.map(({ scheme }) => scheme))
  const scheme = schemes.size === 1 ? [...schemes][0]! : 'system'
  const styles = slideStyles(css, { slides: names, scheme, size: { ...size, rem } })
  const slideSheet = named('slides', baseStyles(size) + styles.slides)
  const pageText = withoutDeclared(styles.page, pageStyle)
  const pageSheet = pageText ? named('slide-fonts', pageText) : undefined
  const markupOf = (deck: FrozenDeck, { html, dark }: FrozenStep, { slug, from }: Omit<Placing, 'ids'>) => {
    const parts = dark ? `<div class="docent-light">${html}</div><div class="docent-dark">${dark}</div>` : html
    return documentOf(deck, placeAddresses(withoutUnused(parts, styles.attributes), { slug, from, ids }))
  }
  return {
    files: new Map([slideSheet, ...pageSheet ? [pageSheet] : []]),
    slideSheet: slideSheet[0],
    pageSheet: pageSheet?.[0],
    view(slug, number, from) {
      const deck = decks.get(slug)!
      const slide = deck.slides[number - 1]!
      const markup = markupOf(deck, slide, { slug, from })
      return {
        html: [
          '<template shadowrootmode="open">',
          `<link rel="stylesheet" href="${from}${slideSheet[0]}">`,
          number <= SEEN_AT_ONCE && from ? markup : withLazyPictures(markup),
          '</template>',
        ].join(''),
        hasHeading: slide.hasHeading,
        steps: showsTheSame(slide) ? 1 : slide.earlier.length + 1,
        ...deck.size,
      }
    },
    texts: (slug, number) => stepTexts(decks.get(slug)!.slides[number - 1]!),
    steps(slug) {
      const deck = decks.get(slug)!
      const slides = deck.slides.map(({ earlier, ...last }) =>
        [...earlier, last].map(step => markupOf(deck, step, { slug, from: '../' })))
      return { sheet: `../${slideSheet[0]}`, ...deck.size, slides }
    },
  }
}

function withLazyPictures(html: string): string {
  return html.replace(/<img(?=\s)(?![^>]*\sloading=)/g, '<img loading="lazy"')
}

/** The text of all style sheets of decks, each once, in an order that all agree with as far as they agree. */
async function deckStyles(decks: readonly FrozenDeck[], folder: string): Promise<string> {
  const sheets: string[] = []
  for (const { sheets: own } of decks) {
    let at = 0
    for (const sheet of own) {
      const found = sheets.indexOf(sheet)
      if (found === -1)
        sheets.splice(at++, 0, sheet)
      else
        at = Math.max(at, found + 1)
    }
  }
  const texts = await Promise.all(sheets.map(async (sheet) => {
    const text = await fs.readFile(path.join(folder, decodeURI(sheet)), 'utf8')
    return moveAddresses(text, path.posix.dirname(sheet))
  }))
  return [...texts, ...new Set(decks.flatMap(({ styles }) => styles))].join('\n')
}

/** Makes the addresses of a style sheet in one folder of the site those of one in `assets/`. */
function moveAddresses(css: string, folder: string): string {
  if (folder === 'assets')
    return css
  return css.replace(/url\((["']?)(?!data:|https?:|\/|#)([^"')]+)\1\)/g, (_, quote: string, url: string) =>
    `url(${quote}${path.posix.relative('assets', path.posix.join(folder, url))}${quote})`)
}

/** A slide in what stands for the document around it. */
function documentOf({ root: { class: classes = '', ...attributes } }: FrozenDeck, html: string): string {
  const others = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('')
  return `<div class="${escapeHtml(`${ROOT_CLASS} ${classes}`.trim())}"${others}><div id="app">${html}</div></div>`
}

/** Vue marks elements for the styles of a component, also where these have none for them. */
function withoutUnused(html: string, used: ReadonlySet<string>): string {
  return html.replace(/<[a-z][^<>]*>/gi, tag =>
    tag.replace(/ (data-v-[\da-z-]+)=""/g, (whole, name: string) => used.has(name) ? whole : ''))
}

const ADDRESS = new RegExp(`${SITE_ADDRESS}([^"'\\s),]*)`, 'g')

interface Placing {
  slug: string
  from: string
  ids: ReadonlyMap<string, readonly string[]>
}

/** Turns addresses of the site into those from a page, and those of slides into their places on the lecture's page. */
function placeAddresses(html: string, { slug, from, ids }: Placing): string {
  return html.replace(ADDRESS, (_, address: string) => {
    const [, lecture, name] = /^([^/]+)\/deck\/(?:index\.html)?(?:\?[^#]+)?(?:#\/?([^/?]+))?$/.exec(address) ?? []
    const own = lecture === undefined ? undefined : ids.get(decodeURIComponent(lecture))
    const id = name && (own?.[Number(name) - 1] ?? own?.find(id => id === decodeURIComponent(name)))
    if (!id)
      return own && !name ? `${from}${lecture}/index.html` : from + address
    return decodeURIComponent(lecture!) === slug && from === '../' ? `#${id}` : `${from}${lecture}/index.html#${id}`
  })
}

/** Rules for the page of families that its own styles do not declare. */
function withoutDeclared(css: string, pageStyle: string): string {
  const declared = new Set<string | undefined>()
  postcss.parse(pageStyle).walkAtRules('font-face', rule => void declared.add(familyOf(rule)))
  const root = postcss.parse(css)
  root.walkAtRules('font-face', (rule) => {
    if (declared.has(familyOf(rule)))
      rule.remove()
  })
  return String(root)
}

/**
 * A slide keeps its own pixels, and is scaled as a whole to the width that the page gives it. Important, as styles for
 * `html` and `body` are now its own.
 */
function baseStyles({ width, height }: FrozenDeck['size']): string {
  return `:host{all:initial}.${ROOT_CLASS}{
position:absolute!important;inset:0 auto auto 0!important;width:${width}px!important;height:${height}px!important;
min-width:0!important;min-height:0!important;max-width:none!important;max-height:none!important;
margin:0!important;padding:0!important;
overflow:hidden!important;container-type:size;transform-origin:0 0!important;
transform:scale(tan(atan2(100cqw,${width}px)))!important;user-select:text}
.docent-still{display:contents}.docent-light,.docent-dark{display:contents}.docent-dark{display:none}
@media screen and (prefers-color-scheme:dark){.docent-light{display:none}.docent-dark{display:contents}}
`.replaceAll('\n', '')
}

function named(name: string, text: string): readonly [path: string, text: string] {
  return [`assets/${name}-${createHash('sha256').update(text).digest('base64url').slice(0, 8)}.css`, text]
}
