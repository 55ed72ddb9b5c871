/** What `mountHandout` needs; it runs in the page and knows nothing else. */
interface MountOptions {
  style: string
  html: string
  /** Classes of the whole handout. */
  classes: string
  /** Selector of what lays out a slide, inside its element. */
  slideLayout: string
  /** Whether each slide has pages of its own, which are named after it. */
  ownPages: boolean
  /** Space to write below a slide of which two stand on a page, in pixels. */
  pairedRuling: number
  /** Height of a page inside its margins, in pixels. */
  pageHeight: number
  /** Height under which space to write is of no use, in pixels. */
  minRuling: number
}

/**
 * Runs in the browser: lays out an open deck as a handout. The slides themselves move onto the sheets, so nothing is
 * drawn twice. `unmountHandout` puts them back.
 */
export function mountHandout(options: MountOptions): void {
  const main = addHandout(options)
  document.documentElement.classList.replace('dark', 'light')

  const moved: { slide: HTMLElement, slot: HTMLElement }[] = []
  for (const cell of main.querySelectorAll<HTMLElement>('.cell')) {
    const slot = cell.querySelector<HTMLElement>('.slot')
    const slide = document.getElementById(slot?.dataset.slot ?? '')
    if (!slot || !slide)
      throw new Error(`There is no slide ${slot?.dataset.slot} in the deck.`)
    moveSlide(slide, slot)
    moved.push({ slide, slot })
    const title = cell.querySelector(':scope > .title')
    // The slide has its heading too, and nobody wants to hear it twice.
    if (title && slide.querySelector('h1, h2'))
      title.setAttribute('aria-hidden', 'true')
  }
  // Black paper costs much ink and takes no pencil. All are looked at before any is changed: each look after a change
  // finds the styles of the whole handout anew.
  const dark = moved.filter(({ slide }) => isDark([...layoutsOf(slide)].slice(0, 1).concat(slide)))
  for (const { slot } of dark)
    slot.classList.add('ink-plain')
  if (main.classList.contains('ink-plain'))
    emptyDrawings()
  if (options.ownPages)
    pairCells([...main.querySelectorAll<HTMLElement>('.cell')])
  for (const cell of main.querySelectorAll<HTMLElement>('.two-notes-layout .cell, .article-layout .cell'))
    letBreak(cell)
  for (const ruling of main.querySelectorAll<HTMLElement>('.ruling')) {
    if (ruling.clientHeight < options.minRuling)
      ruling.style.visibility = 'hidden'
  }

  function addHandout({ style, html, classes }: MountOptions): HTMLElement {
    const sheet = document.createElement('style')
    sheet.id = 'docent-handout-style'
    sheet.textContent = style
    document.head.append(sheet)
    const main = document.createElement('main')
    main.id = 'docent-handout'
    main.className = classes
    main.innerHTML = html
    document.body.append(main)
    return main
  }

  function moveSlide(slide: HTMLElement, slot: HTMLElement): void {
    const place = document.createElement('i')
    place.hidden = true
    place.dataset.docentPlace = slide.id
    slide.replaceWith(place)
    slot.append(slide)
    slide.classList.add('handout-slide')
    slide.style.display = ''
    for (const layout of layoutsOf(slide))
      layout.classList.add('handout-slide-layout')
  }

  function layoutsOf(slide: HTMLElement): NodeListOf<Element> {
    return slide.querySelectorAll(options.slideLayout)
  }

  /** Diagrams become drawings of lines; what is small, such as the head of an arrow, stays as it is. */
  function emptyDrawings(): void {
    const kinds = '.handout-slide svg :is(path, rect, circle, ellipse, polygon)'
    const others = 'defs, marker, clipPath, mask, .docent-ink, .katex, .qr'
    for (const shape of main.querySelectorAll<SVGGraphicsElement>(kinds)) {
      const { fill, stroke, strokeWidth } = getComputedStyle(shape)
      const { width, height } = shape.getBBox()
      if (fill === 'none' || width * height < 600 || shape.closest(others))
        continue
      shape.dataset.docentStyle = shape.getAttribute('style') ?? ''
      shape.style.setProperty('fill', '#fff', 'important')
      shape.style.setProperty('stroke', '#000', 'important')
      if (stroke === 'none' || Number.parseFloat(strokeWidth) === 0)
        shape.style.setProperty('stroke-width', '1', 'important')
    }
  }

  /** Of elements that lie one on the other, from the top. */
  function isDark(elements: Element[]): boolean {
    for (const element of elements) {
      const color = getComputedStyle(element).backgroundColor
      const [red = 255, green = 255, blue = 255, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number)
      if (alpha > 0.5)
        return 0.21 * red + 0.72 * green + 0.07 * blue < 90
    }
    return false
  }

  /** Two slides that leave room to write, or need none, share a page. */
  function pairCells(cells: HTMLElement[]): void {
    const gap = options.pairedRuling / 4
    // All at once: each look at a height lays out the whole handout that has changed.
    cells.forEach(cell => cell.classList.add('paired'))
    const heights = cells.map(cell =>
      cell.getBoundingClientRect().height + (cell.querySelector('.ruling') ? options.pairedRuling : 0))
    cells.forEach(cell => cell.classList.remove('paired'))
    for (let i = 0; i < cells.length; i++) {
      const [cell, next] = [cells[i]!, cells[i + 1]]
      const rest = options.pageHeight - heights[i]! - (heights[i + 1] ?? 0) - gap
      const isAlone = [cell, next].some(one => one?.classList.contains('alone'))
      if (!next || next.parentElement !== cell.parentElement || rest < 0 || isAlone) {
        namePage(cell)
        continue
      }
      const writable = [cell, next].filter(cell => cell.querySelector('.ruling')).length
      for (const [k, one] of [cell, next].entries()) {
        one.classList.add('paired', k ? 'lower' : 'upper')
        const more = one.querySelector('.ruling') ? rest / writable : 0
        one.style.minHeight = `${heights[i + k]! + more - (k ? 1 : 0)}px`
        one.style.setProperty('page', cell.dataset.pair ?? '')
      }
      i++
    }
  }

  /** Prose may break sooner: what moves to the next page as a whole leaves a hole. */
  function letBreak(cell: HTMLElement): void {
    const isArticle = cell.closest('.article-layout')
    if (cell.getBoundingClientRect().height <= (isArticle ? options.pageHeight / 4 : options.pageHeight))
      return
    cell.classList.add('long')
    if (!isArticle)
      namePage(cell)
  }

  function namePage(cell: HTMLElement): void {
    cell.style.setProperty('page', cell.dataset.page ?? '')
  }
}

/** Runs in the browser: puts the slides back where Slidev expects them. */
export function unmountHandout(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-docent-place]')) {
    const slide = document.getElementById(place.dataset.docentPlace ?? '')
    if (slide)
      place.replaceWith(slide)
  }
  for (const element of document.querySelectorAll('.handout-slide, .handout-slide-layout'))
    element.classList.remove('handout-slide', 'handout-slide-layout')
  for (const shape of document.querySelectorAll<SVGElement>('[data-docent-style]')) {
    shape.setAttribute('style', shape.dataset.docentStyle!)
    delete shape.dataset.docentStyle
  }
  document.getElementById('docent-handout')?.remove()
  document.getElementById('docent-handout-style')?.remove()
}
