import type { Figure } from '../../src/generate/report/figures.ts'
import type { Measured } from './checks.ts'
import { figureOf } from '../../src/generate/report/figures.ts'
import { checks, pace } from './checks.ts'

/** Text slides for 1,000 words of prose. */
const PACE = { min: 7, max: 14 }

/** The figures that need nothing but the Markdown. */
export function textFigures(measured: readonly Measured[]): Figure[] {
  return [...checks.map(check => figureOf(check, measured)), paceFigure(pace(measured))]
}

function paceFigure(slides: number): Figure {
  return numberFigure({
    id: 'D7',
    what: 'text slides for 1,000 words',
    value: slides.toFixed(1),
    threshold: `${PACE.min} to ${PACE.max}`,
    passes: slides >= PACE.min && slides <= PACE.max,
  })
}

/** A figure that is a matter of degree and has no list of what fails. */
export function numberFigure(figure: Omit<Figure, 'gate' | 'misses'>): Figure {
  const { id, what, value, threshold, passes } = figure
  return { id, what, gate: false, value, threshold, passes, misses: [] }
}
