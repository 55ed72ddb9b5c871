import { describe, expect, it } from 'vitest'
import { readCalculator } from '../../packages/pdf-ua/src/calculator.ts'

describe('a calculator function', () => {
  it.each([
    ['{ add }', [1, 2], [3]],
    ['{ exch sub }', [1, 5], [4]],
    ['{ 3 1 roll }', [1, 2, 3], [3, 1, 2]],
    ['{ 3 -1 roll }', [1, 2, 3], [2, 3, 1]],
    ['{ 2 copy mul }', [3, 4], [3, 4, 12]],
    ['{ 1 index }', [7, 8], [7, 8, 7]],
    ['{ 0 index }', [7, 8], [7, 8, 8]],
    ['{ dup 0 le { pop .25 } if }', [-1], [0.25]],
    ['{ dup 0 gt { 2 mul } { neg } ifelse }', [-3], [3]],
    ['{ dup dup 0 gt exch 1 le and { 10 mul } if }', [0.5], [5]],
    ['{ sqrt % a comment\n 2 exp }', [9], [9]],
    ['{ 90 sin exch 1 atan }', [1], [1, 45]],
    ['{ 7 3 idiv 7 3 mod -2.5 truncate }', [], [2, 1, -2]],
    ['{ 1 2 eq 1 2 ne true not }', [], [0, 1, 0]],
    ['{ 6 3 and 6 3 or 6 3 xor 1 3 bitshift }', [], [2, 7, 5, 8]],
  ])('%s of %j is %j', (program, inputs, outputs) => {
    expect(readCalculator(program)(...inputs).map(value => Number(value.toFixed(6)))).toEqual(outputs)
  })

  it.each(['add', '{ add', '{ fly }', ''])('is not %j', (program) => {
    expect(() => readCalculator(program)(1, 2)).toThrow(/A function of the PDF/)
  })
})
