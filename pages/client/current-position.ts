import { indexAt } from '../../src/shared/lookup.ts'

/** Milliseconds for which the page does not scroll by itself after the reader has. */
const REST = 8000

/** Marks the chapter, the slide and the line of the transcript at which the recording is. */
export function createMarker(): { mark: (time: number, slide: string | undefined, scroll: boolean) => void } {
  const timed = (selector: string) => Array.from(document.querySelectorAll<HTMLElement>(selector), element => ({ element, start: Number(element.dataset.t) })).sort((a, b) => a.start - b.start)
  const lines = timed('.transcript span[data-t]')
  const chapters = timed('[data-chapter]')
  let scrolled = Number.NEGATIVE_INFINITY
  for (const type of ['wheel', 'touchmove', 'keydown'])
    document.addEventListener(type, () => scrolled = performance.now(), { passive: true })
  setUpLines(lines.map(({ element }) => element))

  const current = new Map<string, HTMLElement>()
  const move = (name: string, element: HTMLElement | undefined, value: string) => {
    const before = current.get(name)
    if (before === element)
      return false
    before?.removeAttribute('aria-current')
    element?.setAttribute('aria-current', value)
    if (element)
      current.set(name, element)
    else
      current.delete(name)
    return element !== undefined
  }
  return {
    mark(time, slide, scroll) {
      const rests = performance.now() - scrolled < REST
      if (move('chapter', chapters[indexAt(chapters, time)]?.element, 'true'))
        showInRow(current.get('chapter')!)
      const slideMoved = move('slide', slide ? document.getElementById(slide) ?? undefined : undefined, 'step')
      const lineMoved = move('line', lines[indexAt(lines, time)]?.element, 'true')
      const target = lineMoved ? current.get('line') : slideMoved ? current.get('slide')?.querySelector('h2') : undefined
      if (scroll && !rests && target)
        target.scrollIntoView({ block: 'nearest' })
    },
  }
}

/** Scrolls the row of chapters, and nothing else. */
function showInRow(chapter: HTMLElement): void {
  const row = chapter.closest('ol')!
  const item = chapter.parentElement!
  row.scrollTo({ left: item.offsetLeft - row.offsetLeft - (row.clientWidth - item.clientWidth) / 2 })
}

/** Makes every line a link to its moment. Arrow keys lead from one to the next, so that the tabulator passes a transcript in one step. */
function setUpLines(lines: HTMLElement[]): void {
  for (const line of lines) {
    line.role = 'link'
    line.tabIndex = line.parentElement!.querySelector('span') === line ? 0 : -1
  }
  document.addEventListener('keydown', (event) => {
    const index = lines.indexOf(event.target as HTMLElement)
    const target = event.key === 'ArrowDown' ? lines[index + 1] : event.key === 'ArrowUp' ? lines[index - 1] : undefined
    if (index === -1 || !(target || event.key === 'Enter'))
      return
    event.preventDefault()
    if (target)
      target.focus()
    else
      lines[index]!.click()
  })
}
