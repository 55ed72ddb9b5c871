import type { Page } from 'playwright-chromium'
import type { Box } from './in-page.ts'
import axe from 'axe-core'
import { printView } from '../../slidev/contract/names.ts'

/** What axe has found on a slide. */
export interface AxeFault {
  /** Id of the slide's element. */
  id: string
  message: string
  help: string
  text: string
  /** Of it, what does not stand in an element of its own. */
  own: string
  box: Box
  /** The colors of a text without contrast. */
  cause?: string
}

interface AxeResult {
  faults: AxeFault[]
  /** Ids of the slides on which axe did not see what was planted there. */
  blind: string[]
}

/** Of a page as a whole, or of what the print view alone has twice. */
const LEFT_OUT = ['bypass', 'document-title', 'html-has-lang', 'duplicate-id-aria', 'scrollable-region-focusable']
/** What Docent and Slidev draw by themselves, beside what is told of it. */
const NOT_OF_AUTHORS = '.remote-still, .shiki-magic-move-line-number'

/** Characters of a text that are told of it. */
export const AXE_TEXT = 60

/**
 * Runs axe over the slides of a print view. On each a text without contrast is planted for as long as it takes: where
 * axe does not see that, it sees no other.
 * @param ids of the slides' elements
 * @param all whether all rules are looked at, or only those of colors
 */
export async function runAxe(page: Page, ids: readonly string[], all: boolean): Promise<AxeResult> {
  if (!await page.evaluate(() => 'axe' in window))
    await page.evaluate(axe.source)
  const { layout, dimmed } = printView
  const options = { all, leftOut: LEFT_OUT, layout, skipped: `${dimmed}, ${NOT_OF_AUTHORS}`, length: AXE_TEXT }
  return page.evaluate(lookWithAxe, { ids: [...ids], ...options })
}

// What follows runs in the page.
async function lookWithAxe(
  { ids, all, leftOut, layout, skipped, length }: {
    ids: string[]
    all: boolean
    leftOut: string[]
    layout: string
    /** Selector of what has no colors of an author. */
    skipped: string
    /** Characters of a text that are told of it. */
    length: number
  },
): Promise<AxeResult> {
  const CANARY = 'docent-canary'
  // axe's own, which go where one of them is set.
  const CONTRAST = {
    ignoreUnicode: true,
    ignoreLength: false,
    boldValue: 700,
    boldTextPt: 14,
    largeTextPt: 18,
    contrastRatio: { normal: { expected: 4.5 }, large: { expected: 3 } },
    pseudoSizeThreshold: 0.25,
    shadowOutlineEmMax: 0.1,
    textStrokeEmMin: 0.03,
  }
  for (const id of ids) {
    const canary = Object.assign(document.createElement('span'), { className: CANARY, textContent: 'canary' })
    canary.style.cssText = 'position:absolute;left:4px;top:4px;z-index:99999;font:20px sans-serif;opacity:1;'
      + 'color:#777 !important;background:#888 !important'
    const slide = document.getElementById(id)
    const holder = slide?.querySelector(layout) ?? slide
    holder?.append(canary)
  }
  const { axe } = window as unknown as { axe: typeof import('axe-core') }
  const rules = Object.fromEntries(leftOut.map(id => [id, { enabled: false }]))
  const options = {
    runOnly: all
      ? { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa'] }
      : { type: 'rule', values: ['color-contrast'] },
    rules: all ? rules : {},
    resultTypes: ['violations'],
    elementRef: true,
  } satisfies import('axe-core').RunOptions
  const look = async (ids: readonly string[], ignorePseudo: boolean) => {
    axe.configure({ checks: [{ id: 'color-contrast', options: { ...CONTRAST, ignorePseudo } }] })
    const { violations } = await axe.run({ include: ids.map(id => [`[id="${id}"]`]) as never }, options)
    violations.forEach(take)
  }
  const seen = new Set<string>()
  /** Elements without contrast, and their colors. */
  const pale = new Map<Element, string>()
  const faults: AxeFault[] = []
  const drawn: string[] = []
  await look(ids, false)
  // axe knows no color where something is drawn before or after an element, as a motif of a cover.
  drawn.push(...ids.filter(id => !seen.has(id)))
  if (drawn.length)
    await look(drawn, true)
  document.querySelectorAll(`.${CANARY}`).forEach(canary => canary.remove())
  return { faults, blind: ids.filter(id => document.getElementById(id) && !seen.has(id)) }

  function take({ id: rule, help, helpUrl, nodes }: import('axe-core').Result): void {
    for (const node of nodes) {
      const element = (node as { element?: HTMLElement }).element
      const slide = ids.map(id => document.getElementById(id)).find(slide => element && slide?.contains(element))
      if (!element || !slide)
        continue
      const isCanary = element.classList.contains(CANARY)
      if (rule === 'color-contrast' && drawn.includes(slide.id) && !isCanary && isOnPseudo(element))
        continue
      // What is stepped over is pale on purpose, and read at its own step.
      if (rule === 'color-contrast' && element.closest(skipped))
        continue
      if (isCanary) {
        seen.add(slide.id)
        continue
      }
      const { contrastRatio, fgColor, bgColor } = (node.any[0]?.data ?? {}) as Partial<Record<string, string>>
      const cause = contrastRatio && `${fgColor} on ${bgColor}`
      if (cause) {
        pale.set(element, cause)
        if (isInPale(element, cause))
          continue
      }
      const [box, frame] = [element.getBoundingClientRect(), slide.getBoundingClientRect()]
      const text = wordsOf(element)
      const what = text ? `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}"` : `<${element.localName}>`
      faults.push({
        id: slide.id,
        message: contrastRatio ? `${what} has a contrast of ${contrastRatio}:1` : `${what}: ${help} (${rule})`,
        help: helpUrl.replace(/\?.*/, ''),
        text,
        own: wordsOf(...[...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)),
        box: { x: box.x - frame.x, y: box.y - frame.y, width: box.width, height: box.height },
        ...cause && { cause },
      })
    }
  }

  function wordsOf(...nodes: Node[]): string {
    return nodes.map(node => node.textContent ?? '').join(' ').replace(/\s+/g, ' ').trim().slice(0, length)
  }

  /** Whether what is around a text has been told of for the same colors. */
  function isInPale(element: Element, cause: string): boolean {
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (pale.get(at) === cause)
        return true
    }
    return false
  }

  /** Whether the ground of an element is one that only its style draws. */
  function isOnPseudo(element: Element): boolean {
    for (let at: Element | null = element; at; at = at.parentElement) {
      for (const pseudo of ['::before', '::after']) {
        const { content, backgroundColor, backgroundImage } = getComputedStyle(at, pseudo)
        const isFilled = backgroundImage !== 'none' || !/, 0\)$|^transparent$/.test(backgroundColor)
        if (content !== 'none' && content !== 'normal' && isFilled)
          return true
      }
    }
    return false
  }
}
