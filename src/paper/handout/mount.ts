/** What `mountHandout` needs; it runs in the page and knows nothing else. */
export interface MountedHandout {
  style: string
  html: string
  /** Classes of the whole handout. */
  classes: string
  /** Ids of the slides' elements, by slot. */
  ids: string[]
  /** Whether each slide has pages of its own, which are named after it. */
  ownPages: boolean
  /** Height of a page inside its margins, in millimetres. */
  height: number
}

/**
 * Runs in the browser: lays out an open deck as a handout. The slides themselves move onto the sheets, so nothing is drawn twice.
 * `unmountHandout` puts them back.
 */
export function mountHandout({ style, html, classes, ids, ownPages, height }: MountedHandout): void {
  const LEAST_ROOM = 24 * 96 / 25.4
  const tall = height * 96 / 25.4
  const sheet = document.createElement('style')
  sheet.id = 'docent-handout-style'
  sheet.textContent = style
  document.head.append(sheet)
  const main = document.createElement('main')
  main.id = 'docent-handout'
  main.className = classes
  main.innerHTML = html
  document.body.append(main)
  document.documentElement.classList.replace('dark', 'light')

  for (const slot of main.querySelectorAll<HTMLElement>('[data-slot]')) {
    const i = Number(slot.dataset.slot)
    const slide = document.getElementById(ids[i]!)!
    const mark = document.createElement('i')
    mark.hidden = true
    mark.dataset.docentPlace = slide.id
    slide.replaceWith(mark)
    slot.append(slide)
    slide.style.display = ''

    const [red = 255, green = 255, blue = 255, alpha = 1] = (getComputedStyle(slide.querySelector('.slidev-layout') ?? slide).backgroundColor.match(/[\d.]+/g) ?? []).map(Number)
    // Black paper costs much ink and takes no pencil.
    if (alpha > 0.5 && 0.21 * red + 0.72 * green + 0.07 * blue < 90)
      slot.classList.add('ink-plain')

    const cell = slot.closest<HTMLElement>('.cell')!
    const title = cell.querySelector('.title')
    // The slide has its heading too, and nobody wants to hear it twice.
    if (title && slide.querySelector('h1, h2'))
      title.setAttribute('aria-hidden', 'true')
    if (ownPages)
      cell.style.setProperty('page', `slide-${i}`)
  }
  for (const cell of main.querySelectorAll<HTMLElement>('.two-notes-layout .cell, .article-layout .cell')) {
    const { height } = cell.getBoundingClientRect()
    // Prose may break sooner: what moves to the next page as a whole leaves a hole.
    if (height <= (cell.closest('.article-layout') ? tall / 2 : tall))
      continue
    cell.classList.add('long')
    if (!cell.closest('.article-layout'))
      cell.style.setProperty('page', `slide-${cell.querySelector<HTMLElement>('[data-slot]')!.dataset.slot}`)
  }
  for (const room of main.querySelectorAll<HTMLElement>('.room')) {
    if (room.clientHeight < LEAST_ROOM)
      room.style.visibility = 'hidden'
  }
}

/** Runs in the browser: puts the slides back where Slidev expects them. */
export function unmountHandout(): void {
  for (const mark of document.querySelectorAll<HTMLElement>('[data-docent-place]')) {
    const slide = document.getElementById(mark.dataset.docentPlace!)
    if (slide)
      mark.replaceWith(slide)
  }
  document.getElementById('docent-handout')?.remove()
  document.getElementById('docent-handout-style')?.remove()
}
