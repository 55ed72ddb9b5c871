import type { Handout } from './handout.ts'
import { maxRulingSize } from './sheet-size.ts'

// Millimetres between lines.
const LINE_STEP = 8
const SQUARE = 5

/**
 * Space to write, as large as a slide can have it, as decoration: screen readers pass over it. It is cut off where its
 * space ends.
 */
export function rulingHtml(handout: Handout): string {
  const { width, height } = maxRulingSize(handout)
  const [wide, high] = [Math.ceil(width), Math.ceil(height)]
  const lines = rulingLines(handout.ruling, wide, high)
  const size = `width="${wide}mm" height="${high}mm" viewBox="0 0 ${wide} ${high}"`
  return `<div class="ruling" aria-hidden="true">${lines && `<svg ${size}>${lines}</svg>`}</div>`
}

function rulingLines(ruling: Handout['ruling'], wide: number, high: number): string {
  const across = (step: number, start = 0) => steps(step, high).map(y => `M${start} ${y}H${wide}`).join('')
  const down = () => [0.1, ...steps(SQUARE, wide)].map(x => `M${x} 0V${high}`).join('')
  switch (ruling) {
    case 'lines': return `<path class="rule" d="${across(LINE_STEP)}"/>`
    case 'grid': return `<path class="rule" d="${across(SQUARE)}${down()}"/>`
    // Dashes of no length with round ends are dots.
    case 'dots': return `<path class="dots" stroke-dasharray="0 ${SQUARE}" d="${across(SQUARE, 0.4)}"/>`
    case 'blank': return ''
  }
}

function steps(step: number, end: number): number[] {
  return Array.from({ length: Math.floor(end / step) }, (_, i) => (i + 1) * step)
}
