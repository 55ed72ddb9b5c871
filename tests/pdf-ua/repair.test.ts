import { Buffer } from 'node:buffer'
import { PDFDocument } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkPdf } from '../../packages/pdf-ua/src/check.ts'
import { ContentReader } from '../../packages/pdf-ua/src/content-reader.ts'
import { readText } from '../../packages/pdf-ua/src/dictionaries.ts'
import { readPdf } from '../../packages/pdf-ua/src/read.ts'
import { repairPdf } from '../../packages/pdf-ua/src/repair.ts'
import { readPageStreams } from '../../packages/pdf-ua/src/streams.ts'
import { eachTag } from '../../packages/pdf-ua/src/structure.ts'
import { openTaggedFile } from '../../packages/pdf-ua/src/tagged-file.ts'
import { printFixture, printHtml, printTwice } from './print-fixture.ts'

const title = 'How containers work'
let printed: Uint8Array
beforeAll(async () => {
  printed = await printFixture('deck.html')
})

/** The tags of a file as text, a line each, without those that stand for nothing. */
async function outlineOf(bytes: Uint8Array, types: RegExp): Promise<string[]> {
  const file = await openTaggedFile(bytes)
  return [...eachTag(file.tags!)].filter(({ type }) => types.test(type)).map((tag) => {
    const alt = readText(tag.dict, 'Alt')
    return `${tag.type} ${alt ? `[${alt}]` : file.drawnText(tag).trim()}`
  })
}

/** What a file draws: every operator of its pages and forms, save those that mark content. */
async function drawingOf(bytes: Uint8Array): Promise<string[][]> {
  const document = await PDFDocument.load(bytes)
  return document.getPages().map((page) => {
    const reader = new ContentReader(readPageStreams(document.context, page.node.Contents()))
    const operations: string[] = []
    while (reader.next()) {
      if (!['BMC', 'BDC', 'EMC'].includes(reader.operator))
        operations.push(Buffer.from(reader.bytes.subarray(reader.start, reader.end)).toString('latin1'))
    }
    return operations
  })
}

