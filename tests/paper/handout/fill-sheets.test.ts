import { expect, it } from 'vitest'
import { fillSheets } from '../../../src/paper/handout/fill-sheets.ts'
import { readHandout } from '../../../src/paper/handout/handout.ts'
import { slideSize } from '../../../src/paper/handout/slide-size.ts'

const deck = { width: 980, height: 552 }

/** What stands on each sheet, where body and code are letters: `b c` is a row, `b / c` are two. */
function sheets(slides: string, layout: string): string[] {
  const handout = readHandout({ layout })
  const sized = Array.from(slides, (item) => {
    const textSize = item === 'c' ? 19 : 25
    return { item, size: slideSize({ slide: { number: 2 } as never, textSize }, handout, deck) }
  })
  return fillSheets(sized, handout).map(rows => rows.map(({ slides }) => slides.join(' ')).join(' / '))
}

it('gives slides of the usual size the places of the layout', () => {
  expect(sheets('bbbbbbbb', '6')).toEqual(['b b / b b / b b', 'b b'])
  expect(sheets('bbbbbbbbbb', '9')).toEqual(['b b b / b b b / b b b', 'b'])
  expect(sheets('bccb', '3-lines')).toEqual(['b / c / c', 'b'])
})

it('gives a slide with small text a row of fewer slides, beside which no slide stands alone', () => {
  expect(sheets('bbbcbb', '6')).toEqual(['b b / b / c', 'b b'])
  expect(sheets('bbbbcbbb', '9')).toEqual(['b b b / b c', 'b b b'])
  expect(sheets('cbbcc', '9')).toEqual(['c b / b c', 'c'])
})

it('prints each slide in the smallest size that can be read', () => {
  const width = (textSize: number, layout: string) =>
    Math.round(slideSize({ slide: { number: 2 } as never, textSize }, readHandout({ layout }), deck).width)
  expect([25, 19, 12].map(size => width(size, '9'))).toEqual([86, 132, 269])
  expect([25, 19, 12].map(size => width(size, '6'))).toEqual([87, 137, 178])
  expect([25, 17.6, 12].map(size => width(size, '3-lines'))).toEqual([119, 119, 173])
  expect([25, 19].map(size => width(size, '2-notes'))).toEqual([100, 173])
  // A cover is looked at.
  expect(slideSize({ slide: { number: 1 } as never, textSize: 12 }, readHandout({ layout: '9' }), deck).isLarger).toBe(false)
})
