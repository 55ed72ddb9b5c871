// What a click brings lights up on the slide, and leads to its moment.
import type { DeckPlace } from '../../src/shared/companion-messages.ts'
import { stepMarkup } from './steps.ts'

/** What comes with clicks on a slide; the same elements are there at each step. */
const ITEMS = '.slidev-vclick-target, .stack-part'
const COMING = '.slidev-vclick-hidden, .is-hidden'
const LIT = 'docent-lit'
const STYLE = `.${LIT}:not(g, path){outline:3px solid #2f7de1aa;outline-offset:4px;border-radius:3px}
g.${LIT},path.${LIT}{filter:drop-shadow(0 0 5px #2f7de1)}
@media print{.${LIT}{outline:0!important;filter:none!important}}`

const known = new Map<string, Promise<number[]>>()

/** Lights up in a frozen slide what comes with its click, and nothing else; the slide's start lights up nothing. */
export async function lightItems(root: ShadowRoot | null | undefined, { number, click }: DeckPlace): Promise<void> {
  if (!root)
    return
  const lit = click ? await newItems(number, click).catch(() => []) : []
  if (lit.length && !root.querySelector(`style.${LIT}`))
    root.append(Object.assign(document.createElement('style'), { className: LIT, textContent: STYLE }))
  for (const [i, item] of root.querySelectorAll(ITEMS).entries())
    item.classList.toggle(LIT, lit.includes(i))
}

/**
 * The click that brings what was pointed at in a frozen slide; undefined where none does.
 * @param steps of the slide
 */
export async function clickOfItem(event: Event, number: number, steps: number): Promise<number | undefined> {
  const target = event.composedPath()[0] as Element
  const root = target.getRootNode() as ShadowRoot
  const items = Array.from(root.querySelectorAll(ITEMS))
  for (let item = target.closest(ITEMS); item; item = item.parentElement?.closest(ITEMS) ?? null) {
    const index = items.indexOf(item)
    for (let click = 1; click < steps; click++) {
      if ((await newItems(number, click)).includes(index))
        return click
    }
  }
}

/** Places, among all items of a slide, of those that a click brings. */
function newItems(number: number, click: number): Promise<number[]> {
  const name = `${number}.${click}`
  const found = known.get(name) ?? findNewItems(number, click)
  known.set(name, found)
  return found
}

async function findNewItems(number: number, click: number): Promise<number[]> {
  const [before, after] = await Promise.all([click - 1, click].map(async (click) => {
    const template = document.createElement('template')
    template.innerHTML = await stepMarkup({ number, click })
    return Array.from(template.content.querySelectorAll(ITEMS), item => !item.closest(COMING))
  }))
  return before!.length === after!.length ? [...after!.keys()].filter(i => after![i] && !before![i]) : []
}
