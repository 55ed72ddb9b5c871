import type { VoteView } from '../../../src/shared/live.ts'
import { element } from './dom.ts'

/** How a vote went: a table of bars with their figures, both rounds side by side. */
export function voteBars({ rounds = [], kind }: VoteView): HTMLElement {
  const box = element('div', { className: 'rounds' })
  for (const [i, { voters, rows }] of rounds.entries()) {
    const table = element('table', { className: 'bars' })
    const name = rounds.length > 1 ? `Round ${i + 1}: ` : ''
    table.append(element('caption', {}, `${name}${voters} ${voters === 1 ? 'answer' : 'answers'}`))
    for (const [n, { label, count, right }] of rows.entries()) {
      const share = Math.round(count / (voters || 1) * 100)
      const letter = kind === 'one' || kind === 'several' ? String.fromCodePoint(65 + n) : ''
      const head = element('th', { scope: 'row' }, letter && label !== letter ? `${letter}  ${label}` : label)
      if (right)
        head.append(element('strong', { className: 'right' }, ' ✓ right'))
      const bar = element('span', { className: 'bar', style: `width:${share}%` })
      const figure = element('td', { className: 'figure' }, `${share} % (${count})`)
      table.append(element('tr', { className: right ? 'is-right' : '' }, head, element('td', {}, bar), figure))
    }
    box.append(table)
  }
  return box
}
