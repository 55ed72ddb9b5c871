import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import * as fontkit from 'fontkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cutFont, pointsFrom } from '../../src/fonts/cut-font.ts'
import { cutLatinFaces } from '../../src/fonts/faces-css.ts'
import { planFonts } from '../../src/fonts/plan-fonts.ts'

let folder: string

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-cut-'))
})

afterAll(() => fs.rm(folder, { recursive: true, force: true }))

const codePoints = (text: string) => Array.from(text, character => character.codePointAt(0)!)

describe('the fonts of a text', () => {
  it.each([
    ['signs', 'a → b ≤ ½', 3_000],
    ['a script that joins its letters', 'السلام عليكم', 20_000],
  ])('of %s weigh no more than what they draw', async (_, text, most) => {
    const { faces } = planFonts(text, 'en')
    expect(faces).not.toEqual([])
    for (const face of faces) {
      const points = pointsFrom(face, codePoints(text))
      const file = await cutFont(face.file, points, folder)
      expect((await fs.stat(file)).size).toBeLessThan(most)
      const font = fontkit.create(await fs.readFile(file)) as fontkit.Font
      const drawn = codePoints(text).filter(point => face.points.includes(point))
      expect(drawn.filter(point => !font.hasGlyphForCodePoint(point)).map(point => point.toString(16))).toEqual([])
    }
  })

  it('are cut once, and again for another text', async () => {
    const [face] = planFonts('→', 'en').faces
    const first = await cutFont(face!.file, codePoints('→'), folder)
    const { mtimeMs } = await fs.stat(first)
    expect(await cutFont(face!.file, codePoints('→'), folder)).toBe(first)
    expect((await fs.stat(first)).mtimeMs).toBe(mtimeMs)
    expect(await cutFont(face!.file, codePoints('→←'), folder)).not.toBe(first)
  })

  it('are whole where nothing can be written', async () => {
    const [face] = planFonts('→', 'en').faces
    const file = path.join(folder, 'a-file')
    await fs.writeFile(file, '')
    expect(await cutFont(face!.file, codePoints('→'), path.join(file, 'fonts'))).toBe(face!.file)
  })
})

it('a Latin face keeps English, what a text has, and that in capitals', async () => {
  const face = (name: string) => `@font-face {\n  src: url(./files/sans-${name}-wght-normal.woff2) format('woff2');\n  unicode-range: U+0000-00FF,U+0152-0153;\n}\n`
  const asked: string[] = []
  const css = await cutLatinFaces(face('latin') + face('greek'), 'Café œuvre', async (url, points) => {
    asked.push(String.fromCodePoint(...points.filter(point => point > 0xBF)))
    return url.replace('sans', 'cut')
  })
  expect(asked).toEqual(['É×é÷Œœ'])
  expect(css).toContain('url(./files/cut-latin-wght-normal.woff2)')
  expect(css).toContain('unicode-range: U+20-7E,U+A0-BF,U+C9,U+D7,U+E9,U+F7,U+152-153;')
  expect(css).toContain(face('greek'))
})
