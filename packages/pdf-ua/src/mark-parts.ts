/** What tags alone do not say of a page that is printed, for `repairPdf`. */
export interface MarkedParts {
  /** Names of the sections, in order. */
  sections: string[]
  /** What formulas are in words. */
  formulas: string[]
}

/**
 * Runs in the browser, before a page is printed: elements with `data-section="name"` become sections, lines of code
 * (`.line`) paragraphs, and empty cells of tables get a tag. `unmarkParts` takes it back. Both need nothing from around
 * them, so they can be sent to a page: `page.evaluate(markParts)`.
 */
export function markParts(): MarkedParts {
  const sections: string[] = []
  for (const section of document.querySelectorAll<HTMLElement>('[data-section]')) {
    if (section.parentElement?.closest('[data-section]') || section.hasAttribute('role') || !section.checkVisibility())
      continue
    section.setAttribute('role', 'article')
    section.dataset.markedPart = 'role'
    sections.push(section.dataset.section!)
  }
  for (const line of document.querySelectorAll<HTMLElement>('pre code > .line:not([role])')) {
    line.setAttribute('role', 'paragraph')
    line.dataset.markedPart = 'role'
  }
  for (const cell of document.querySelectorAll('td, th')) {
    if (cell.textContent?.trim() || cell.querySelector('img, svg, canvas, input'))
      continue
    const mark = document.createElement('span')
    mark.dataset.markedPart = 'cell'
    mark.style.position = 'absolute'
    mark.textContent = '\u00A0'
    cell.append(mark)
  }
  const formulas = document.querySelectorAll('.katex[role="img"], .formula[role="img"], math[role="img"]')
  return { sections, formulas: [...new Set(Array.from(formulas, formula => formula.getAttribute('aria-label') ?? ''))] }
}

/** Runs in the browser: takes back what `markParts` has done. */
export function unmarkParts(): void {
  for (const marked of document.querySelectorAll<HTMLElement>('[data-marked-part]')) {
    if (marked.dataset.markedPart === 'cell') {
      marked.remove()
      continue
    }
    marked.removeAttribute('role')
    delete marked.dataset.markedPart
  }
}
