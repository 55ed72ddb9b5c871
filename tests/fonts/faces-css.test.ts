import { expect, it } from 'vitest'
import { usedFaces } from '../../src/fonts/faces-css.ts'

const face = (name: string, ranges?: string) => `@font-face {\n  font-family: '${name}';${ranges ? `\n  unicode-range: ${ranges};` : ''}\n}`
const css = [face('latin', 'U+0000-00FF, U+2019'), face('greek', 'U+0370-0377,U+037A'), face('all')].join('\n')

it.each([
  ['plain text', ['latin', 'all']],
  ['an ͳ', ['latin', 'greek', 'all']],
  ['ͺ', ['greek', 'all']],
])('keeps the parts of a typeface that "%s" needs', (text, families) => {
  expect(Array.from(usedFaces(css, text).matchAll(/family: '(\w+)'/g), ([, name]) => name)).toEqual(families)
})
