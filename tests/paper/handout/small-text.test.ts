import { expect, it } from 'vitest'
import { readHandout } from '../../../src/paper/handout/handout.ts'
import { smallTextWarnings } from '../../../src/paper/handout/small-text.ts'

const lecture = { title: 'Tides', file: 'slides/01-tides.md' }

function warnings(layout: string, sizes: number[]): string[] {
  const slides = sizes.map((textSize, i) => ({ slide: { number: i + 1 }, lecture, textSize, element: '', links: [] }))
  const options = { course: {} as never, handout: readHandout({ layout }), size: { width: 980, height: 552 } }
  return smallTextWarnings(slides as never, options).map(({ message }) => message)
}

it('warns of slides whose text is too small in the largest size of a layout, and of no others', () => {
  expect(warnings('9', [25, 19, 12, 8])).toEqual([])
  expect(warnings('9', [25, 7, 25])).toEqual(['In handout-9.pdf much of the text is under 6 pt on slide 2 (5.4 pt).'])
  expect(warnings('3-lines', [25, 12, 11, 25, 11])).toEqual(['In handout-3-lines.pdf much of the text is under 6 pt on slides 3, 5.'])
})

it('warns of no cover, which is looked at, and of no slide without text', () => {
  expect(warnings('9', [5, 0])).toEqual([])
})