describe('repairPdf', () => {
  it('draws the same as before, operator for operator, but for the spaces at which lines end, and for rectangles', async () => {
    const { bytes } = await repairPdf(printed, { title })
    const before = (await drawingOf(printed)).map(withRectangles)
    for (const [i, operations] of (await drawingOf(bytes)).map(withRectangles).entries()) {
      const left = [...before[i]!]
      const added = operations.filter(operation => operation === left[0] ? void left.shift() : true)
      expect(left).toEqual([])
      expect(added.filter(operation => !/^(?:\/F\d+ [\d.]+ Tf|<\w+> Tj)$/.test(operation))).toEqual([])
    }
  })

  it('makes equal bytes of equal input, in every second', async () => {
    const once = await repairPdf(printed, { title })
    const again = await repairPdf(await printFixture('deck.html'), { title })
    expect(Buffer.from(again.bytes).equals(once.bytes)).toBe(true)
    expect(Buffer.from(once.bytes).includes('CreationDate')).toBe(false)
  })

  it('keeps out how the browser numbers things', async () => {
    const [once, again] = await Promise.all((await printTwice('<table><tr><th>a</th></tr><tr><td>b</td></tr></table>')).map(bytes => repairPdf(bytes, { title })))
    expect(Buffer.from(once!.bytes).equals(again!.bytes)).toBe(true)
    expect(await checkPdf(once!.bytes)).toEqual([])
  })

  it('says who wrote it, when, and in which language', async () => {
    const { bytes } = await repairPdf(printed, { title: 'A & B “<C>”', author: 'Ada Löwe', description: 'All of it.', language: 'en-GB', date: new Date('2026-01-02T03:04:05Z') })
    const { title, author, lang } = await readPdf(bytes)
    expect({ title, author, lang }).toEqual({ title: 'A & B “<C>”', author: 'Ada Löwe', lang: 'en-GB' })
    const xmp = Buffer.from(bytes).toString('utf8')
    expect(xmp).toContain('<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A &amp; B “&lt;C&gt;”</rdf:li></rdf:Alt></dc:title>')
    expect(xmp).toContain('<xmp:CreateDate>2026-01-02T03:04:05Z</xmp:CreateDate>')
    expect((await PDFDocument.load(bytes, { updateMetadata: false })).getCreationDate()).toEqual(new Date('2026-01-02T03:04:05Z'))
  })

  it('names the pages, also by step', async () => {
    const labels = ['1', '2', '3', '3.2', '3.3', '4', '5', 'A']
    const { bytes } = await repairPdf(printed, { title, pageLabels: labels })
    expect((await readPdf(bytes)).pages.map(({ label }) => label)).toEqual(labels)
  })

  it('keeps the outline, with the spaces that the browser lost', async () => {
    const { outline } = await readPdf((await repairPdf(printed, { title })).bytes)
    expect((await readPdf(printed)).outline[0]!.title).toBe('How containerswork')
    expect(outline.map(({ title, page }) => `${page} ${title}`)).toEqual(['1 How containers work', '2 Lists & links', '3 Code', '4 Table', '5 Figures', '6 Diagrams', '7 Formulas', '8 Other scripts'])
    expect(outline[2]!.children).toEqual([{ title: 'In the shell', page: 3, children: [] }])
  })

  it('takes other bookmarks in its place', async () => {
    const { bytes } = await repairPdf(printed, { title, bookmarks: [{ title: 'Ähm', page: 1 }, { title: 'Part', page: 3 }, { title: 'Inner', page: 4, level: 2 }, { title: 'End', page: 8 }] })
    expect((await readPdf(bytes)).outline).toEqual([
      { title: 'Ähm', page: 1, children: [] },
      { title: 'Part', page: 3, children: [{ title: 'Inner', page: 4, children: [] }] },
      { title: 'End', page: 8, children: [] },
    ])
  })

  it('puts speaker notes on their pages, after the slide', async () => {
    const { bytes } = await repairPdf(printed, { title, notes: ['Say “hello” (loudly).\nWait.', undefined, '  ', 'Käse'] })
    const { pages } = await readPdf(bytes)
    expect(pages.map(({ annotations }) => annotations.filter(({ kind }) => kind === 'Text').map(({ contents }) => contents))).toEqual([['Say “hello” (loudly).\nWait.'], [], [], ['Käse'], [], [], [], []])
    const order = (await outlineOf(bytes, /^(?:H[12]|Annot)$/)).slice(0, 6)
    expect(order).toEqual(['H1 How containers work', 'Annot ', 'H2 Lists & links', 'H2 Code', 'H2 Table', 'Annot '])
    expect(await checkPdf(bytes)).toEqual([])
  })

  it('makes a corner of a page a link', async () => {
    const place = [60, 30] as const
    const { bytes } = await repairPdf(printed, { title, pageLinks: [{ url: 'https://example.org/#start', text: 'Page 1 on the web', place }, undefined] })
    const [first, second] = (await readPdf(bytes)).pages
    expect(first!.annotations.at(-1)).toMatchObject({ kind: 'Link', contents: 'Page 1 on the web', url: 'https://example.org/#start' })
    expect(JSON.stringify(second)).not.toContain('on the web')
    expect(await checkPdf(bytes)).toEqual([])
  })

  it('describes figures by what is in them, and warns of those that nobody can hear', async () => {
    const { bytes, warnings } = await repairPdf(printed, { title })
    expect(await outlineOf(bytes, /^(?:Figure|Caption)$/)).toEqual([
      'Figure [our logo]',
      'Figure [A box in a box]',
      'Caption Boxes nest.',
      'Figure [Green disc]',
      'Caption The captioned words',
      'Figure [Named by the author]',
      'Figure [Client talks to daemon, daemon to registry]',
      'Figure [E equals m c squared]',
      'Figure [the sum from k equals 1 to n of k equals n times n plus 1, over 2]',
    ])
    expect(warnings).toEqual([
      { page: 5, kind: 'figure', message: 'The figure "Only words in here" has no description, so its words are read one by one.' },
      { page: 6, kind: 'hidden', message: 'The text "New" is drawn but hidden from screen readers.' },
    ])
  })

  it('gives a drawing its caption', async () => {
    const { bytes, warnings } = await repairPdf(await printHtml('<h1>A</h1><figure><svg width="9" height="9"><rect width="9" height="9"/></svg><figcaption>A field</figcaption></figure><img width="9" height="9" src="data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\'%3E%3Crect width=\'9\' height=\'9\'/%3E%3C/svg%3E">'), { title })
    expect(await outlineOf(bytes, /^Figure$/)).toEqual(['Figure [A field]'])
    expect(warnings).toEqual([{ page: 1, kind: 'figure', message: 'A picture has no description, so nobody hears of it.' }])
  })

  it('gives every link its words', async () => {
    const { bytes } = await repairPdf(printed, { title })
    const links = (await readPdf(bytes)).pages.flatMap(({ annotations }) => annotations).map(({ contents, url, page }) => `${contents} → ${url ?? page}`)
    expect([...new Set(links)]).toEqual(['the code → 3', 'the long documents → https://example.org/docs?a=1&b=2', 'our logo → https://example.org/logo', 'link → https://example.org/faded'])
  })

  it('puts the words of an item in its body, and lists into one another', async () => {
    const { bytes } = await repairPdf(printed, { title })
    expect((await outlineOf(bytes, /^(?:L|LI|Lbl|LBody)$/)).slice(0, 8)).toMatchInlineSnapshot(`
      [
        "L Namespaces hide processes of other boxes networks from each other Control groups limit A paragraph in an item 1. first 2. second",
        "LI Namespaces hide processes of other boxes networks from each other",
        "Lbl ",
        "LBody Namespaces hide processes of other boxes networks from each other",
        "L processes of other boxes networks",
        "LI processes of other boxes",
        "Lbl ",
        "LBody processes of other boxes",
      ]
    `)
  })

  it('closes up heading levels and keeps siblings', async () => {
    const { bytes } = await repairPdf(await printHtml('<h2>a</h2><h4>b</h4><h4>c</h4><h6>d</h6><h2>e</h2><h1>f</h1><h2>g</h2><h5>h</h5>'), { title })
    expect(await outlineOf(bytes, /^H\d$/)).toEqual(['H1 a', 'H2 b', 'H2 c', 'H3 d', 'H1 e', 'H1 f', 'H2 g', 'H3 h'])
  })

  it('copes with what authors write by hand', async () => {
    const { bytes } = await repairPdf(await printFixture('zoo.html'), { title })
    expect(await checkPdf(bytes)).toEqual([
      { rule: 'letter', page: 2, element: expect.any(String), message: expect.any(String) },
      { rule: 'missing-letter', page: 2, element: expect.any(String), message: expect.stringContaining('is in no font') },
    ])
  })

  it('is smaller than what was printed', async () => {
    expect((await repairPdf(printed, { title })).bytes.length).toBeLessThan(printed.length)
  })

  it('refuses a file without tags', async () => {
    const document = await PDFDocument.create()
    document.addPage()
    await expect(repairPdf(await document.save(), { title })).rejects.toThrowErrorMatchingInlineSnapshot(`[PdfError: The PDF has no tags: print it with \`tagged: true\`.]`)
  })
})

