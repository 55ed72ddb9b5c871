import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceText, longestWord, textWidth, wrapText } from '../../src/stack/text.ts'

describe('wrapping', () => {
  it('breaks at spaces, after hyphens and slashes, and between ideographs', () => {
    expect(wrapText('uses the Linux kernel', 100, 18)).toEqual(['uses the', 'Linux kernel'])
    expect(wrapText('lower-level', 60, 20)).toEqual(['lower-', 'level'])
    expect(wrapText('内核共享', 50, 20)).toEqual(['内核', '共享'])
  })

  it('breaks a word only when it is too wide alone', () => {
    expect(wrapText('a Hypervisor', 60, 20)).toEqual(['a', 'Hyper', 'visor'])
  })

  it('keeps a text whose own width is given on one line', () => {
    expect(wrapText('Windows app', textWidth('Windows app', 20), 20)).toEqual(['Windows app'])
  })

  it('never loses a letter and never leaves its width, unless a letter is wider', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 40, max: 400 }), (text, width) => {
      const lines = wrapText(text, width, 20)
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      for (const line of lines)
        expect(textWidth(line, 20) <= width + 0.1 || [...new Intl.Segmenter().segment(line)].length === 1).toBe(true)
    }))
  })

  it('makes lines about equally long', () => {
    expect(wrapText('one two three four five', 190, 20)).not.toEqual(balanceText('one two three four five', 190, 20))
    expect(balanceText('one two three four five', 190, 20)).toEqual(['one two three', 'four five'])
  })
})

it('a letter with marks is as wide as without, a wide one wider', () => {
  expect(textWidth('é', 20)).toBe(textWidth('e', 20))
  expect(textWidth('核', 20)).toBeGreaterThan(textWidth('m', 20))
  expect(longestWord('a Hypervisor b', 20)).toBe(textWidth('Hypervisor', 20))
})
