import type { DeckStep } from './open-deck.ts'

// What runs in the page of a print view. A function here reaches nothing outside of it, and holds no other that has a
// name: pages of other contexts than those of `openContext` lack what TypeScript runners name these with.

/** Slidev's selectors that these functions need. */
interface Selectors {
  slide: string
  mounted: string
  loading: string
  waitFor: string
}

interface Wanted extends Selectors {
  /** Numbers of the slides that are to be there. */
  numbers: readonly number[]
  withClicks: boolean
  /** Milliseconds without any progress after which nothing more is waited for. */
  patience: number
}

/**
 * Whether all of a print view is there (slides, their clicks, fonts, pictures, and what slides wait for), or nothing
 * has come for a while. Time in which the page was too busy to look does not count.
 */
export function readiness(
  { numbers: wanted, withClicks, patience, slide, mounted, loading, waitFor }: Wanted,
): 'ready' | 'stalled' | undefined {
  const slides = [...document.querySelectorAll<HTMLElement>(slide)]
  const numbers = new Set<string | undefined>()
  let missing = document.querySelectorAll(loading).length
  for (const element of slides) {
    const number = element.id.split('-')[0]
    numbers.add(number)
    // A slide says how many clicks it has once it is there; only then do its other steps follow.
    const { docentClicks } = element.querySelector<HTMLElement>('[data-docent-clicks]')?.dataset ?? {}
    const last = String(Number(docentClicks ?? 0) + 1).padStart(2, '0')
    const lacksSteps = withClicks && !document.getElementById(`${number}-${last}`)
    missing += !element.hasAttribute(mounted) || lacksSteps ? 1 : 0
  }
  missing += Math.abs(wanted.length - numbers.size)
  const fonts = document.fonts.status === 'loaded' ? 0 : 1
  const pictures = [...document.images].filter(image => !image.complete).length
  const waiting = [...document.querySelectorAll<HTMLElement>(waitFor)]
    .filter(element => !element.querySelector(element.dataset.waitfor || '*'))
    .length
  if (!missing && !fonts && !pictures && !waiting)
    return 'ready'
  const now = performance.now()
  const files = performance.getEntriesByType('resource').length
  const state = [slides.length, missing, fonts, pictures, waiting, files].join()
  const page = window as unknown as { docentWait?: { state: string, spent: number, last: number } }
  const wait = page.docentWait?.state === state ? page.docentWait : { state, spent: 0, last: now }
  page.docentWait = { state, spent: wait.spent + Math.min(250, now - wait.last), last: now }
  return page.docentWait.spent >= patience ? 'stalled' : undefined
}

/** What keeps a print view from being ready, in words. */
export function missingParts({ numbers, slide, mounted, loading, waitFor }: Wanted): string[] {
  const slides = [...document.querySelectorAll(slide)]
  const there = new Set(slides.filter(element => element.hasAttribute(mounted)).map(({ id }) => id.split('-')[0]))
  const names = numbers.map(number => String(number).padStart(3, '0'))
  const waiting = [...document.querySelectorAll<HTMLElement>(waitFor)]
    .filter(element => !element.querySelector(element.dataset.waitfor || '*'))
  return [
    ...names.filter(name => !there.has(name)).map((name) => {
      const isLoading = document.querySelector(`[id^="${name}-"] ${loading}`)
      return `slide ${Number(name)} ${isLoading ? 'waits for its script to be loaded' : 'did not appear'}`
    }),
    ...[...document.fonts].filter(({ status }) => status === 'loading').map(({ family }) =>
      `the font ${family} did not come`),
    ...[...document.images].filter(image => !image.complete).map(image =>
      `slide ${Number(image.closest(slide)?.id.split('-')[0])} waits for the picture ${image.src}`),
    ...waiting.map(element => [
      `slide ${Number(element.closest(slide)?.id.split('-')[0])} waits for what`,
      `data-waitfor="${element.dataset.waitfor}" asks for`,
    ].join(' ')),
  ]
}

/**
 * Components that wait for a promise at the top of their script, in words: Slidev shows nothing in their place, even
 * when it has come.
 */
export function unsettledComponents({ slide }: Pick<Selectors, 'slide'>): string[] {
  interface VNode {
    component?: {
      asyncDep?: unknown
      asyncResolved?: boolean
      type: { __name?: string, name?: string }
      subTree?: VNode
    }
    children?: unknown
    el?: Node
  }
  const found = new Map<string, undefined>()
  const open: [VNode, number | undefined][] = []
  for (const root of document.querySelectorAll('#app'))
    open.push([(root as unknown as { _vnode: VNode })._vnode, undefined])
  for (let next = open.pop(); next; next = open.pop()) {
    const [vnode, above] = next
    if (!vnode)
      continue
    const { el } = vnode
    const number = el instanceof Element && el.matches(slide) ? Number(el.id.split('-')[0]) : above
    const { component } = vnode
    if (component?.asyncDep && !component.asyncResolved && number !== undefined) {
      const name = component.type.__name ?? component.type.name ?? ''
      const what = !name || name.includes('__slidev_') ? 'its own script' : `the component <${name}>`
      found.set(`slide ${number} waits for a promise at the top of ${what}, and shows nothing of it`, undefined)
    }
    if (component?.subTree)
      open.push([component.subTree, number])
    if (Array.isArray(vnode.children))
      vnode.children.forEach(child => typeof child === 'object' && child && open.push([child as VNode, number]))
  }
  return [...found.keys()].reverse()
}

/** Pictures and fonts that did not come, in words. */
export function brokenAssets({ slide, withFonts }: Pick<Selectors, 'slide'> & { withFonts: boolean }): string[] {
  const pictures = [...document.images].filter(image => image.complete && image.naturalWidth === 0 && image.src)
  const fonts = [...document.fonts].filter(({ status }) => withFonts && status === 'error')
  return [
    ...pictures.map((image) => {
      const number = Number(image.closest(slide)?.id.split('-')[0])
      return `slide ${number} lacks the picture ${decodeURI(new URL(image.src).pathname)}`
    }),
    ...fonts.map(({ family }) => `the font ${family} did not load`),
  ]
}

/** The steps of a print view, the clicks of each slide, and the pixels of a slide. */
export function measureSlides({ slide }: Pick<Selectors, 'slide'>): {
  steps: DeckStep[]
  clicks: number[]
  size: { width: number, height: number }
} {
  const slides = [...document.querySelectorAll<HTMLElement>(slide)]
  const steps: DeckStep[] = []
  const clicks: number[] = []
  for (const element of slides) {
    const [number = 0, step = 1] = element.id.split('-').map(Number)
    steps.push({ id: element.id, slide: number, clicks: step - 1 })
    const { docentClicks } = element.querySelector<HTMLElement>('[data-docent-clicks]')?.dataset ?? {}
    clicks[number - 1] = Math.max(clicks[number - 1] ?? 0, Number(docentClicks ?? 0))
  }
  return { steps, clicks, size: { width: slides[0]?.offsetWidth ?? 0, height: slides[0]?.offsetHeight ?? 0 } }
}
