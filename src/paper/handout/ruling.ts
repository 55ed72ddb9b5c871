import type { Room } from './handout-options.ts'

// Millimetres between lines.
const LINE_STEP = 8
const SQUARE = 5

/**
 * Room to write, as decoration: screen readers pass over it. It is cut off where its space ends.
 * @param width millimetres that there are at most
 * @param height likewise
 */
export function roomHtml(room: Room, width: number, height: number): string {
  const [wide, high] = [Math.ceil(width), Math.ceil(height)]
  return `<div class="room" aria-hidden="true">${room === 'blank' ? '' : `<svg width="${wide}mm" height="${high}mm" viewBox="0 0 ${wide} ${high}">${drawRoom(room, wide, high)}</svg>`}</div>`
}

function drawRoom(room: Exclude<Room, 'blank'>, wide: number, high: number): string {
  if (room === 'lines')
    return `<path class="rule" d="${steps(LINE_STEP, high).map(y => `M0 ${y}H${wide}`).join('')}"/>`
  if (room === 'grid')
    return `<path class="rule" d="${steps(SQUARE, high).map(y => `M0 ${y}H${wide}`).join('')}${[0.1, ...steps(SQUARE, wide)].map(x => `M${x} 0V${high}`).join('')}"/>`
  // Dashes of no length with round ends are dots.
  return `<path class="dots" stroke-dasharray="0 ${SQUARE}" d="${steps(SQUARE, high).map(y => `M0.4 ${y}H${wide}`).join('')}"/>`
}

function steps(step: number, end: number): number[] {
  return Array.from({ length: Math.floor(end / step) }, (_, i) => (i + 1) * step)
}
