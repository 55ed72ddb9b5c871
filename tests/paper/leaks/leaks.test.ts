import type { Course, Slide } from '../../../src/course/course.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatProblem } from '../../../src/core/errors.ts'
import { findLeaks } from '../../../src/paper/leaks/find-leaks.ts'
import { printHtml } from '../../pdf-ua/print-fixture.ts'

const content = `# Questions

:::question Why does it bend?
Because the fibres lie along the grain.
:::

:::question{think=20 withheld} How many sheets?
- [ ] four hundred sheets
- [x] five hundred sheets

Exactly five hundred make a **whole ream** of paper.
:::

<QuestionAnswer question="And by hand?" withheld>

A hundred pages before lunch.

</QuestionAnswer>`
const notes = `Say hello to everybody.

::: private
Ask Ruth about her “blue notebook”.
:::

::: answer
It is the direction of the pulp.
:::`

const slide = { id: 'q', number: 1, title: 'Questions', content, notes, frontmatter: {}, file: '/course/slides/01-q.md', line: 5 } as unknown as Slide
const course = { title: 'Paper', notesPublic: true, lectures: [{ title: 'Questions', slides: [slide] }] } as unknown as Course

let root: string
beforeAll(async () => {
  root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-leaks-'))
})
afterAll(() => fs.rm(root, { recursive: true }))

/** What is found in a site of one file. */
async function leaksOf(name: string, bytes: string | Uint8Array, of = course): Promise<string[]> {
  const folder = await fs.mkdtemp(path.join(root, 'site-'))
  await fs.mkdir(path.join(folder, path.dirname(name)), { recursive: true })
  await fs.writeFile(path.join(folder, name), bytes)
  return (await findLeaks(of, folder)).map(problem => formatProblem({ ...problem, hint: undefined }, '/course'))
}

async function pdfWith(text: string, change?: (pdf: PDFDocument) => Promise<unknown> | void): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(await printHtml(`<p>${text}</p>`))
  await change?.(pdf)
  return pdf.save()
}

describe('the proof against leaks', () => {
  it('lets pass what everybody may read', async () => {
    expect(await leaksOf('q/index.html', '<h1>Questions</h1><p>Why does it bend? <em>Because the fibres lie along the grain.</em> Say hello to everybody. five hundred sheets. It is the direction of the pulp.</p>')).toEqual([])
    expect(await leaksOf('q/handout-notes.pdf', await pdfWith('Say hello to everybody. Your answer'))).toEqual([])
  })

  it('finds private notes and withheld answers in pages, scripts and source maps', async () => {
    expect(await leaksOf('q/index.html', '<p>Ask <b>Ruth</b> about her &ldquo;blue&#32;notebook&rdquo;.</p>')).toEqual([
      'slides/01-q.md:5: q/index.html holds a private note: "ask ruth about her blue notebook" of slide 1 ("Questions").',
    ])
    expect(await leaksOf('assets/a.js', 'x("Exactly five hundred make a "),x("\\u0041\\u0020hundred pages before\\nlunch.")')).toEqual([
      'slides/01-q.md:5: assets/a.js holds a withheld answer: "exactly five hundred make a" of slide 1 ("Questions").',
      'slides/01-q.md:5: assets/a.js holds a withheld answer: "a hundred pages before lunch" of slide 1 ("Questions").',
    ])
    expect(await leaksOf('assets/a.js.map', JSON.stringify({ sourcesContent: [notes] }))).toHaveLength(1)
  })

  it('finds them in the packed index of the search', async () => {
    expect(await leaksOf('pagefind/fragment/en_1.pf_fragment', gzipSync('{"content":"whole ream"}'))).toEqual([
      'slides/01-q.md:5: pagefind/fragment/en_1.pf_fragment holds a withheld answer: "whole ream" of slide 1 ("Questions").',
    ])
  })

  it('finds them in the pages, notes and attachments of a PDF', async () => {
    expect(await leaksOf('q/slides.pdf', await pdfWith('A hundred pages before lunch'))).toEqual([
      'slides/01-q.md:5: q/slides.pdf holds a withheld answer, in page 1: "a hundred pages before lunch" of slide 1 ("Questions").',
    ])
    expect(await leaksOf('q/slides.pdf', await pdfWith('x', async pdf => pdf.attach(new TextEncoder().encode(notes), 'notes.md')))).toEqual([
      'slides/01-q.md:5: q/slides.pdf holds a private note, in the attachment notes.md: "ask ruth about her blue notebook" of slide 1 ("Questions").',
    ])
    expect(await leaksOf('q/slides.pdf', await pdfWith('x', (pdf) => {
      const note = pdf.context.register(pdf.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 1, 1], Contents: PDFString.of('Ask Ruth about her blue notebook') }))
      pdf.getPage(0).node.set(PDFName.of('Annots'), pdf.context.obj([note]))
    }))).toEqual([
      'slides/01-q.md:5: q/slides.pdf holds a private note, in a note on page 1: "ask ruth about her blue notebook" of slide 1 ("Questions").',
    ])
  })

  it('finds open answers in handouts, and only there', async () => {
    const answers = await pdfWith('Because the fibres lie along the grain. It is the direction of the pulp.')
    expect(await leaksOf('q/slides.pdf', answers)).toEqual([])
    expect(await leaksOf('q/handout-3-lines.pdf', answers)).toEqual([
      'slides/01-q.md:5: q/handout-3-lines.pdf holds the answer to a question, in page 1: "because the fibres lie along the grain" of slide 1 ("Questions").',
      'slides/01-q.md:5: q/handout-3-lines.pdf holds the answer to a question, in page 1: "it is the direction of the pulp" of slide 1 ("Questions").',
    ])
  })

  it('does not take a few words of a note beside a name in a script for the note', async () => {
    const prose = { ...slide, notes: 'You would log in and simply run a `docker run` there.' } as Slide
    const of = { ...course, notesPublic: false, lectures: [{ title: 'Questions', slides: [prose] }] } as unknown as Course
    expect(await leaksOf('assets/deck.js', 'const b=["simply run ",a,-1]', of)).toEqual([])
    expect(await leaksOf('q/index.html', '<p>You would log in and simply run a</p>', of)).toHaveLength(1)
  })

  it('does not take what stands above and below code for a note that says both in one sentence', async () => {
    const shown = '# The file holds the lengths sorted from least to greatest\n\n```bash\nhead -n 1 lengths\n```\n\nThe output must be the shortest file'
    const told = 'Since the file holds the lengths sorted from least to greatest, the output must be the shortest file.'
    const one = { ...slide, content: shown, notes: told } as Slide
    const quiet = { ...course, notesPublic: false, lectures: [{ title: 'Questions', slides: [one] }] } as unknown as Course
    const title = 'The file holds the lengths sorted from least to greatest'
    expect(await leaksOf('x/slides.pdf', await pdfWith(`${title} The output must be the shortest file`), quiet)).toEqual([])
    expect(await leaksOf('x/slides.pdf', await pdfWith(told), quiet)).not.toEqual([])
  })

  it('finds every note of a course whose notes are not public', async () => {
    expect(await leaksOf('q/index.html', 'Say hello to everybody', { ...course, notesPublic: false })).toEqual([
      'slides/01-q.md:5: q/index.html holds a speaker note, and the course\'s notes are not public: "say hello to everybody" of slide 1 ("Questions").',
    ])
  })
})
