import type { DeckStep } from './open-deck.ts'

// What runs in the page of a print view. A function here reaches nothing outside of it, and holds no other that has a
// name: pages of other contexts than those of `openContext` lack what TypeScript runners name these with.

/** Slidev's selectors that these functions need. */
interface Selectors {
  slide: string
  layout: string
  loading: string
  waitFor: string
}

/** Whether all of a print view is there: slides, their clicks, fonts, pictures, and what slides wait for. */
export function isReady({ count, withClicks, slide, layout, loading, waitFor }: Selectors & {
  /** Number of slides. */
  count: number
  withClicks: boolean
}): boolean {
  const slides = [...document.querySelectorAll<HTMLElement>(slide)]
  const numbers = new Set<string | undefined>()
  for (const element of slides) {
    if (!element.querySelector(layout))
      return false
    const number = element.id.split('-')[0]
    numbers.add(number)
    // A slide says how many clicks it has once it is there; only then do its other steps follow.
    const { docentClicks } = element.querySelector<HTMLElement>('[data-docent-clicks]')?.dataset ?? {}
    const last = String(Number(docentClicks ?? 0) + 1).padStart(2, '0')
    if (withClicks && !document.getElementById(`${number}-${last}`))
      return false
  }
  return numbers.size === count
    && !document.querySelector(loading)
    && document.fonts.status === 'loaded'
    && [...document.images].every(image => image.complete)
    && [...document.querySelectorAll<HTMLElement>(waitFor)]
      .every(element => element.querySelector(element.dataset.waitfor || '*'))
}

/** What keeps a print view from being ready, in words. */
export function missingParts({ count, slide, layout, waitFor }: Selectors & { count: number }): string[] {
  const slides = [...document.querySelectorAll(slide)].filter(element => element.querySelector(layout))
  const shown = new Set(slides.map(({ id }) => Number(id.split('-')[0])))
  const absent = Array.from({ length: count }, (_, i) => i + 1).filter(number => !shown.has(number))
  const waiting = [...document.querySelectorAll<HTMLElement>(waitFor)]
    .filter(element => !element.querySelector(element.dataset.waitfor || '*'))
  return [
    ...absent.map(number => `slide ${number} did not appear`),
    ...document.fonts.status === 'loaded' ? [] : ['a font did not load'],
    ...[...document.images]
      .filter(image => !image.complete)
      .map(image => `the picture ${image.src} did not load`),
    ...waiting.map(({ dataset }) => `what data-waitfor="${dataset.waitfor}" asks for did not appear`),
  ]
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
