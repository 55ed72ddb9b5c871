import { indexAt } from '../../scripts/lib/cues/lookup.ts'

/** Milliseconds for which the page does not scroll by itself after the reader has. */
const REST = 8000

/** Marks the chapter, the slide and the line of the transcript at which the recording is. */
export function createMarker(): { mark: (time: number, slide: string | undefined, scroll: boolean) => void } {
  const timed = (selector: string) => Array.from(document.querySelectorAll<HTMLElement>(selector), element => ({ element, start: Number(element.dataset.t) })).sort((a, b) => a.start - b.start)
  const lines = timed('.line[data-t]')
  const chapters = timed('[data-chapter]')
  let scrolled = Number.NEGATIVE_INFINITY
  for (const type of ['wheel', 'touchmove', 'keydown'])
    document.addEventListener(type, () => scrolled = performance.now(), { passive: true })
  setUpArrows(lines.map(({ element }) => element))

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

/** Arrow keys lead from line to line, so that the tabulator passes a transcript in one step. */
function setUpArrows(lines: HTMLElement[]): void {
  for (const line of lines)
    line.tabIndex = -1
  for (const transcript of document.querySelectorAll('.transcript')) {
    const first = transcript.querySelector<HTMLElement>('.line')
    if (first)
      first.tabIndex = 0
  }
  document.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const index = by ? lines.indexOf(event.target as HTMLElement) : -1
    if (index === -1 || !lines[index + by])
      return
    event.preventDefault()
    lines[index + by]!.focus()
  })
}
