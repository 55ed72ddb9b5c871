import type { Page } from 'playwright-chromium'
import { printView } from '../../slidev/contract/names.ts'
import { findCuts } from './find-overflow.ts'

/** Sizes that are tried, of what they are on screen. */
const SIZES = [0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3]
/** Pixels of a slide's 980 under which letters are too small to read: 6 pt on a page of slides. */
const SMALLEST = 8

/**
 * Makes tables, code and formulas that leave their slides smaller, until all that is on these slides can be seen. Where
 * letters would be too small to read, all stays as it is on screen.
 * @param slides for each slide from which something is cut off the elements of all its steps, which keep one size
 * @returns those of slides that are whole now
 */
export async function shrinkCut(page: Page, slides: readonly (readonly string[])[]): Promise<Set<string>> {
  const whole = new Set<string>()
  let left = [...slides]
  for (const size of SIZES) {
    const isReadable = await page.evaluate(resize, { slides: left, size, smallest: SMALLEST })
    left = left.filter((_, i) => isReadable[i])
    if (!left.length)
      break
    const cuts = await page.evaluate(findCuts, { ids: left.flat(), layout: printView.layout })
    const cut = new Set(left.flat().filter((_, i) => cuts[i]!.length))
    left.flatMap(ids => ids.some(id => cut.has(id)) ? [] : ids).forEach(id => whole.add(id))
    left = left.filter(ids => ids.some(id => cut.has(id)))
  }
  const others = slides.filter(ids => !ids.some(id => whole.has(id)))
  await page.evaluate(resize, { slides: others, size: 1, smallest: 0 })
  return whole
}

/** Shows what was made smaller so, or as it is on screen. */
export async function showShrunk(page: Page, isSmaller: boolean): Promise<void> {
  await page.evaluate((isSmaller) => {
    for (const thing of document.querySelectorAll<HTMLElement>('[data-docent-fit]'))
      thing.style.zoom = isSmaller ? thing.dataset.docentFit! : ''
  }, isSmaller)
}

interface Resize { slides: readonly (readonly string[])[], size: number, smallest: number }

/** Runs in the page: gives what leaves its slide another size, and says of which slides that can be read then. */
function resize({ slides, size, smallest }: Resize): boolean[] {
  return slides.map((ids) => {
    const leaving = ids.flatMap((id) => {
      const slide = document.getElementById(id)!
      const frame = slide.getBoundingClientRect()
      return [...slide.querySelectorAll<HTMLElement>('table, pre, .katex-display')].filter((thing) => {
        const { left, right, bottom } = thing.getBoundingClientRect()
        const isOut = Math.max(right, left + thing.scrollWidth) > frame.right || bottom > frame.bottom
        return !thing.parentElement!.closest('table, pre') && (thing.dataset.docentFit || isOut)
      })
    })
    for (const thing of leaving) {
      thing.style.zoom = String(size)
      thing.dataset.docentFit = String(size)
    }
    return leaving.length > 0 && leaving.every((thing) => {
      // Formulas have spaces of no width, in letters of a pixel.
      const texts = [thing, ...thing.querySelectorAll('*')].filter(({ childNodes }) => [...childNodes].some(node =>
        node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}\p{P}\p{S}]/u.test(node.nodeValue!)))
      return texts.every(element => Number.parseFloat(getComputedStyle(element).fontSize) * size >= smallest)
    })
  })
}
