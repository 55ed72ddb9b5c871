import { indexAt } from '../../src/shared/lookup.ts'

/** Milliseconds for which the page does not scroll by itself after the reader has. */
const REST = 8000

interface CurrentPosition {
  /**
   * Goes to where the recording is.
   * @param slide id of the slide that it shows
   * @param scroll whether the page may scroll there
   */
  move: (time: number, slide: string | undefined, scroll: boolean) => void
}

/** Highlights the chapter, the slide and the line of the transcript at which the recording is. */
export function trackPosition(): CurrentPosition {
  const lines = timedElements('.transcript span[data-t]')
  const chapters = timedElements('[data-chapter]')
  const moments = timedElements('.moments [data-t]')
  let scrolled = Number.NEGATIVE_INFINITY
  for (const type of ['wheel', 'touchmove', 'keydown'])
    document.addEventListener(type, () => void (scrolled = performance.now()), { passive: true })
  setUpLines(lines.map(({ element }) => element))

  const chapter = highlight('true')
  const slide = highlight('step')
  const line = highlight('true')
  const moment = highlight('true')
  return {
    move(time, slideId, scroll) {
      const isResting = performance.now() - scrolled < REST
      const newChapter = chapter(chapters[indexAt(chapters, time)]?.element)
      if (newChapter)
        showInRow(newChapter)
      moment(moments[indexAt(moments, time)]?.element)
      const newSlide = slide(slideId ? document.getElementById(slideId) : null)
      const newLine = line(lines[indexAt(lines, time)]?.element)
      const target = newLine ?? newSlide
      if (scroll && !isResting)
        target?.scrollIntoView({ block: 'nearest' })
    },
  }
}

function timedElements(selector: string): { element: HTMLElement, start: number }[] {
  const elements = document.querySelectorAll<HTMLElement>(selector)
  return Array.from(elements, element => ({ element, start: Number(element.dataset.t) }))
    .sort((a, b) => a.start - b.start)
}

/**
 * Keeps one element at a time as the current one.
 * @param value of `aria-current`
 * @returns a function that moves on, and returns the element where it is another one than before
 */
function highlight(value: string): (element: HTMLElement | null | undefined) => HTMLElement | undefined {
  let current: HTMLElement | undefined
  return (element) => {
    if (current === (element ?? undefined))
      return
    current?.removeAttribute('aria-current')
    current = element ?? undefined
    current?.setAttribute('aria-current', value)
    return current
  }
}

/** Scrolls the row of chapters, and nothing else. */
function showInRow(chapter: HTMLElement): void {
  const row = chapter.closest('ol')!
  const item = chapter.parentElement!
  row.scrollTo({ left: item.offsetLeft - row.offsetLeft - (row.clientWidth - item.clientWidth) / 2 })
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/**
 * Makes every line a link to its moment. Arrow keys lead from one to the next, so that the tab key passes a transcript
 * in one step.
 */
function setUpLines(lines: HTMLElement[]): void {
  for (const line of lines) {
    line.role = 'link'
    line.tabIndex = line.parentElement!.querySelector('span') === line ? 0 : -1
  }
  document.addEventListener('keydown', (event) => {
    const index = lines.indexOf(event.target as HTMLElement)
    const step = STEPS[event.key]
    const next = step === undefined ? undefined : lines[index + step]
    if (index === -1 || !(next || event.key === 'Enter'))
      return
    event.preventDefault()
    if (next)
      next.focus()
    else
      lines[index]?.click()
  })
}
