import type { VoteView } from '../../../src/shared/live.ts'
import { roundTables } from '../../../src/shared/vote-table.ts'
import { element } from './dom.ts'
import { sayOfVotes } from './words.ts'

/** How a vote went: a table of bars with their figures, both rounds side by side. */
export function voteBars(vote: VoteView): HTMLElement {
  const box = element('div', { className: 'rounds' })
  for (const { caption, rows } of roundTables(vote, sayOfVotes)) {
    const table = element('table', { className: 'bars' }, element('caption', {}, caption))
    for (const { head, right, share, figure } of rows) {
      const mark = right && element('strong', { className: 'right' }, ` ✓ ${sayOfVotes('right')}`)
      const name = element('th', { scope: 'row' }, head, mark)
      const bar = element('span', { className: 'bar', style: `width:${share}%` })
      const figures = element('td', { className: 'figure' }, figure)
      table.append(element('tr', { className: right ? 'is-right' : '' }, name, element('td', {}, bar), figures))
    }
    box.append(table)
  }
  return box
}
