import type { MeasuredSlide } from '../../src/generate/fit/measure.ts'
import type { Figure } from '../../src/generate/report/figures.ts'
import { numberFigure } from './figures.ts'

/** Height of the canvas in pixels. */
const HEIGHT = 552
/** Share of it that the content of a slide takes at least, and where its lowest ink is at most. */
const USED = { min: 0.25, max: 0.9 }
/** Lowest ink of half of the slides, as a share of the height. */
const MEDIAN = 0.6
/** Pixels of type that a room can read. */
const TYPE = { text: 20, code: 16 }

/** How well slides are filled, by the boxes of their content in a browser; covers and dividers do not count. */
export function fillFigures(slides: readonly MeasuredSlide[]): Figure[] {
  const content = slides.filter(({ layout, bottom }) => bottom > 0 && !/\b(?:cover|section)\b/.test(layout))
  const median = medianOf(content.map(({ bottom }) => bottom)) / HEIGHT
  const code = content.map(({ code }) => code).filter(Boolean)
  return [
    numberFigure({
      id: 'F1',
      what: 'lowest ink of a slide, median',
      value: `${percent(median)} of the height`,
      threshold: `at least ${percent(MEDIAN)}`,
      passes: median >= MEDIAN,
    }),
    shareFigure('F2', 'slides less than a quarter full', content, 0.1, ({ top, bottom }) =>
      bottom - top < USED.min * HEIGHT),
    shareFigure('F3', 'slides more than nine tenths full', content, 0.01, ({ bottom }) =>
      bottom > USED.max * HEIGHT + 1),
    shareFigure('F4', `slides with text under ${TYPE.text} px`, content, 0.05, ({ text }) =>
      text > 0 && text < TYPE.text),
    numberFigure({
      id: 'F5',
      what: 'type of code, median',
      value: `${medianOf(code)} px`,
      threshold: `at least ${TYPE.code} px`,
      passes: !code.length || medianOf(code) >= TYPE.code,
    }),
  ]
}

function shareFigure(
  id: string,
  what: string,
  slides: readonly MeasuredSlide[],
  max: number,
  isOne: (slide: MeasuredSlide) => boolean,
): Figure {
  const found = slides.filter(isOne)
  const share = slides.length ? found.length / slides.length : 0
  return {
    ...numberFigure({
      id,
      what,
      value: `${percent(share)} of ${slides.length}`,
      threshold: `at most ${percent(max)}`,
      passes: share <= max,
    }),
    misses: found.map(({ lecture, slide, title, top, bottom }) =>
      `${lecture}, slide ${slide} (${title}): ${top} to ${bottom} px`),
  }
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
