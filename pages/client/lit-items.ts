// What a click brings lights up on the slide, and leads to its moment.
import type { DeckPlace } from '../../src/shared/companion-messages.ts'
import { stepMarkup } from './steps.ts'

/** What has still to come on a slide, which keeps its place. */
const COMING = '[aria-hidden="true"]'
const LIT = 'docent-lit'
const STYLE = `.${LIT}:not(g, path){outline:3px solid #2f7de1aa;outline-offset:4px;border-radius:3px}
g.${LIT},path.${LIT}{filter:drop-shadow(0 0 5px #2f7de1)}
@media print{.${LIT}{outline:0!important;filter:none!important}}`

interface TalkItems {
  cues: readonly (DeckPlace & { start: number })[]
  /** Ids of the slides by number, from 1. */
  slides: readonly string[]
  onChoose: (time: number) => void
}

/**
 * Ties what comes with clicks on the slides of a page to its moments, both ways.
 * @returns lights up on the page what a step has brought
 */
export function setUpItems(stage: HTMLElement, talk: TalkItems): { light: (place: DeckPlace) => void } {
  const slideOf = (number: number) =>
    document.getElementById(talk.slides[number - 1] ?? '')?.querySelector<HTMLElement>('.frozen')
  const shown = stage.querySelector<HTMLElement>('.stage-slide .frozen')
  for (const number of new Set(talk.cues.map(({ number }) => number)))
    slideOf(number)?.addEventListener('click', event => void chooseItem(event, number, talk))
  shown?.addEventListener('click', (event) => {
    const id = shown.dataset.shown?.replace(/\.\d+$/, '')
    void chooseItem(event, talk.slides.indexOf(id ?? '') + 1, talk)
  })
  let lit: DeckPlace | undefined
  return {
    light(place) {
      if (lit?.number === place.number && lit.click === place.click)
        return
      if (lit && lit.number !== place.number)
        void lightItems(slideOf(lit.number)?.shadowRoot, { number: lit.number, click: 0 })
      lit = place
      void lightItems(slideOf(place.number)?.shadowRoot, place)
    },
  }
}

/** Leads from an item of a slide to the moment at which it came. */
async function chooseItem(event: MouseEvent, number: number, { cues, onChoose }: TalkItems): Promise<void> {
  const target = event.composedPath()[0] as Element
  if (target.closest('a, button, summary') || String(getSelection()))
    return
  const ofSlide = cues.filter(cue => cue.number === number)
  const click = await clickOfItem(target, number, Math.max(0, ...ofSlide.map(({ click }) => click)))
  const cue = click === undefined ? undefined : ofSlide.find(cue => cue.click === click)
  if (cue)
    onChoose(cue.start)
}

const known = new Map<string, Promise<number[]>>()

/** Lights up in a frozen slide what comes with its click, and nothing else; the slide's start lights up nothing. */
export async function lightItems(root: ShadowRoot | null | undefined, { number, click }: DeckPlace): Promise<void> {
  if (!root)
    return
  const lit = click ? await newItems(number, click).catch(() => []) : []
  if (lit.length && !root.querySelector('style[data-lit]'))
    root.append(styleOfItems())
  for (const item of root.querySelectorAll(`.${LIT}`))
    item.classList.remove(LIT)
  const elements = elementsOf(root)
  for (const i of lit)
    elements[i]?.classList.add(LIT)
}

function styleOfItems(): HTMLStyleElement {
  const style = Object.assign(document.createElement('style'), { textContent: STYLE })
  style.dataset.lit = ''
  return style
}

/** The click, up to the last that there was, that brings an element of a frozen slide; undefined where none does. */
async function clickOfItem(target: Element, number: number, last: number): Promise<number | undefined> {
  const root = target.getRootNode() as ShadowRoot
  const elements = elementsOf(root)
  for (let item: Element | null = target; item; item = item.parentElement) {
    const index = elements.indexOf(item)
    for (let click = 1; click <= last; click++) {
      if ((await newItems(number, click)).includes(index))
        return click
    }
  }
}

/** The elements of a slide, of which the same are there at each step. */
function elementsOf(root: ParentNode): Element[] {
  return Array.from(root.querySelectorAll('.docent-root *'))
}

/** Places, among all elements of a slide, of those that a click brings. */
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
    return elementsOf(template.content)
  }))
  if (before!.length !== after!.length)
    return []
  const isNew = (i: number) => before![i]!.matches(COMING) && !after![i]!.closest(COMING)
  const found = [...after!.keys()].filter(isNew)
  return found.filter(i => !found.some(other => other !== i && after![other]!.contains(after![i]!)))
}
