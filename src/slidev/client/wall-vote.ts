import type { VoteView } from '../../shared/live.ts'

/** How a vote went, for a wall: its question, and a table of bars with figures for each round. */
export function wallVote({ title, rounds = [], kind }: VoteView): Node[] {
  const heading = make('h2', title || 'Your answers')
  const box = make('div')
  box.className = 'rounds'
  for (const [i, { voters, rows }] of rounds.entries()) {
    const table = make('table')
    const name = rounds.length > 1 ? `Round ${i + 1}: ` : ''
    table.append(make('caption', `${name}${voters} ${voters === 1 ? 'answer' : 'answers'}`))
    for (const [n, { label, count, right }] of rows.entries()) {
      const share = Math.round(count / (voters || 1) * 100)
      const letter = kind === 'one' || kind === 'several' ? String.fromCodePoint(65 + n) : ''
      const row = make('tr')
      const head = make('th', `${letter && letter !== label ? `${letter}  ` : ''}${label}${right ? ' ✓' : ''}`)
      head.setAttribute('scope', 'row')
      const bar = make('span')
      bar.className = 'bar'
      bar.style.width = `${share}%`
      const cell = make('td')
      cell.append(bar)
      row.className = right ? 'is-right' : ''
      row.append(head, cell, make('td', `${share} % (${count})`))
      table.append(row)
    }
    box.append(table)
  }
  return [heading, box]
}

function make<T extends keyof HTMLElementTagNameMap>(tag: T, text = ''): HTMLElementTagNameMap[T] {
  return Object.assign(document.createElement(tag), { textContent: text })
}
