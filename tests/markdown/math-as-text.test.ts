import { expect, it } from 'vitest'
import { planFonts } from '../../src/fonts/plan-fonts.ts'
import { mathAsText } from '../../src/markdown/math-as-text.ts'
import { titleText } from '../../src/markdown/plain-text.ts'

it.each([
  ['The $z$ test', 'The z test'],
  ['Area $\\pi r^2$ of a *circle*', 'Area πr² of a circle'],
  ['$\\frac{a+1}{b}$', '(a + 1)/b'],
  ['Why $\\bar{x} \\le \\mu$?', 'Why x̄ ≤ μ?'],
  ['From $\\mathbb{R}^n$ to $\\mathbb{R}$', 'From ℝⁿ to ℝ'],
  ['$\\sum_{i=1}^n x_i$', '∑ᵢ₌₁ⁿxᵢ'],
  ['$\\sqrt{2}$ and $\\sqrt[3]{x+1}$', '√2 and ³√(x + 1)'],
  ['$O(n \\log n)$', 'O(n log n)'],
  ['$x \\to -\\infty$', 'x → −∞'],
  ['$P(A \\mid B)$ and $e^{-x/2}$', 'P(A ∣ B) and e^(−x/2)'],
  ['$x_{max}$, $H_0$ and $f\'$', 'x_max, H₀ and f′'],
  ['$a_1 * b_1 * c$', 'a₁∗b₁∗c'],
  ['Prices of \\$5 and $6', 'Prices of $5 and $6'],
  ['From $5 to $6', 'From $5 to $6'],
  ['What $\\nonsense{$ is', 'What $\\nonsense{$ is'],
  ['No formula', 'No formula'],
])('%s reads %s', (markdown, text) => {
  expect(titleText(mathAsText(markdown))).toBe(text)
})

it('makes no sign that no typeface draws', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-=()']
  const accents = ['bar', 'hat', 'tilde', 'dot', 'ddot', 'check', 'vec', 'mathbb', 'mathcal', 'mathfrak', 'mathbf']
  const text = mathAsText(letters.flatMap(letter => [
    `$x^{${letter}}_{${letter}}$`,
    ...accents.map(accent => `$\\${accent}{${letter}}$`),
  ]).join(' '))
  expect(text).not.toContain('$')
  expect(planFonts(text, 'en').missing).toEqual([])
})

it('takes no longer for each level of a formula than for the one around it', () => {
  const levels = 40
  const text = mathAsText(`$${'\\frac{1}{1+'.repeat(levels)}x${'}'.repeat(levels)}$`)
  expect(text.match(/1\/\(1/g)).toHaveLength(levels)
})
