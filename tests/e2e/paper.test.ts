import type { Course, Lecture, Slide } from '../../src/course/course.ts'
import type { PrintLecturesOptions } from '../../src/paper/print-lectures.ts'
import type { InkStroke } from '../../src/shared/ink.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { checkPdf, openTaggedFile, readAccessibleText, readPdf } from '@docent/pdf-ua'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lazyBrowser } from '../../src/browser/launch.ts'
import { loadCourse } from '../../src/check/load-course.ts'
import { toolkitRoot } from '../../src/core/toolkit.ts'
import { notesFor } from '../../src/course/notes.ts'
import { ownLanguages, speak } from '../../src/language/languages.ts'
import { plainText } from '../../src/markdown/plain-text.ts'
import { openDeck } from '../../src/paper/deck/open-deck.ts'
import { serveDecks } from '../../src/paper/deck/serve-decks.ts'
import { layouts } from '../../src/paper/handout/handout-options.ts'
import { handoutFile, readHandout } from '../../src/paper/handout/handout.ts'
import { bookletCourse, printBooklet } from '../../src/paper/handout/print-booklet.ts'
import { formatDay } from '../../src/paper/handout/version.ts'
import { leakFinder } from '../../src/paper/leaks/find-leaks.ts'
import { comparedWords } from '../../src/paper/leaks/words.ts'
import { printLectures } from '../../src/paper/print-lectures.ts'
import { copies } from '../../src/shared/copies.ts'
import { buildDecks } from '../../src/slidev/build-decks.ts'
import { skipVeraPdf, validate } from '../pdf-ua/verapdf.ts'
import { drawPages } from './pdf-pixels.ts'

const browser = lazyBrowser()
const closing: (() => Promise<unknown>)[] = [() => browser.close()]
const origins = { public: '', presenter: '' }
let course: Course
let work: string

beforeAll(async () => {
  work = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-paper-'))
  closing.push(() => fs.rm(work, { recursive: true, force: true }))
  course = await loadCourse(path.join(toolkitRoot, 'tests/fixtures/courses/paper'))
  for (const audience of ['public', 'presenter'] as const) {
    await buildDecks(course, { out: path.join(work, audience), base: './', audience })
    const { origin, close } = await serveDecks(path.join(work, audience))
    origins[audience] = origin
    closing.unshift(close)
  }
})
afterAll(async () => {
  for (const close of closing)
    await close()
})

/** Prints some lectures; the files by `slug/file`. */
async function print(slugs: string[], options: Partial<PrintLecturesOptions>, audience: 'public' | 'presenter' = 'public') {
  const files: Record<string, Uint8Array> = {}
  const printed = await printLectures(browser, {
    course: { ...course, lectures: course.lectures.filter(({ slug }) => slugs.includes(slug)) },
    origin: origins[audience],
    day: new Date('2026-03-01T12:00:00Z'),
    write: async ({ slug }, file, content) => files[`${slug}/${file}`] = content,
    ...options,
  })
  return { files, printed, warnings: printed.flatMap(({ warnings }) => warnings.map(({ message }) => message)) }
}

const lecture = (slug: string): Lecture => course.lectures.find(lecture => lecture.slug === slug)!

/** The words of a file as a screen reader hears them. */
async function heard(pdf: Uint8Array): Promise<string> {
  return comparedWords((await readAccessibleText(pdf)).map(({ text }) => text).join('\n').replace(/[-\u2010\u2011]\n/g, '')).join(' ')
}

/** What veraPDF judges in the end, in one go: the files of all tests, each with the test's name. */
const forVeraPdf: Record<string, Uint8Array> = {}

/** Each text of a PDF file with the size that it is printed in. */
async function textSizes(pdf: Uint8Array): Promise<{ text: string, points: number }[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await task.promise
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, i) => document.getPage(i + 1)))
  const contents = await Promise.all(pages.map(page => page.getTextContent()))
  await task.destroy()
  return contents.flatMap(({ items }) => items).flatMap(item =>
    'str' in item ? [{ text: item.str.trim(), points: item.height }] : [])
}

