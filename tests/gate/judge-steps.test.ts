import type { ShownStep, ShownText } from '../../src/gate/browser/in-page.ts'
import { expect, it } from 'vitest'
import { contrastIn, farSeats, moved, overlaps, washedOut } from '../../src/gate/browser/judge-steps.ts'

function text(given: Partial<ShownText>): ShownText {
  return {
    x: 0,
    y: 0,
    width: 100,
    height: 30,
    key: `p ${given.text ?? 'text'} 1`,
    text: 'text',
    size: 25,
    isBold: false,
    color: '#000',
    grounds: ['#fff'],
    inDrawing: false,
    isAnimated: false,
    layer: 0,
    ...given,
  }
}
const step = (...texts: Partial<ShownText>[]): ShownStep => ({ texts: texts.map(text), faults: [] })

it('a text of 22 of 552 pixels is read up to 5.3 heights of the picture', () => {
  expect(farSeats(step({ size: 22 }), { room: 6, height: 552 })[0]?.message).toBe('"text" can be read up to 5.3 heights of the picture (22 px)')
  expect(farSeats(step({ size: 25 }), { room: 6, height: 552 })).toEqual([])
})

it('stray light takes a gray of 6.3:1 to 5.7:1 in a room of 15:1, and to 4.1:1 in one of 7:1', () => {
  const gray = 1.05 / 6.3 - 0.05
  expect(contrastIn([1, gray], 15)).toBeCloseTo(5.7, 1)
  expect(contrastIn([1, gray], 7)).toBeCloseTo(4.1, 1)
})

it('small text needs more contrast than large, and what stands on a picture is not judged', () => {
  expect(washedOut(step({ color: '#747474', size: 20 }))).toHaveLength(1)
  expect(washedOut(step({ color: '#747474', size: 30 }))).toEqual([])
  expect(washedOut(step({ color: '#eee', grounds: undefined }))).toEqual([])
  expect(washedOut(step({ color: 'oklch(0.95 0 0)', grounds: ['rgba(0, 0, 0, 0.5)', '#000'] }))).toEqual([])
})

it('texts lie over each other where their lines do, not where they touch', () => {
  expect(overlaps(step({ text: 'one' }, { text: 'two', y: 4 }))).toHaveLength(1)
  expect(overlaps(step({ text: 'one' }, { text: 'two', y: 26 }))).toEqual([])
  expect(overlaps(step({ text: 'one', key: 'p one 1' }, { text: 'code', key: 'code code 1', y: 2 }))).toEqual([])
})

it('a text moves where it stays the same and nothing shows the way', () => {
  expect(moved(step({ text: 'one' }), step({ text: 'one', y: 40 }))[0]?.message).toBe('"one" jumps by 40 px')
  expect(moved(step({ text: 'one' }), step({ text: 'one', y: 0.6 }))).toEqual([])
  expect(moved(step({ text: 'one' }), step({ text: 'one', y: 40, isAnimated: true }))).toEqual([])
})
