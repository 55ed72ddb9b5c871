import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readStackData } from '../../src/stack/data.ts'
import { layoutStack, scaleOnSlide } from '../../src/stack/layout.ts'
import { distantLabels, faults } from './drawing-rules.ts'
import { randomStacks } from './random-stacks.ts'

const FIXTURES = new URL('../fixtures/stack/', import.meta.url)

describe.each(readdirSync(FIXTURES).filter(name => name.endsWith('.yaml')))('%s', (name) => {
  const input = parse(readFileSync(new URL(name, FIXTURES), 'utf8'))

  it.each(['flat', '3d'])('has no fault when %s', (look) => {
    const { data, problems } = readStackData({ ...input, look })
    expect(problems).toEqual([])
    const drawing = layoutStack(data!)
    expect(faults(drawing, data!)).toEqual([])
    expect(distantLabels(drawing)).toEqual([])
  })
})

describe('any stacks', () => {
  it('without arrows have no fault', () => {
    fc.assert(fc.property(randomStacks(0), (data) => {
      expect(faults(layoutStack(data), data)).toEqual([])
    }), { numRuns: 80 })
  })

  it('with arrows have no fault', () => {
    fc.assert(fc.property(randomStacks(6), (data) => {
      expect(faults(layoutStack(data), data)).toEqual([])
    }), { numRuns: 80 })
  })
})

it.each(['docker', 'virtual-machine', 'comparison', 'chain', 'operating-system', 'image-on-image', 'shared-layers'])('%s is legible on a slide: no text under 18 pixels', (name) => {
  const { data } = readStackData(parse(readFileSync(new URL(`${name}.yaml`, FIXTURES), 'utf8')))
  expect(scaleOnSlide(layoutStack(data!)) * 18).toBeGreaterThanOrEqual(18)
})
