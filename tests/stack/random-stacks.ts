import type { StackData } from '../../src/stack/data.ts'
import fc from 'fast-check'
import { readStackData } from '../../src/stack/data.ts'
import { STACK_KIND_NAMES } from '../../src/stack/kinds.ts'

const word = fc.constantFrom('Linux', 'macOS', 'Docker', 'container', 'program', 'Files', 'requirements.txt', 'virtual', 'machine', 'a', 'kernel', 'hypervisor', 'Übersetzungsschicht', '内核共享', '🍿')
const words = (maxLength: number) => fc.array(word, { minLength: 1, maxLength }).map(list => list.join(' '))

interface Layer { label: string, kind: string, id?: string, children?: Item[], span?: number }
type Item = Layer | { columns: Item[][] }

const kind = fc.constantFrom(...STACK_KIND_NAMES)
const leaf = fc.record({ label: words(4), kind, span: fc.constantFrom(1, 1, 1, 2) })

function items(depth: number): fc.Arbitrary<Item[]> {
  const item: fc.Arbitrary<Item> = depth === 0
    ? leaf
    : fc.oneof(
        { weight: 3, arbitrary: leaf },
        { weight: 1, arbitrary: fc.record({ label: words(3), kind, children: items(depth - 1) }) },
        { weight: 2, arbitrary: fc.record({ columns: fc.array(items(depth - 1), { minLength: 1, maxLength: 4 }) }) },
      )
  return fc.array(item, { minLength: 1, maxLength: 4 })
}

/** Diagrams of one to three stacks, three deep, with up to `maxArrows` arrows between any of their boxes. */
export function randomStacks(maxArrows: number): fc.Arbitrary<StackData> {
  const stacks = fc.array(fc.record({ title: fc.option(words(3), { nil: undefined }), layers: items(2) }), { minLength: 1, maxLength: 3 })
  const ends = fc.array(fc.record({ from: fc.nat(), to: fc.nat(), label: fc.option(words(5), { nil: undefined }) }), { maxLength: maxArrows })
  return fc.record({ look: fc.constantFrom('flat', '3d'), stacks, ends }).map(({ look, stacks, ends }) => {
    const ids = nameAll(stacks.flatMap(stack => stack.layers))
    const arrows = ends
      .map(({ from, to, label }) => ({ from: ids[from % ids.length]!, to: ids[to % ids.length]!, label }))
      .filter(({ from, to }) => from !== to)
    const { data, problems } = readStackData({ look, stacks, arrows })
    if (!data)
      throw new Error(problems.map(problem => problem.message).join('\n'))
    return data
  })
}

function nameAll(list: readonly Item[]): string[] {
  let count = 0
  const name = (items: readonly Item[]): string[] => items.flatMap((item) => {
    if ('columns' in item)
      return item.columns.flatMap(name)
    item.id = `box-${++count}`
    return [item.id, ...name(item.children ?? [])]
  })
  return name(list)
}
