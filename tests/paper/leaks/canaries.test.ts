import type { Course, Slide } from '../../../src/course/course.ts'
import { Buffer } from 'node:buffer'
import { deflateSync, gzipSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import { zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { leakFinder } from '../../../src/paper/leaks/find-leaks.ts'
import { printHtml } from '../../pdf-ua/print-fixture.ts'

/** What somebody plants, by the words that must be found, and where in a slide it stands. */
const canaries: Record<string, { content?: string, notes?: string, notesPublic?: boolean }> = {
  'The crimson otter signs the ledger': { notes: 'Hello.\n\n::: private\nThe crimson otter signs the ledger.\n:::' },
  'An amber weasel hides below stairs': { notes: '::: private\n- An amber weasel **hides** below stairs\n:::' },
  'Silver herons never pay their rent': { notes: '::: private\n### [Silver herons never pay their rent](https://a.example)\n:::' },
  'rotate seventeen copper keys nightly': { notes: '::: private\n```sh\nrotate --seventeen copper keys nightly\n```\n:::' },
  'a violet badger counts quiet doors': { notes: '::: private\n| who | what |\n| --- | --- |\n| a violet badger | counts quiet doors |\n:::' },
  'Nobody told the olive ferret anything': { notes: 'Nobody told the *olive* ferret anything.', notesPublic: false },
  'Fourteen teal lobsters vote by mail': { content: ':::question{withheld} Who votes?\nFourteen [teal lobsters](https://b.example) vote by mail.\n:::' },
  'whole ream': { content: ':::question{think=9 withheld} How many?\n- [x] five\n\nA **whole ream** of it.\n:::' },
  'The ochre lynx knows seven songs': { content: '<QuestionAnswer question="What?" withheld>The ochre lynx knows seven songs.</QuestionAnswer>' },
  'Indigo moles prefer a late train': { content: '::::question{withheld} When?\n:::note\nIndigo moles prefer a late train.\n:::\n::::' },
  'remember to dismiss the scarlet goose': { content: '# Title\n\n<!-- remember to dismiss the scarlet goose -->\n\nText' },
}

/** Files that hold a text, each in another way. */
const outputs: Record<string, (text: string, pdf: Uint8Array) => Promise<[name: string, bytes: Uint8Array | string]> | [name: string, bytes: Uint8Array | string]> = {
  'a page': text => ['a/index.html', `<p>${text.replace(' ', ' <b>').replace(/ (?=\w+$)/, '</b>&#32;')}</p>`],
  'an attribute': text => ['a/index.html', `<img alt="${text}">`],
  'a comment of a page': text => ['a/index.html', `<!-- ${text} -->`],
  'a script': text => ['assets/a.js', `const a=\`${Array.from(text, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}\``],
  'a source map': text => ['assets/a.js.map', JSON.stringify({ sourcesContent: [`x\n${text}\ny`] })],
  'the front matter of a deck': text => ['assets/b.js', JSON.stringify({ frontmatter: { todo: text.toUpperCase() } })],
  'captions': text => ['a/a.vtt', `WEBVTT\n\n00:01.000 --> 00:02.000\n${text.replace(' ', '\n')}`],
  'a packed index': text => ['pagefind/a.pf_fragment', gzipSync(JSON.stringify({ content: text }))],
  'an archive': text => ['a.zip', zipSync({ 'b/c.txt': Buffer.from(text), 'd.png': Buffer.from([1, 2]) })],
  'an archive in an archive': text => ['a.zip', zipSync({ 'b.zip': zipSync({ 'c.gz': gzipSync(text) }) })],
  'a page of a PDF': async text => ['a/slides.pdf', await printHtml(`<p>${text}</p>`)],
  'the title of a PDF': (text, pdf) => changed(pdf, document => document.setTitle(text)),
  'an attachment of a PDF': (text, pdf) => changed(pdf, document => document.attach(zipSync({ 'a.md': Buffer.from(text) }), 'a.zip')),
  'a hidden object of a PDF': (text, pdf) => changed(pdf, ({ context }) => context.register(context.obj({ Alt: PDFString.of(text) }))),
  'a stream of a PDF': (text, pdf) => changed(pdf, ({ context }) => {
    const dict = context.obj({ Type: 'Metadata', Filter: PDFName.of('FlateDecode') })
    context.register(PDFRawStream.of(dict, deflateSync(`<x:note>${text}</x:note>`)))
  }),
}

async function changed(pdf: Uint8Array, change: (document: PDFDocument) => unknown): Promise<[string, Uint8Array]> {
  const document = await PDFDocument.load(pdf)
  await change(document)
  return ['a/slides.pdf', await document.save()]
}

function courseWith(slides: Partial<Slide>[], notesPublic = true): Course {
  const whole = slides.map((slide, i) => ({ id: `s${i}`, number: i + 1, title: 'Animals', content: '# Animals', notes: '', frontmatter: {}, file: '/course/slides/01-a.md', line: 5 + i, ...slide }))
  return { title: 'Animals', headmatter: {}, notesPublic, lectures: [{ title: 'Animals', slides: whole }] } as unknown as Course
}

let pdf: Uint8Array
beforeAll(async () => {
  pdf = await printHtml('<p>Hello</p>')
})

describe.each(Object.entries(canaries))('"%s"', (text, { notesPublic, ...slide }) => {
  it.each(Object.entries(outputs))('is found in %s', async (_, plant) => {
    const find = await leakFinder(courseWith([slide], notesPublic))
    const [name, bytes] = await plant(text, pdf)
    const [leak] = await find(name, Buffer.from(bytes))
    expect(leak?.message).toContain(`${name} holds a`)
    expect(text.toLowerCase().split(' ')).toEqual(expect.arrayContaining(/: "(.*)" of slide 1/.exec(leak!.message)![1]!.split(' ').filter(word => !'of it a'.split(' ').includes(word))))
  })
})

/** What stands in public as well, or proves nothing: the slides of a course, and a file of its site. */
const harmless: Record<string, { slides: Partial<Slide>[], notesPublic?: boolean, name?: string, bytes: string }> = {
  'a link of a note whose words stand on another page': {
    slides: [{ notes: 'See [there](other.html#some-section-title-of-five-words), or other.html#some-section-title-of-five-words.' }],
    notesPublic: false,
    bytes: '<h2 id="some-section-title-of-five-words">Some section title of five words</h2>',
  },
  'a title that a note names beside a name of code': {
    slides: [{ notes: '"Waiting in depth": `waiting`' }],
    notesPublic: false,
    bytes: '<h1>Waiting in depth</h1><h2>Waiting for others</h2>',
  },
  'an address that is written out': {
    slides: [{ notes: '<https://docs.example/guide/how-to-install-it-all> and https://docs.example/guide/how-to-install-it-all' }],
    notesPublic: false,
    bytes: '<a href="https://docs.example/guide/how-to-install-it-all">x</a>',
  },
  'words of a note that braces cut on the slide': {
    slides: [{ content: 'You write <span v-pre>{{ name }}</span> where the name belongs.', notes: 'You write {{ name }} where the name belongs.' }],
    notesPublic: false,
    bytes: '<p>You write {{ name }} where the name belongs.</p>',
  },
  'words that a link cuts on another slide': {
    slides: [{ notes: 'Read the manual of your machine first.' }, { content: 'Read the [manual](https://long.example/path) of your machine first.' }],
    notesPublic: false,
    bytes: '<p>Read the manual of your machine first.</p>',
  },
  'an escape that outputs are read without': {
    slides: [{ content: 'The line feed (`\\n`) characters have to be escaped.', notes: 'The line feed characters have to be escaped.' }],
    notesPublic: false,
    bytes: '<img alt="The line feed (\\n) characters have to be escaped.">',
  },
  'titles that a note lists': {
    slides: [{ title: 'Date' }, { title: 'Update date' }, { title: 'Title bytes', notes: 'It is one of `date`, `update date` `title bytes`.' }, { title: 'Permalink' }],
    notesPublic: false,
    bytes: '<ol><li>Date</li><li>Update date</li><li>Title bytes</li></ol>',
  },
  'HTML of a note': {
    slides: [{ notes: '<div class="grid grid-cols-2 gap-4 mt-8"><a href="a-b-c-d-e.html">x</a></div>' }],
    notesPublic: false,
    bytes: '<div class="grid grid-cols-2 gap-4 mt-8"><a href="a-b-c-d-e.html">y</a></div>',
  },
  'a few common words of an answer in a sentence of others': {
    slides: [{ content: ':::question{withheld} With what?\n[Visual Studio Code](https://code.example)\n:::' }],
    bytes: '<p>Some write such files in Visual Studio Code on their machine.</p>',
  },
  'a title that says the answer': {
    slides: [{ content: ':::question{withheld} Which one?\nThe wide spectrum blocker.\n:::' }, { title: 'The wide spectrum blocker' }],
    bytes: '<a href="#2">The wide spectrum blocker</a>',
  },
  'a question about what is withheld': {
    slides: [{ content: ':::question Why is the tax withheld?\nBecause the law of the land demands it.\n:::' }],
    bytes: '<p>Because the law of the land demands it.</p>',
  },
  'the notes of a course that publishes them': {
    slides: [{ notes: 'Everybody may read this sentence here.' }],
    bytes: '<p>Everybody may read this sentence here.</p>',
  },
  'a comment that is a sample of code': {
    slides: [{ content: '# Comments\n\n```html\n<!-- this is how comments are written -->\n```' }],
    bytes: '<code>&lt;!-- this is how comments are written --&gt;</code>',
  },
}

it.each(Object.entries(harmless))('no alarm is given for %s', async (_, { slides, notesPublic, name = 'a/index.html', bytes }) => {
  const find = await leakFinder(courseWith(slides, notesPublic))
  expect(await find(name, Buffer.from(bytes))).toEqual([])
})
