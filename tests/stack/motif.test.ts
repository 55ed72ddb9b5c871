import { expect, it } from 'vitest'
import { stackMotif } from '../../src/stack/motif.ts'

const layers = ['Hardware', 'Linux', 'Docker'].map(label => `  - { label: ${label} }`).join('\n')

it('draws the boxes of a diagram without its words, in light and dark', () => {
  const { box, parts } = stackMotif(`look: 3d\nlayers:\n${layers}`)!
  expect(parts.match(/<rect /g)).toHaveLength(3)
  expect(parts).not.toMatch(/<text|Hardware/)
  expect(parts).toContain('light-dark(')
  const [, , width, height] = box.split(' ').map(Number)
  expect(width! / height!).toBeGreaterThan(0.6)
  expect(width! / height!).toBeLessThan(1.7)
})

it('draws the first of several stacks, and nothing of what is no diagram', () => {
  const stack = (title: string) => `  - title: ${title}\n    layers: [{ label: A }, { label: B }]`
  expect(stackMotif(`stacks:\n${stack('One')}\n${stack('Two')}`)!.parts.match(/<rect /g)).toHaveLength(2)
  expect(stackMotif('layers: 3')).toBeUndefined()
  expect(stackMotif('{ [')).toBeUndefined()
})
