import type { SlidePage } from '../deck/choose-pages.ts'
import type { OpenDeck } from '../deck/open-deck.ts'
import { printView } from '../../slidev/contract/names.ts'

/**
 * What each slide shows, in words, without its title: text as it stands there, code, and the descriptions of pictures,
 * diagrams and formulas.
 * @param pages the page that shows each slide, in order
 */
export async function readSlideWords({ page }: OpenDeck, pages: readonly SlidePage[]): Promise<string[]> {
  const slides = pages.map(({ id, slide }) => ({ id, title: slide.title }))
  const words = await page.evaluate(collectWords, { slides, layout: printView.layout, page: printView.page })
  return words.map(text => text.replace(/[ \t\u00A0]+/g, ' ').replace(/ ?\n\s*/g, '\n').trim())
}

/** Runs in the page: a line for each block of text. */
function collectWords(
  { slides, layout, page }: { slides: { id: string, title: string }[], layout: string, page: string },
): string[] {
  return slides.map(({ id, title }) => {
    const slide = document.getElementById(id)
    const content = slide?.querySelector(layout) ?? slide?.querySelector(page)
    const heading = [...content?.querySelectorAll('h1, h2') ?? []]
      .find(element => element.textContent?.replace(/\s+/g, ' ').trim() === title)
    return content ? wordsOf(content, heading) : ''
  })

  function wordsOf(node: Node, title?: Element): string {
    if (!(node instanceof Element))
      return node.nodeType === Node.TEXT_NODE ? node.textContent ?? '' : ''
    const { display, visibility, opacity } = getComputedStyle(node)
    // What comes or goes by clicks is hidden by its opacity.
    if (node === title || display === 'none' || visibility === 'hidden' || opacity === '0')
      return ''
    if (node.matches('[aria-hidden="true"], style, script, button'))
      return ''
    if (node.matches('img, svg, canvas, [role="img"], [role="math"]'))
      return ` ${pictureWords(node)} `
    const formula = node.matches('.katex, math') ? node.querySelector('annotation')?.textContent : undefined
    const code = node.matches('pre') ? node.textContent : undefined
    const inside = formula ?? code ?? Array.from(node.childNodes, child => wordsOf(child, title)).join('')
    return display.startsWith('inline') ? inside : `\n${inside}\n`
  }

  function pictureWords(element: Element): string {
    const name = element.getAttribute('aria-label')
      || referredWords(element, 'aria-labelledby')
      || element.getAttribute('alt')
      || element.querySelector(':scope > title')?.textContent
      || ''
    const description = referredWords(element, 'aria-describedby')
      || element.querySelector(':scope > desc')?.textContent
      || ''
    return description === name ? name : `${name} ${description}`
  }

  function referredWords(element: Element, attribute: string): string {
    const ids = element.getAttribute(attribute)?.split(' ') ?? []
    return ids.map(id => document.getElementById(id)?.textContent ?? '').join(' ')
  }
}
