// What runs in the page of a print view: it reaches nothing outside of it.

/** A part of a slide that is not to be seen on paper, or not large enough to be seen. */
export interface Cut {
  /** What it is, in words, e.g. `the last 3 lines of the code`. */
  what: string
  /** Words at which it begins, as they stand on the slide. */
  text: string
  /** For code: which block of the slide it is and which of its lines is the first that is cut, from 0. */
  code?: { block: number, line: number }
}

interface FindCuts {
  /** Ids of the elements of the slides. */
  ids: string[]
  layout: string
}

/** What is cut off from each of some slides, in the order of the slide. */
export function findCuts({ ids, layout }: FindCuts): Cut[][] {
  const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
  /** Pixels of a slide that rounding may cost. */
  const TOLERANCE = 4
  /** Pixels under which a picture that is larger by itself says nothing. */
  const MIN_PICTURE = 40
  const PICTURES = 'img, video, canvas, iframe, svg'
  const DIAGRAMS = '.mermaid-diagram, .stack-diagram'
  const FORMULAS = '.katex-display, .katex'
  const NOT_SEEN = '[aria-hidden="true"], .katex-mathml, script, style'

  return ids.map((id) => {
    const slide = document.getElementById(id)
    return slide ? cutsOf(slide) : []
  })

  function cutsOf(slide: HTMLElement): Cut[] {
    const frame = slide.getBoundingClientRect()
    const tolerance = TOLERANCE * frame.width / slide.offsetWidth
    const root = slide.querySelector<HTMLElement>(layout) ?? slide
    const lost = [...root.querySelectorAll<HTMLElement>('*')].filter(element => isLeaf(element) && isLost(element))
    const squeezed = pictures(root).filter(isSqueezed)
    const units = new Map<Element, Element[]>()
    for (const element of [...lost, ...squeezed]) {
      const unit = unitOf(element, root)
      units.set(unit, [...units.get(unit) ?? [], element])
    }
    return Array.from(units, ([unit, elements]) => describe(unit, elements, root))

    function isLeaf(element: Element): boolean {
      if (element.closest(NOT_SEEN) || element.parentElement?.closest('svg, pre .line'))
        return false
      if (element.matches(PICTURES) || element.matches('pre .line'))
        return true
      return [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue!.trim())
        && !element.closest('pre')
    }

    /** Whether less than half of an element can be seen, or of some line of its text. */
    function isLost(element: HTMLElement): boolean {
      if (isPlaced(element) || !element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
        return false
      const rects = element.matches(PICTURES) ? [element.getBoundingClientRect()] : textRects(element)
      const isCut = (rect: DOMRect) => rect.width > 1 && rect.height > 1 && !isBleed(rect, element)
      return rects.some(rect => isCut(rect) && isOutside(rect, element))
    }

    function textRects(element: Element): DOMRect[] {
      const range = document.createRange()
      return [...element.childNodes]
        .filter(node => node.nodeType === Node.TEXT_NODE ? node.nodeValue!.trim() : element.matches('.line'))
        .flatMap((node) => {
          range.selectNodeContents(node)
          return [...range.getClientRects()]
        })
    }

    function isOutside(rect: DOMRect, element: Element): boolean {
      let { left, top, right, bottom } = rect
      for (let at = element.parentElement; at && at !== slide.parentElement; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at)
        if (overflowX === 'visible' && overflowY === 'visible' && at !== slide)
          continue
        const box = at.getBoundingClientRect()
        left = Math.max(left, box.left)
        right = Math.min(right, box.right)
        top = Math.max(top, box.top)
        bottom = Math.min(bottom, box.bottom)
      }
      const share = element.matches(PICTURES) ? 0.15 : 0.5
      const isHidden = (whole: number, seen: number) => whole - Math.max(0, seen) > Math.max(tolerance, whole * share)
      return isHidden(rect.height, bottom - top) || isHidden(rect.width, right - left)
    }

    /** Who places something by itself means it to stand where it stands. */
    function isPlaced(element: Element): boolean {
      for (let at: Element | null = element; at && at !== root; at = at.parentElement) {
        if (['absolute', 'fixed'].includes(getComputedStyle(at).position))
          return true
      }
      return false
    }

    function isBleed(rect: DOMRect, element: Element): boolean {
      const covers = rect.width >= frame.width - tolerance && rect.height >= frame.height - tolerance
      return covers && element.matches(PICTURES)
    }
  }

  function pictures(root: Element): HTMLElement[] {
    return [...root.querySelectorAll<HTMLElement>(`img, ${DIAGRAMS}`)]
  }

  /** Whether what else is on the slide leaves a picture no height. */
  function isSqueezed(element: HTMLElement): boolean {
    const natural = element instanceof HTMLImageElement ? element.naturalHeight : Number.POSITIVE_INFINITY
    const { height } = element.getBoundingClientRect()
    const parent = element.closest('figure, p')?.parentElement
    return natural > 120 && height < MIN_PICTURE && parent !== null && parent !== undefined
      && getComputedStyle(parent).display === 'flex' && element.checkVisibility()
  }

  /** The part of a slide that an author would name for an element. */
  function unitOf(element: Element, root: Element): Element {
    for (const selector of ['.callout, .question-answer', 'pre', 'table', FORMULAS, DIAGRAMS, PICTURES]) {
      const unit = element.closest(selector)
      if (unit && root.contains(unit))
        return unit
    }
    return element.closest('ul, ol') ?? element.closest('p, h1, h2, h3, h4, h5, h6, blockquote, dl') ?? element
  }

  function describe(unit: Element, elements: Element[], root: Element): Cut {
    const text = wordsOf(elements[0]!) || wordsOf(unit)
    if (unit.matches('pre')) {
      const lines = [...unit.querySelectorAll('.line')]
      const first = lines.indexOf(elements[0]!)
      const block = [...root.querySelectorAll('pre')].indexOf(unit as HTMLPreElement)
      const what = `${countOf(elements, lines, 'line')} of ${nth(unit, 'pre', 'code', root)}`
      return { what, text, code: { block, line: first } }
    }
    if (unit.matches('table')) {
      const name = nth(unit, 'table', 'table', root)
      return { what: `${countOfTable(unit as HTMLTableElement, elements)} of ${name}`, text }
    }
    if (unit.matches(FORMULAS)) {
      const source = unit.querySelector('annotation')?.textContent ?? ''
      const what = part(unit, elements, nth(unit, FORMULAS, 'formula', root))
      return { what, text: source.replace(/\s+/g, ' ').trim() }
    }
    if (unit.matches('ul, ol')) {
      const items = [...unit.querySelectorAll('li')]
      const lost = [...new Set(elements.map(element => element.closest('li')!))]
      return { what: `${countOf(lost, items, 'item')} of ${nth(unit, 'ul, ol', 'list', root)}`, text }
    }
    if (unit.matches('.callout'))
      return { what: part(unit, elements, nth(unit, '.callout', 'callout', root)), text: wordsOf(unit) }
    if (unit.matches('.question-answer'))
      return { what: part(unit, elements, nth(unit, '.question-answer', 'question', root)), text }
    if (unit.matches(DIAGRAMS))
      return { what: nth(unit, DIAGRAMS, 'diagram', root), text: '' }
    if (unit.matches(PICTURES)) {
      const name = unit.getAttribute('alt') ?? unit.getAttribute('aria-label')
      return { what: name ? `the picture "${short(name)}"` : nth(unit, PICTURES, 'picture', root), text: name ?? '' }
    }
    return { what: `the text "${short(text)}"`, text }
  }

  /** Rows, or columns where all rows lack these. */
  function countOfTable(table: HTMLTableElement, elements: Element[]): string {
    const rows = [...table.rows]
    const lost = [...new Set(elements.map(element => element.closest('tr')!))]
    const columns = [...rows[0]?.cells ?? []]
    const indexes = new Set(elements.map(element => element.closest<HTMLTableCellElement>('td, th')?.cellIndex))
    const lostColumns = columns.filter(({ cellIndex }) => indexes.has(cellIndex))
    return lost.length === rows.length && lostColumns.length < columns.length
      ? countOf(lostColumns, columns, 'column')
      : countOf(lost, rows, 'row')
  }

  function part(unit: Element, elements: Element[], name: string): string {
    const texts = [...unit.querySelectorAll('*')].filter(element => !element.closest(NOT_SEEN)
      && [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim()))
    return elements.length >= texts.length ? name : `a part of ${name}`
  }

  function countOf(lost: readonly Element[], all: readonly Element[], noun: string): string {
    if (lost.length === all.length)
      return `all ${noun}s`
    const isLast = lost.at(-1) === all.at(-1)
    if (lost.length === 1)
      return `${isLast ? 'the last' : 'a'} ${noun}`
    return `${isLast ? 'the last ' : ''}${lost.length} ${noun}s`
  }

  /** `the code` where there is one, else `the second code`. */
  function nth(unit: Element, selector: string, noun: string, root: Element): string {
    const all = [...root.querySelectorAll(selector)].filter(element => !element.parentElement?.closest(selector))
    const index = all.indexOf(unit)
    const name = noun === 'code' && all.length > 1 ? 'code block' : noun
    return all.length > 1 && index >= 0 ? `the ${ORDINALS[index] ?? `${index + 1}th`} ${name}` : `the ${name}`
  }

  function wordsOf(element: Element): string {
    return (element.textContent ?? '').replace(/\s+/g, ' ').trim()
  }

  function short(text: string): string {
    return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text
  }
}
