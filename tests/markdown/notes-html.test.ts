import fs from 'node:fs/promises'
import { expect, it } from 'vitest'
import { forPaper } from '../../src/markdown/notes-for-paper.ts'
import { forScreen } from '../../src/markdown/notes-for-screen.ts'
import { notesToHtml } from '../../src/markdown/notes-html.ts'

const markdown = await fs.readFile('tests/fixtures/notes/everything.md', 'utf8')
const html = notesToHtml(markdown, forScreen({ headingLevel: 3, idPrefix: 'intro-', link: href => href.replace('#/', '#') }))

it('writes Markdown as HTML', async () => {
  await expect(html).toMatchFileSnapshot('__snapshots__/everything.html')
})

it('lets nothing through that runs, or that another host is asked for', () => {
  expect(html).not.toMatch(/<script|onclick|onerror|javascript:|data:text|<img|<div class="danger"/)
})

it('keeps the ids of two texts on one page apart', () => {
  const ids = (html: string) => Array.from(html.matchAll(/ id="([^"]+)"/g), match => match[1]!)
  const other = notesToHtml(markdown, forScreen({ idPrefix: 'end-' }))
  expect(ids(html).length).toBeGreaterThan(1)
  expect(ids(html).filter(id => ids(other).includes(id))).toEqual([])
})

it('writes a broken formula instead of failing', () => {
  expect(notesToHtml('$\\frac{1$', forScreen())).toContain('\\frac{1')
})

it('makes a link of a picture on another host, for a screen and for paper', () => {
  const notes = '![A hill](https://a.example/hill.png)'
  const link = '<a href="https://a.example/hill.png">A hill</a>'
  expect(notesToHtml(notes, forScreen())).toBe(`<p>${link}</p>`)
  expect(notesToHtml(notes, forPaper({ speak: String, idPrefix: 'a', addresses: [] }))).toBe(`<p>${link}<sup class="address">1</sup></p>`)
})
