import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { staticFaces, staticFont, weightsIn } from '../../src/fonts/static-faces.ts'

const face = (weight: string, file = 'a.woff2') => `@font-face{font-family:'A B';font-weight:${weight};src:url(${file}) format('woff2');unicode-range:U+41}`

describe('staticFaces', () => {
  it('makes of a face with a range of weights one for each weight in it, in a file of its own', () => {
    const css = `p{margin:0}${face('400 700')}`
    expect(staticFaces(css, [650]).css).toBe(`p{margin:0}${[400, 500, 600, 700, 650].map(weight => face(String(weight), `a.woff2?wght=${weight}`)).join('')}`)
  })

  it('gives a file that the sheet itself holds an address, so that all of a typeface can be told apart', () => {
    const { css, files } = staticFaces(`${face('400 500', '"data:font/woff2;base64,QUJD"')}${face('400 500')}`, [])
    const [name] = [...files.keys()]
    expect(String(files.get(name!))).toBe('ABC')
    expect(css).toBe([`${name}?wght=400`, `${name}?wght=500`, 'a.woff2?wght=400', 'a.woff2?wght=500'].map(file => face(/\d+$/.exec(file)![0], file)).join(''))
  })

  it('leaves a typeface alone of which a part cannot be told apart', () => {
    const css = `${face('100 900')}${face('100 900', 'a.svg')}`
    expect(staticFaces(css, []).css).toBe(css)
  })

  it.each([
    ['of one weight', face('400')],
    ['in a format of which no file is made', face('100 900', 'a.svg')],
    ['of which no text can have a weight', face('401 449')],
  ])('leaves a face alone %s', (_, css) => {
    expect(staticFaces(css, []).css).toBe(css)
  })
})

it('finds the weights that styles ask for besides the hundreds', () => {
  expect(weightsIn(`h1{font-weight:650}p{font:italic 375 1rem/1.5 X}:root{--title-weight: 620;--width:640px}b{font-weight:700}${face('250 850')}`)).toEqual([650, 375, 620])
})

describe('staticFont', () => {
  const require = createRequire(import.meta.url)
  const file = (name: string) => fs.readFile(require.resolve(name))

  it('is a TrueType file of one weight, which varies no more', async () => {
    const variable = await file('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2')
    const [light, bold] = await Promise.all([300, 650].map(weight => staticFont(variable, weight)))
    for (const font of [light!, bold!]) {
      expect(new DataView(font.buffer, font.byteOffset).getUint32(0)).toBe(0x10000)
      expect(new TextDecoder('latin1').decode(font)).not.toMatch(/fvar|gvar/)
    }
    expect(light).not.toEqual(bold)
  })
})
