import type { VoteView } from '../../shared/live.ts'
import { roundTables } from '../../shared/vote-table.ts'
import { sayOfVotes } from './words.ts'

/** How a vote went, for a wall: its question, and a table of bars with figures for each round. */
export function wallVote(vote: VoteView): Node[] {
  const heading = make('h2', vote.title || sayOfVotes('yourAnswers'))
  const box = make('div')
  box.className = 'rounds'
  for (const { caption, rows } of roundTables(vote, sayOfVotes)) {
    const table = make('table')
    table.append(make('caption', caption))
    for (const { head, right, share, figure } of rows) {
      const row = make('tr')
      const name = make('th', `${head}${right ? ' ✓' : ''}`)
      name.setAttribute('scope', 'row')
      const bar = make('span')
      bar.className = 'bar'
      bar.style.width = `${share}%`
      const cell = make('td')
      cell.append(bar)
      row.className = right ? 'is-right' : ''
      row.append(name, cell, make('td', figure))
      table.append(row)
    }
    box.append(table)
  }
  return [heading, box]
}

function make<T extends keyof HTMLElementTagNameMap>(tag: T, text = ''): HTMLElementTagNameMap[T] {
  return Object.assign(document.createElement(tag), { textContent: text })
}
