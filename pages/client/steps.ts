// The slides of a lecture at each of their steps, which are fetched when one is first wanted.
import type { DeckPlace } from '../../src/shared/companion-messages.ts'
import type { FrozenSteps } from '../../src/shared/frozen-steps.ts'
import { FROZEN_FILE } from '../../src/shared/frozen-steps.ts'
import { say } from './words.ts'

let steps: Promise<FrozenSteps> | undefined

/**
 * Shows in an element a slide of this page's lecture as it is after some clicks, the last one where there are more.
 * @returns how many steps the slide has
 * @throws where the slides cannot be fetched
 */
export async function showStep(place: HTMLElement, { number, click }: DeckPlace): Promise<number> {
  const { sheet, width, height, slides } = await load()
  const all = slides[number - 1] ?? []
  const template = document.createElement('template')
  template.innerHTML = all[Math.min(click, all.length - 1)] ?? ''
  const root = place.shadowRoot ?? withSheet(place, sheet)
  const shown = root.querySelector('.docent-root')
  if (shown)
    shown.replaceWith(template.content)
  else
    root.append(template.content)
  place.style.aspectRatio = `${width} / ${height}`
  return all.length
}

/** HTML of a slide of this page's lecture after some clicks. */
export async function stepMarkup({ number, click }: DeckPlace): Promise<string> {
  const { slides } = await load()
  return slides[number - 1]?.[click] ?? ''
}

async function load(): Promise<FrozenSteps> {
  steps ??= fetch(FROZEN_FILE).then((response) => {
    if (!response.ok)
      throw new Error(`${FROZEN_FILE} is not there`)
    return response.json() as Promise<FrozenSteps>
  })
  try {
    return await steps
  }
  catch (error) {
    // Another time there may be a network.
    steps = undefined
    throw error
  }
}

function withSheet(place: HTMLElement, href: string): ShadowRoot {
  const root = place.attachShadow({ mode: 'open' })
  root.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }))
  return root
}

/** Lets the reader walk through the steps of each slide of the page that has some. */
export function setUpSteps(): void {
  for (const walker of document.querySelectorAll<HTMLElement>('.slide-steps')) {
    const place = walker.closest('.slide')!.querySelector<HTMLElement>('.frozen')!
    const drawings = walker.closest('.slide')!.querySelectorAll<SVGElement>('.slide-drawing [data-from]')
    const label = walker.querySelector('output')!
    const [back, forth] = walker.querySelectorAll('button')
    const number = Number(walker.dataset.slide)
    const last = Number(walker.dataset.steps) - 1
    let click = last
    const go = async (by: number) => {
      const wanted = click + by
      try {
        await showStep(place, { number, click: wanted })
        click = wanted
        drawings.forEach(path => path.style.display = Number(path.dataset.from) > click ? 'none' : '')
      }
      catch {
        label.textContent = say('noNetwork')
        return
      }
      label.textContent = say('stepOf', { number: click + 1, total: last + 1 })
      back!.ariaDisabled = String(click === 0)
      forth!.ariaDisabled = String(click === last)
    }
    back!.addEventListener('click', () => click > 0 && void go(-1))
    forth!.addEventListener('click', () => click < last && void go(1))
    walker.hidden = false
  }
}
