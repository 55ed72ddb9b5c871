import type { Page } from 'playwright-chromium'
import type { Lecture } from '../../course/course.ts'
import type { SlidePage } from './choose-pages.ts'

/**
 * Makes the links of an open deck work on paper: those to slides lead to their pages, those to other files of the site to where the course is hosted.
 * A link that leads nowhere on paper becomes plain text.
 * @param url where the course is hosted, without a trailing slash
 */
export async function mendDeckLinks(page: Page, { lecture, pages, origin, url }: { lecture: Lecture, pages: readonly SlidePage[], origin: string, url?: string }): Promise<void> {
  const targets: Record<string, string> = {}
  for (const { id, number } of lecture.slides) {
    const target = pages.find(({ slide }) => slide.number === number)?.id
    if (target)
      targets[id] = targets[number] = target
  }
  await page.evaluate(mendLinks, { within: pages.map(({ id }) => id), targets, deck: lecture.slides.flatMap(({ id, number }) => [id, String(number)]), origin, url })
}

// What follows runs in the page. Vue may draw a link anew, so each keeps the address that it had.
function mendLinks({ within, targets, deck, origin, url }: { within: string[], targets: Record<string, string>, deck: string[], origin: string, url?: string }): void {
  const links = within.flatMap(id => [...document.getElementById(id)?.querySelectorAll<HTMLAnchorElement>('a[href], a[data-href]') ?? []])
  for (const link of links) {
    // Slidev takes every link for one within the deck.
    const href = link.dataset.href ??= link.getAttribute('href')!.replace(/^#(?=\.\.?\/)/, '')
    const name = decodeURIComponent(/^#\/?([^?/]+)/.exec(href)?.[1] ?? '')
    let mended: string | undefined = href
    if (deck.includes(name))
      mended = targets[name] && `#${targets[name]}`
    else if (name)
      mended = document.getElementById(name) ? href : undefined
    else if (new URL(href, document.baseURI).origin === origin)
      mended = url && url + new URL(href, document.baseURI).href.slice(origin.length)
    if (mended)
      link.setAttribute('href', mended)
    else
      link.removeAttribute('href')
  }
}
