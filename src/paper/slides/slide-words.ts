import type { SlidePage } from '../deck/choose-pages.ts'
import type { OpenDeck } from '../deck/open-deck.ts'

/**
 * What each slide shows, in words, without its title: text as it stands there, code, and the descriptions of pictures, diagrams and formulas.
 * @param pages the page that shows each slide, in order
 */
export async function readSlideWords({ page }: OpenDeck, pages: readonly SlidePage[]): Promise<string[]> {
  const words = await page.evaluate(collectWords, pages.map(({ id, slide }) => ({ id, title: slide.title })))
  return words.map(text => text.replace(/[ \t\u00A0]+/g, ' ').replace(/ ?\n\s*/g, '\n').trim())
}

/** Runs in the page: a line for each block of text. */
function collectWords(slides: { id: string, title: string }[]): string[] {
  // Methods, because tsx gives functions in variables a helper that the page does not have.
  const read = {
    named(element: Element, attribute: string): string {
      return element.getAttribute(attribute)?.split(' ').map(id => document.getElementById(id)?.textContent ?? '').join(' ') ?? ''
    },
    picture(element: Element): string {
      const name = element.getAttribute('aria-label') || this.named(element, 'aria-labelledby') || element.getAttribute('alt') || element.querySelector(':scope > title')?.textContent || ''
      const description = this.named(element, 'aria-describedby') || element.querySelector(':scope > desc')?.textContent || ''
      return description === name ? name : `${name} ${description}`
    },
    words(node: Node, title?: Element): string {
      if (!(node instanceof Element))
        return node.nodeType === Node.TEXT_NODE ? node.textContent ?? '' : ''
      const { display, visibility } = getComputedStyle(node)
      if (node === title || display === 'none' || visibility === 'hidden' || node.matches('[aria-hidden="true"], style, script, button'))
        return ''
      if (node.matches('img, svg, canvas, [role="img"], [role="math"]'))
        return ` ${this.picture(node)} `
      const formula = node.matches('.katex, math') ? node.querySelector('annotation')?.textContent : undefined
      const inside = formula ?? (node.matches('pre') ? node.textContent : Array.from(node.childNodes, child => this.words(child, title)).join(''))
      return display.startsWith('inline') ? inside : `\n${inside}\n`
    },
  }
  return slides.map(({ id, title }) => {
    const layout = document.getElementById(id)?.querySelector('.slidev-layout')
    const heading = [...layout?.querySelectorAll('h1, h2') ?? []].find(element => element.textContent?.replace(/\s+/g, ' ').trim() === title)
    return layout ? read.words(layout, heading) : ''
  })
}
