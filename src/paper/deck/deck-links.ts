import type { Page } from 'playwright-chromium'
import type { Lecture } from '../../course/course.ts'
import type { SlidePage } from './choose-pages.ts'

interface RewriteDeckLinksOptions {
  lecture: Lecture
  /** The pages that are printed of it. */
  pages: readonly Pick<SlidePage, 'id' | 'slide'>[]
  /** Address of the decks, without a trailing slash. */
  origin: string
  /** Where the course is hosted, without a trailing slash. */
  url?: string
}

/**
 * Makes the links of an open deck work on paper: those to slides lead to their pages, those to other files of the site
 * to where the course is hosted. A link that leads nowhere on paper becomes plain text.
 */
export async function rewriteDeckLinks(
  page: Page,
  { lecture, pages, origin, url }: RewriteDeckLinksOptions,
): Promise<void> {
  const targets: Record<string, string> = {}
  for (const { id, number } of lecture.slides) {
    const target = pages.find(({ slide }) => slide.number === number)?.id
    if (target)
      targets[id] = targets[number] = target
  }
  await page.evaluate(rewriteLinks, {
    within: pages.map(({ id }) => id),
    targets,
    deck: lecture.slides.flatMap(({ id, number }) => [id, String(number)]),
    origin,
    url,
  })
}

interface Rewriting {
  /** Ids of the elements in which links are rewritten. */
  within: string[]
  /** Id of the element that stands for a slide on paper, by the slide's id and by its number. */
  targets: Record<string, string>
  /** All names of slides of the deck. */
  deck: string[]
  origin: string
  url?: string
}

// What follows runs in the page. Vue may draw a link anew, so each keeps the address that it had.
function rewriteLinks({ within, targets, deck, origin, url }: Rewriting): void {
  for (const id of within) {
    const element = document.getElementById(id)
    for (const link of element?.querySelectorAll<HTMLAnchorElement>('a[href], a[data-href]') ?? []) {
      // Slidev takes every link for one within the deck.
      const href = link.dataset.href ??= (link.getAttribute('href') ?? '').replace(/^#(?=\.\.?\/)/, '')
      const name = decodeURIComponent(/^#\/?([^?/]+)/.exec(href)?.[1] ?? '')
      let rewritten: string | undefined = href
      if (deck.includes(name))
        rewritten = targets[name] && `#${targets[name]}`
      else if (name)
        rewritten = document.getElementById(name) ? href : undefined
      else if (new URL(href, document.baseURI).origin === origin)
        rewritten = url && url + new URL(href, document.baseURI).href.slice(origin.length)
      if (rewritten)
        link.setAttribute('href', rewritten)
      else
        link.removeAttribute('href')
    }
  }
}
