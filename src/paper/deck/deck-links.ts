import type { Page } from 'playwright-chromium'
import type { Lecture } from '../../course/course.ts'
import type { PaperPlaces } from './paper-address.ts'
import { resolveAddress } from '../../course/address.ts'
import { paperLink } from './paper-address.ts'

interface RewriteDeckLinksOptions extends PaperPlaces {
  lecture: Lecture
  /** The pages on which its links stand. */
  pages: readonly { id: string }[]
}

/**
 * Makes the links of an open deck work on paper: those to slides lead to their pages, those to what is not in the file
 * to where the course is hosted. A link that leads nowhere on paper becomes plain text.
 */
export async function rewriteDeckLinks(
  page: Page,
  { lecture, pages, ...places }: RewriteDeckLinksOptions,
): Promise<void> {
  const ids = pages.map(({ id }) => id)
  const found = await page.evaluate(readLinks, ids)
  const written = (href: string) => {
    // Slidev takes every link for one within the deck.
    const isRoute = /^#[#.]/.test(href)
      || (href.startsWith('#/') && resolveAddress(href, { course: places.course, lecture }).kind === 'dead')
    return isRoute ? href.slice(1) : href
  }
  const addresses = Object.fromEntries(found.map(href => [href, paperLink(written(href), lecture, places).href]))
  await page.evaluate(setLinks, { ids, addresses })
}

// What follows runs in the page. Vue may draw a link anew, so each keeps the address that it had.
function readLinks(ids: string[]): string[] {
  const links = ids.flatMap(id =>
    [...document.getElementById(id)?.querySelectorAll<HTMLAnchorElement>('a[href], a[data-href]') ?? []])
  return links.map(link => link.dataset.href ??= link.getAttribute('href') ?? '')
}

function setLinks({ ids, addresses }: { ids: string[], addresses: Record<string, string | undefined> }): void {
  for (const id of ids) {
    for (const link of document.getElementById(id)?.querySelectorAll<HTMLAnchorElement>('a[data-href]') ?? []) {
      const address = addresses[link.dataset.href!]
      // A footnote that is not there leads nowhere.
      if (address && (!/^#./.test(address) || document.getElementById(decodeURIComponent(address.slice(1)))))
        link.setAttribute('href', address)
      else
        link.removeAttribute('href')
    }
  }
}
