import { expect, it } from 'vitest'
import { contentsOf } from '../../pages/contents.ts'

it.each([
  [['Kernels', 'Calls', 'Calls (cont.)', 'Calls (2/2)', 'Costs'], ['Kernels', 'Calls', 'Costs']],
  [['Calls', 'Calls – in C', 'Calls (cont.)', 'Calls – in Rust'], ['Calls', 'Calls – in C', 'Calls – in Rust']],
  [['Calls', 'Calls', 'Costs', 'Calls'], ['Calls', 'Costs', 'Calls']],
  [['Costs (cont.)', 'A (continued) story'], ['Costs (cont.)', 'A (continued) story']],
])('of slides %j the contents name %j', (titles, named) => {
  expect(contentsOf(titles.map(title => ({ title }))).map(({ title }) => title)).toEqual(named)
})
