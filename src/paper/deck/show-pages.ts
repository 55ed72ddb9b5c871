import type { SlidePage } from './choose-pages.ts'
import type { OpenDeck } from './open-deck.ts'
import { printView } from '../../slidev/contract/names.ts'

/** Shows some pages of an open deck and hides all others, and what would add a blank last page. */
export async function showOnly({ page }: OpenDeck, pages: readonly Pick<SlidePage, 'id'>[]): Promise<void> {
  await page.evaluate(({ slide, extras, ids }) => {
    for (const element of document.querySelectorAll<HTMLElement>(slide)) {
      element.style.display = ids.includes(element.id) ? '' : 'none'
      // What stands out of the last one makes no page of its own.
      element.style.contain = 'size'
      element.style.breakAfter = element.id === ids.at(-1) ? 'avoid' : ''
    }
    // What looks for them still finds them.
    for (const element of document.querySelectorAll<HTMLElement>(extras))
      element.style.display = 'none'
  }, { slide: printView.slide, extras: printView.extras, ids: pages.map(({ id }) => id) })
}

/** Keeps back the answers to questions on the slides of an open deck, or shows them again. */
export async function hideAnswers({ page }: OpenDeck, hide: boolean): Promise<void> {
  await page.evaluate(hide => void document.documentElement.classList.toggle('answers-hidden', hide), hide)
}
