import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cutPictures } from '../../src/fonts/cut-font.ts'
import { fontCss } from '../../src/fonts/font-css.ts'
import { planFonts } from '../../src/fonts/plan-fonts.ts'
import { openPage } from './browser.ts'

let folder: string

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-emoji-'))
})

afterAll(() => fs.rm(folder, { recursive: true, force: true }))

it.each(['🍿', '✅ and ⚠️', '👩🏽‍🚀, 🏳️‍🌈', '😀'])('fonts with nothing but %s draw it as the whole fonts do, and weigh less than half', async (text) => {
  const { faces, missing } = planFonts(text, 'en')
  const cut = await Promise.all(faces.map(async face => ({ ...face, file: await cutPictures(face, text, folder) })))
  const sizes = await Promise.all([faces, cut].map(async all => (await Promise.all(all.map(async ({ file }) => (await fs.stat(file)).size))).reduce((sum, size) => sum + size)))
  expect(sizes[1]).toBeLessThan(sizes[0]! / 2)
  const draw = async (all: typeof faces, words = text) => {
    const files = new Map(await Promise.all(all.map(async ({ file }) => [file, `data:font/woff2;base64,${(await fs.readFile(file)).toString('base64')}`] as const)))
    const page = await openPage()
    await page.setContent(`<style>${fontCss({ faces: all, missing }, file => files.get(file)!)} body { font: 60px 'Noto Color Emoji' }</style>${words}`)
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    return page.screenshot()
  }
  const drawn = await draw(cut)
  expect(drawn.equals(await draw(faces))).toBe(true)
  expect(drawn.equals(await draw(faces, text.replace(/\p{Emoji}/u, 'x')))).toBe(false)
})
