import { describe, expect, it } from 'vitest'
import { isSpokenLanguage, loadFormulaSpeaker } from '../../src/markdown/math-to-speech.ts'

describe('formulas read aloud', () => {
  it.each([
    ['E=mc^2', 'E equals m c squared'],
    ['\\sum_{k=1}^n k', 'the sum from k equals 1 to n of k'],
    ['\\frac{n(n+1)}{2}', 'n times open paren n plus 1 close paren over 2'],
    ['\\sqrt{2} \\approx 1.41', 'the square root of 2 almost equals 1.41'],
    ['O(n \\log n)', 'O of open paren n log n close paren'],
    ['\\{x \\mid x > 0\\}', 'the set of all x such that x is greater than 0'],
    ['\\begin{pmatrix}1&0\\\\0&1\\end{pmatrix}', 'the 2 by 2 matrix Row 1: 1 0 Row 2: 0 1'],
  ])('reads %s', async (latex, words) => {
    expect((await loadFormulaSpeaker())(latex)).toBe(words)
  })

  it.each([
    ['\\lceil x \\rceil + 1', 'left ceiling x right ceiling plus 1'],
    ['a \\bmod b', 'a mod b'],
    ['\\binom{n+1}{k}', 'n plus 1 choose k'],
    ['P(A \\mid B)', 'P of open paren A vertical bar B close paren'],
    ['\\vec{v}', 'v right arrow'],
    ['\\mathrm{CPU} \\to \\infty', 'CPU right arrow infinity'],
  ])('leaves out nothing of %s, as the engine would', async (latex, words) => {
    expect((await loadFormulaSpeaker())(latex)).toBe(words)
  })

  it('speaks the language of the course', async () => {
    expect((await loadFormulaSpeaker('de-CH'))('E=mc^2')).toBe('E ist gleich m c Quadrat')
    expect((await loadFormulaSpeaker('tlh'))('E=mc^2')).toBe('E equals m c squared')
    expect(isSpokenLanguage('de')).toBe(true)
    expect(isSpokenLanguage('tlh')).toBe(false)
  })

  it('gives back what is no LaTeX', async () => {
    const speak = await loadFormulaSpeaker()
    expect(speak(' \\nope{x} ')).toBe('\\nope{x}')
    expect(speak('')).toBe('')
  })
})