/** Operations in which each rectangle stands as two of its corners, whether it was drawn point by point or as one. */
function withRectangles(operations: readonly string[]): string[] {
  const found: string[] = []
  for (let i = 0; i < operations.length; i++) {
    const path = operations.slice(i, i + 6)
    const points = path.slice(0, 5).map(operation => /^(\S+) (\S+) [ml]$/.exec(operation)?.slice(1).map(Number))
    const [x, y, width, height] = /^(.+) re$/.exec(path[0]!)?.[1]!.split(' ').map(Number) ?? []
    if (x !== undefined) {
      found.push(rectangle([[x, y!], [x + width!, y! + height!]]))
    }
    else if (path[5] === 'h' && points.every(point => point) && isRectangle(points as number[][])) {
      found.push(rectangle(points as number[][]))
      i += 5
    }
    else {
      found.push(operations[i]!)
    }
  }
  return found
}

function isRectangle(points: readonly number[][]): boolean {
  const sides = points.slice(1).map(([x, y], i) => [x === points[i]![0], y === points[i]![1]])
  return sides.every(([up, across], i) => up !== across && (i === 0 || up !== sides[i - 1]![0]))
}

function rectangle(points: readonly number[][]): string {
  const [xs, ys] = [0, 1].map(i => points.map(point => point[i]!).sort((a, b) => a - b))
  return [xs!.at(0), ys!.at(0), xs!.at(-1), ys!.at(-1)].map(value => value!.toFixed(4)).join(' ')
}
