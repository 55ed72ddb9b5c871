import { Buffer } from 'node:buffer'
import { PDFDocument } from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it } from 'vitest'
import { readAccessibleText } from '../../packages/pdf-ua/src/accessible-text.ts'
import { readPdf } from '../../packages/pdf-ua/src/read.ts'
import { printFixture, printHtml } from './print-fixture.ts'

/** Letters and digits in order: what no way of counting spaces changes. */
const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

it.each(['deck.html', 'zoo.html'])('reads the same letters as PDF.js in %s', async (fixture) => {
  const bytes = await printFixture(fixture)
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const { pages } = await readPdf(bytes)
  expect(pages).toHaveLength(document.numPages)
  for (const [i, page] of pages.entries()) {
    const { items } = await (await document.getPage(i + 1)).getTextContent()
    const texts = items.map(item => 'str' in item ? letters(item.str) : '').filter(Boolean)
    // PDF.js reads text under a mask twice, as it is drawn.
    expect(texts.filter(text => !letters(page.text).includes(text))).toEqual([])
    expect(letters(page.text).length).toBeGreaterThan(letters([...new Set(texts)].join('')).length - 1)
    // Of a font that is drawn letter by letter it may lose a ligature.
    expect(letters(page.text).length).toBeLessThan(texts.join('').length + 3)
  }
  await task.destroy()
})

it('reads words with the gaps that a reader sees, lines, links and sizes', async () => {
  const { pages, title, lang } = await readPdf(await printFixture('deck.html'))
  expect({ title, lang }).toEqual({ title: 'How containers work', lang: 'en' })
  expect(pages[0]!.text).toBe('How containers work\nA process in a box 📦, and why it is no small machine 🍿.\nHalf-transparent words are words too.')
  expect(pages[2]!.text).toContain('office, waffle, final: it sees one process.')
  expect(pages[3]!.words.slice(0, 8)).toEqual(['Table', 'What', 'Container', 'Machine', 'Start', '0.1', 's', '30'])
  expect(pages[0]!.size).toEqual({ width: 735.12, height: 414 })
  expect(pages[1]!.annotations[0]).toEqual({ kind: 'Link', page: 3, url: undefined, contents: undefined })
  expect(pages[1]!.label).toBe('2')
})

it('reads attachments', async () => {
  const document = await PDFDocument.load(await printHtml('<h1>A</h1>'))
  await document.attach(Buffer.from('the answer is 42'), 'key.txt')
  const { attachments } = await readPdf(await document.save())
  expect(attachments.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([['key.txt', 'the answer is 42']])
})

it('hears what the tag tree reaches, in reading order, and nothing else', async () => {
  const pages = await readAccessibleText(await printFixture('deck.html'))
  expect(pages[5]).toEqual({
    text: 'Diagrams\nClient talks to daemon, daemon to registry\nclient daemon badge from the style sheet Turned words and faded link 6',
    figures: ['Client talks to daemon, daemon to registry'],
    untaggedText: 'New',
  })
})