async function expectPdfUa(files: Record<string, Uint8Array>): Promise<void> {
  for (const [name, pdf] of Object.entries(files)) {
    forVeraPdf[`${expect.getState().currentTestName}: ${name}`] = pdf
    expect([name, await checkPdf(pdf)]).toEqual([name, []])
  }
}

describe('slides.pdf', () => {
  it('has links, bookmarks, labels, title, author and language, and everybody can read it', async () => {
    const { files, warnings } = await print(course.lectures.map(({ slug }) => slug), { slides: {} })
    expect(warnings).toEqual([])
    const pdf = await readPdf(files['plain-words/slides.pdf']!)
    expect([pdf.title, pdf.author, pdf.lang]).toEqual(['Plain words · Paper and Ink', 'Ada Example', 'en'])
    expect(pdf.outline.map(({ title, page }) => `${page} ${title}`)).toEqual(lecture('plain-words').slides.map(({ number, title }) => `${number} ${title}`))
    expect(pdf.pages.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5', '6'])
    // A link that runs over two lines has an area on each.
    const links = new Map(pdf.pages[4]!.annotations.map(({ contents, page, url }) => [contents, page ?? url]))
    expect([...links]).toEqual([
      ['paper waits', 2],
      ['this one', 5],
      ['the printers’ guild', 'https://guild.example/printers?a=1&b=2'],
      ['another lecture', 'https://courses.example/paper/short/'],
      // Its number at the foot.
      ['Slide 5 on the web', `https://courses.example/paper/plain-words/#${lecture('plain-words').slides[4]!.id}`],
    ])
    await expectPdfUa(files)
  })

  it('leads from notes to pages of the same file, else to the web, else says what is meant', async () => {
    const url = 'https://courses.example/paper'
    const leadsTo = async (hosted: Partial<Course>) => {
      const { files } = await print(['short'], { handouts: [readHandout({})], course: { ...course, ...hosted, lectures: [lecture('short')] }, whole: { ...course, ...hosted } })
      const { pages } = await readPdf(files['short/handout-notes.pdf']!)
      const links = pages.flatMap(({ annotations }) => annotations.map(({ contents, page, url }) => [contents, page ?? url]))
      return { links: links.filter(([contents]) => /^(?:the|all) s|picture/.test(String(contents))), text: pages.map(({ text }) => text).join(' ').replace(/\s+/g, ' '), all: JSON.stringify(pages) }
    }
    const hosted = await leadsTo({})
    expect(hosted.links).toEqual([
      ['the start', 1],
      ['the picture', `${url}/all-sorts/#a-picture`],
      ['all sorts', `${url}/all-sorts/`],
      ['the sheets', `${url}/sheets.svg`],
    ])
    // Its code and its number lead to the slide on the lecture's page.
    expect(hosted.all).toContain(`${url}/short/#the-end`)
    const homeless = await leadsTo({ url: undefined })
    expect(homeless.links).toEqual([['the start', 1]])
    expect(homeless.text).toContain('to the picture (A picture) or to all sorts (All sorts of things); the sheets are a file.')
    expect(hosted.all + homeless.all).not.toContain('127.0.0.1')
  })

  it('draws its text with typefaces, of which no letter is a picture', async () => {
    const { files } = await print(['plain-words'], { slides: {}, handouts: [readHandout({})] })
    for (const [name, pdf] of Object.entries(files)) {
      const objects = (await PDFDocument.load(pdf)).context.enumerateIndirectObjects()
      const kinds = objects.flatMap(([, object]) => object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font') ? [String(object.get(PDFName.of('Subtype')))] : [])
      expect([name, [...new Set(kinds)].sort()]).toEqual([name, ['/CIDFontType2', '/Type0']])
    }
  })

  it('has a page for each step, and the notes, where somebody wants them', async () => {
    const { files } = await print(['plain-words'], { slides: { withClicks: true, notes: 'web' } })
    const { pages } = await readPdf(files['plain-words/slides.pdf']!)
    expect(pages.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5', '6', '6.2', '6.3', '6.4'])
    expect(pages.slice(5).map(({ text }) => /Cut the sheet/.test(text))).toEqual([false, false, true, true])
    const notes = pages.map(({ annotations }) => annotations.filter(({ kind }) => kind === 'Text').map(({ contents }) => contents).join())
    expect(notes[5]).toBe('Say each step aloud before the next one is shown.')
    expect(notes[6]).toBe('')
    expect(notes.join()).not.toContain('Ruth')
    await expectPdfUa(files)
  })
})

describe('handouts', () => {
  const names = Object.keys(layouts) as (keyof typeof layouts)[]

  it.each(['a4', 'letter'] as const)('on %s can be read by everybody, and hold every word of the notes', async (paper) => {
    const chosen = paper === 'a4' ? names : ['notes', '4', 'article'] as const
    const handouts = chosen.map(layout => readHandout({ layout, paper, ruling: { '3-lines': 'grid', '6': 'dots' }[layout as string] }))
    const { files } = await print(['plain-words', 'all-sorts'], { handouts })
    expect(Object.keys(files)).toHaveLength(2 * handouts.length)
    for (const [name, pdf] of Object.entries(files)) {
      const { slides, title } = lecture(name.split('/')[0]!)
      const { pages } = await readPdf(pdf)
      const words = await heard(pdf)
      const layout = handouts.find(handout => name.endsWith(handoutFile(handout)))!.layout
      for (const slide of slides) {
        expect(words).toContain(`slide ${slide.number}`)
        expect(words).toContain(comparedWords(slide.title).join(' '))
        if (layouts[layout].notes) {
          for (const paragraph of notesFor(slide.notes, 'student').split('\n\n'))
            missing(words, paragraph)
        }
      }
      for (const [i, { text, size }] of pages.entries()) {
        expect(text).toContain(`${i + 1} of ${pages.length}`)
        expect(text).toContain('Paper and Ink')
        expect(text).toContain(title)
        expect(text).toMatch(/March 1, 2026 · [\da-f]{7}/)
        const short = paper === 'a4' ? 595 : 612
        expect(Math.round(layouts[layout].landscape ? size.height : size.width)).toBeGreaterThanOrEqual(short - 1)
        expect(Math.round(layouts[layout].landscape ? size.height : size.width)).toBeLessThanOrEqual(short + 1)
      }
      // A page that something is too wide for is shrunk by the browser, and its letters with it.
      const sizes = (await openTaggedFile(pdf)).contents.flatMap(({ runs }) => runs).filter(({ text }) => text.startsWith('Slide ')).map(({ size }) => size)
      expect(Math.min(...sizes)).toBeGreaterThan(8.4)
    }
    await expectPdfUa(files)
  })

  it('name the slide on every page over which its notes run, slide first', async () => {
    const { files } = await print(['plain-words'], { handouts: [readHandout({ layout: 'notes' }), readHandout({ layout: '2-notes' })] })
    const pages = (await readPdf(files['plain-words/handout-notes.pdf']!)).pages.filter(({ text }) => text.includes('Plain words · slide 4'))
    expect(pages).toHaveLength(2)
    expect(pages[0]!.text).toContain('The first thing to say')
    expect(pages[1]!.text).toContain('both are sad')
    expect((await readPdf(files['plain-words/handout-2-notes.pdf']!)).pages.filter(({ text }) => text.includes('Plain words · slide 4'))).toHaveLength(2)
    const words = await heard(files['plain-words/handout-notes.pdf']!)
    const order = ['slide 2', 'it needs no battery', 'three reasons', 'journals example', 'slide 3', 'a margin lets'].map(text => words.indexOf(text))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order[0]).toBeGreaterThanOrEqual(0)
  })

  it('show in each copy what it is for', async () => {
    const shown: Record<string, string> = {}
    const links: Record<string, boolean> = {}
    for (const copy of ['student', 'key', 'instructor'] as const) {
      const handout = readHandout({ copy })
      const { files } = await print(['questions', 'plain-words', 'short'], { handouts: [handout] }, copies[copy].audience)
      shown[copy] = (await Promise.all(Object.values(files).map(heard))).join(' ')
      const pages = (await Promise.all(Object.values(files).map(readPdf))).flatMap(({ pages }) => pages)
      links[copy] = pages.some(({ text, annotations }) => (text + JSON.stringify(annotations)).includes('fibres.example'))
      if (copy === 'student') {
        const leaks = await leakFinder(course)
        for (const [name, pdf] of Object.entries(files))
          expect(await leaks(name, pdf)).toEqual([])
      }
    }
    const copiesWith = (text: string) => Object.keys(shown).filter(copy => shown[copy]!.includes(text))
    expect(copiesWith('five hundred sheets make one ream')).toEqual(['key', 'instructor'])
    expect(copiesWith('because the fibres lie along')).toEqual(['key', 'instructor'])
    expect(copiesWith('it keeps the text away from the thumbs')).toEqual(['key', 'instructor'])
    // What links to where an answer is from says it as well.
    expect(links).toEqual({ student: false, key: true, instructor: true })
    expect(copiesWith('ask ruth in the second row')).toEqual(['instructor'])
    expect(copiesWith('collect the keys')).toEqual(['instructor'])
    expect(copiesWith('about 0 5 min')).toEqual(['instructor'])
    expect(copiesWith('your answer')).toEqual(['student'])
    expect(copiesWith('which of these sheets is the taller one')).toEqual(['student', 'key', 'instructor'])
  })

  it('print dark slides light and gray where ink is to be saved', async () => {
    const { files } = await print(['all-sorts'], { handouts: [readHandout({ layout: '6', ink: 'gray' })] })
    const drawn = (await openTaggedFile(files['all-sorts/handout-6-gray.pdf']!)).contents.flatMap(({ runs }) => runs).map(({ text }) => text).join(' ')
    expect(drawn).toContain('A dark one')
    await expectPdfUa(files)
  })

  it('put two short slides on a sheet, with room to write below each that students write on', async () => {
    const { files } = await print(['plain-words', 'questions'], { handouts: [readHandout({}), readHandout({ layout: '9' }), readHandout({ layout: '6' })] })
    const { pages } = await readPdf(files['questions/handout-notes.pdf']!)
    expect(pages.map(({ text }) => text.match(/Slide \d/g))).toEqual([['Slide 1', 'Slide 2'], ['Slide 3', 'Slide 4']])
    expect(pages[1]!.text).toContain('Questions · slides 3 and 4')
    // A long note keeps its slide alone.
    expect((await readPdf(files['plain-words/handout-notes.pdf']!)).pages.map(({ text }) => text.match(/Slide \d/g)?.length)).toEqual([2, 1, 1, undefined, 2])
    // Six slides a page are no smaller than nine.
    const sizes = await Promise.all(['6', '9'].map(async (layout) => {
      const { contents } = await openTaggedFile(files[`plain-words/handout-${layout}.pdf`]!)
      return contents[0]!.runs.find(({ text }) => text.startsWith('Paper waits'))!.size
    }))
    expect(sizes[0]).toBeGreaterThanOrEqual(sizes[1]!)
  })

  it('of who teaches say so on each page, in words and in the title, and have no lines to write on', async () => {
    for (const [copy, label] of [['key', 'Answer key'], ['instructor', 'Instructor’s copy']] as const) {
      const { files } = await print(['questions'], { handouts: [readHandout({ copy, layout: '3-lines' })] }, 'presenter')
      const { title, pages } = await readPdf(Object.values(files)[0]!)
      expect(title).toBe(`${label} · Questions · Paper and Ink`)
      for (const { text } of pages)
        expect(text.split(label)).toHaveLength(3)
    }
  })

  it('print plain slides without fills, but for those of pictures', async () => {
    const { files } = await print(['all-sorts'], { handouts: [readHandout({ layout: '6', ink: 'plain' }), readHandout({ layout: '6' })] })
    const colored = async (file: string) => (await drawPages(files[`all-sorts/${file}`]!)).map(page => page.colored)
    const [plain, color] = await Promise.all([colored('handout-6-plain.pdf'), colored('handout-6.pdf')])
    expect(plain.reduce((a, b) => a + b)).toBeLessThan(color.reduce((a, b) => a + b) / 2)
  })

  it('hold what was drawn in a talk as pictures with words, in slides too, and everybody can read them', async () => {
    const strokes: InkStroke[] = [{ id: 'one', click: 0, tool: 'pen', color: 'red', width: 40, points: [1000, 1000, 50, 4000, 2000, 50, 8000, 3000, 50] }]
    const ink = () => ({ day: 'May 4, 2026', pages: [{ slide: 'the-end', board: 0, strokes }, { slide: 'the-end', board: 1, strokes }] })
    const { files } = await print(['short'], { slides: { ink }, ink, handouts: [readHandout({})] })
    for (const pdf of Object.values(files)) {
      const figures = (await readAccessibleText(pdf)).flatMap(({ figures }) => figures).filter(figure => !figure.endsWith('on the web'))
      expect(figures).toEqual(Array.from({ length: 2 }).fill('Drawn by hand in the talk of May 4, 2026: 1 line'))
    }
    expect((await readPdf(files['short/slides.pdf']!)).pages.map(({ label }) => label)).toEqual(['1', '2', '2+1'])
    await expectPdfUa(files)
  })

  // The typefaces of this course have no letters of other scripts.
  it.each(ownLanguages.filter(name => !['zh', 'ja', 'ar'].includes(name)))('say at the end of the copy for instructors what became of a talk, so that everybody can read it (%s)', async (language) => {
    const [{ slides: [first, second] }, say] = [lecture('short'), speak(language, 'talkReport')] as const
    const row = (slide: Slide, seconds: number) => ({ number: slide.number, id: slide.id, title: slide.title, seconds, planned: 120, lost: seconds ? 3 : 0, marks: 0 })
    const vote = { slide: first!.id, title: 'Does paper wait?', kind: 'one' as const, rounds: [{ voters: 4, rows: [{ label: 'It does', count: 3, right: true }, { label: 'No', count: 1, right: false }] }] }
    const report = {
      started: '2026-05-04T09:15:00Z',
      seconds: 241,
      planned: 240,
      slides: [row(first!, 241), row(second!, 0)],
      sections: [{ title: 'One', seconds: 241, planned: 120 }, { title: 'Two', seconds: 0, planned: 120 }],
      questions: [{ slide: first!.id, text: 'Why <b>?', voters: 2, state: 'answered' }],
      votes: [vote],
    }
    const options = { course: { ...course, language, lectures: [lecture('short')] }, reportOf: () => report }
    const { files } = await print(['short'], { ...options, handouts: [readHandout({ copy: 'instructor' }), readHandout({ copy: 'key', layout: '6' })] }, 'presenter')
    const pages = await readAccessibleText(files['short/handout-notes-instructor.pdf']!)
    const told = pages.at(-1)!.text.replace(/\s+/g, ' ')
    for (const text of [say('title', { day: formatDay(new Date('2026-05-04'), language) }), say('took', { time: '4:01', planned: '4:00' }), `1. ${first!.title}`, '+2:01', 'Why <b>?', 'Does paper wait?', 'A It does', speak(language, 'votes')('figure', { share: 75, count: 3 })])
      expect(told).toContain(text.replace(/\s+/g, ' '))
    expect(await heard(files['short/handout-6-key.pdf']!)).not.toContain('Does paper wait')
    await expectPdfUa(files)
  })

  it('print a slide larger whose text would be too small to read', async () => {
    const { files, warnings } = await print(['all-sorts'], { handouts: [readHandout({ layout: '9' })] })
    expect(warnings).toEqual([])
    const texts = await textSizes(files['all-sorts/handout-9.pdf']!)
    const letters = (list: typeof texts) => list.reduce((sum, { text }) => sum + text.length, 0)
    expect(letters(texts.filter(({ points }) => points < 5.9))).toBeLessThan(letters(texts) / 5)
  })
})

describe('a booklet', () => {
  it('has every lecture, and a table of contents that is right', async () => {
    await buildDecks(bookletCourse(course), { out: path.join(work, 'booklet'), base: './', audience: 'public' })
    const { origin, close } = await serveDecks(path.join(work, 'booklet'))
    closing.unshift(close)
    const { pdf } = await printBooklet(browser, { course, handout: readHandout({}), origin })
    const { pages, outline, title } = await readPdf(pdf)
    expect(title).toBe('Paper and Ink')
    expect(outline.map(({ title }) => title)).toEqual(course.lectures.map(({ title }) => title))
    expect(outline[0]!.children.map(({ title }) => title)).toEqual(lecture('plain-words').slides.slice(1).map(({ title }) => title))
    const lines = pages[0]!.text.split('\n')
    for (const { title, page } of outline) {
      expect(pages[page! - 1]!.text).toMatch(new RegExp(`${title} · slides? 1\\b`))
      expect(lines.join(' ')).toMatch(new RegExp(`${title} \\d+ slides ${page}(?!\\d)`))
    }
    expect(pages[0]!.annotations.map(({ page }) => page)).toEqual(outline.map(({ page }) => page))
    await expectPdfUa({ 'booklet-notes.pdf': pdf })
  })
})

describe('all that was printed', () => {
  it.skipIf(skipVeraPdf)('passes veraPDF', { timeout: 180_000 }, async () => {
    const results = Object.entries(await validate(forVeraPdf))
    expect(results).toHaveLength(Object.keys(forVeraPdf).length)
    for (const [name, { rules, failures }] of results)
      expect([name, rules, failures]).toEqual([name, 106, []])
  })
})

describe('a lecture that cannot be rendered', () => {
  it('is named, with the slide and what was missing', async () => {
    const context = await (await browser.get()).newContext()
    const short = lecture('short')
    const longer = { ...short, slides: [...short.slides, { ...short.slides[1]!, number: 3, title: 'One more' }] }
    const open = (lecture: Lecture) => openDeck(context, lecture, { url: `${origins.public}/short/deck/`, withClicks: false, dark: false, patience: 1000 })
    await expect(open(longer)).rejects.toThrow('The lecture "A short one" cannot be printed: slide 3 ("One more") did not appear.')
    await context.route('**/*.woff2*', route => route.abort())
    await expect(open(short)).rejects.toThrow(/The lecture "A short one" cannot be printed: the font .* did not load/)
    await context.close()
  })
})

describe('pictures', () => {
  it.each([[false, 'png', 1], [true, 'webp', 2]] as const)('show each slide (dark: %s, %s, %i pixels for each of its own)', async (dark, format, scale) => {
    const { files } = await print(['short'], { dark, pictures: { format, scale } })
    const names = [`short/01-a-short-one.${format}`, `short/02-the-end.${format}`]
    expect(Object.keys(files).sort()).toEqual(names)
    const { width, height } = await sharp(files[names[1]!]).metadata()
    expect([width, height]).toEqual([980 * scale, 552 * scale])
    const { mean } = (await sharp(files[names[1]!]).stats()).channels[0]!
    expect(dark ? 255 - mean : mean).toBeGreaterThan(195)
  })

  it('and one for links is as large as their hosts want it', async () => {
    const { files } = await print(['short'], { frozen: true })
    const { width, height } = await sharp(files['short/og.png']).metadata()
    expect([width, height]).toEqual([1200, 630])
  })
})

/** Fails with the words of a paragraph that are not heard. */
function missing(words: string, markdown: string): void {
  const heard = new Set(words.split(' '))
  const compact = words.replaceAll(' ', '')
  // A formula is heard in words.
  const wanted = comparedWords(plainText(markdown.replace(/\$[^$]+\$/g, ' ')))
  expect(wanted.filter(word => !heard.has(word) && !compact.includes(word))).toEqual([])
}
