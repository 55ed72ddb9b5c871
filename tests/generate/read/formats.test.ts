import type { Nodes } from 'mdast'
import { Buffer } from 'node:buffer'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { UserError } from '../../../src/core/errors.ts'
import { openDocument } from '../../../src/generate/read/read-document.ts'
import { readSources } from '../../../src/generate/read/read-folder.ts'

const fixtures = path.resolve('tests/fixtures/generate/read/other')
const hasPandoc = spawnSync('pandoc', ['--sandbox', '--version']).status === 0
let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'docent-formats-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
  vi.unstubAllEnvs()
})

const open = (name: string) => openDocument({ file: path.join(fixtures, name), bytes: readFileSync(path.join(fixtures, name)) })

/** The tree in short: a line for each block, and the texts of those that have no others. */
function outline(node: Nodes, depth = 0): string[] {
  const { type, lang, kind, title, value, url, alt, meta, identifier } = node as unknown as Record<string, string>
  const own = [type, lang, kind, title, meta, url, alt, identifier, value].filter(Boolean).join(' | ').replaceAll('\n', '⏎')
  const children: readonly Nodes[] = 'children' in node ? node.children : []
  return [...depth ? [`${'  '.repeat(depth - 1)}${own}`] : [], ...children.flatMap(child => outline(child, depth + 1))]
}

async function problem(name: string, bytes: Uint8Array | string): Promise<string> {
  const error = await openDocument({ file: `/docs/${name}`, bytes: Buffer.from(bytes) }).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(UserError)
  const [{ message, hint }] = (error as UserError).problems as [{ message: string, hint?: string }]
  return `${message} ${hint}`
}

it('reads AsciiDoc with its admonitions, code, tables, footnotes, formulas and questions', async () => {
  const { format, title, root } = await open('guide.adoc')
  expect({ format, title }).toEqual({ format: 'asciidoc', title: 'A guide' })
  expect(outline(root).join('\n')).toMatchSnapshot()
})

it('reads a notebook with code in its language, outputs as text and pictures, and says what its author hides', async () => {
  const { format, title, root, media, places, omitted, text } = await open('guide.ipynb')
  expect({ format, title, media: [...media!.keys()] }).toEqual({ format: 'notebook', title: 'A guide', media: ['cell-1-dot.png', 'cell-2-output-2.png'] })
  expect(outline(root).join('\n')).toMatchSnapshot()
  expect(places![text.split('\n').indexOf('raw text')]).toBe('cell 5')
  expect(omitted).toContainEqual({ lines: [28, 28], what: 'cell 4: secret()', why: 'a cell that its author hides' })
})

it.skipIf(!hasPandoc)('reads reStructuredText with what Sphinx adds to it', async () => {
  const { format, title, root, omitted } = await open('guide.rst')
  expect({ format, title }).toEqual({ format: 'rst', title: 'A guide' })
  expect(outline(root).join('\n')).toMatchSnapshot()
  expect(omitted.map(({ what, why }) => `${what}: ${why}`)).toEqual(['other: a list of pages'])
})

describe('without pandoc', () => {
  beforeEach(() => vi.stubEnv('PATH', folder))

  it('says what reStructuredText needs', async () => {
    expect(await problem('a.rst', 'Title\n=====\n')).toMatchInlineSnapshot(`"This is reStructuredText, which only pandoc 2.15 or later reads. Install pandoc (https://pandoc.org/installing.html), or save the document as HTML or Markdown."`)
    expect(await problem('-', 'Title\n=====\n\n.. note:: x\n\n.. code-block:: c\n\n   x\n')).toContain('This is reStructuredText')
  })

  it.each(['document', 'document2'])('reads a Word document, in %s.xml', async (part) => {
    const document = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>A guide</w:t></w:r></w:p><w:p><w:r><w:t>A first </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>line</w:t></w:r></w:p></w:body></w:document>'
    const styles = '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>'
    const bytes = zipSync({
      '[Content_Types].xml': strToU8(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`),
      '_rels/.rels': strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/${part}.xml"/></Relationships>`),
      [`word/${part}.xml`]: strToU8(document),
      'word/styles.xml': strToU8(styles),
    })
    const { format, title, root } = await openDocument({ file: '/docs/a.docx', bytes })
    expect({ format, title, outline: outline(root) }).toEqual({
      format: 'docx',
      title: 'A guide',
      outline: ['heading', '  text | A guide', 'paragraph', '  text | A first ', '  strong', '    text | line'],
    })
    expect(await problem('b.docx', 'no zip')).toContain('This is no Word document that can be read')
  })

  it('takes the pandoc that is on the path, and gives it no other file', async () => {
    const program = path.join(folder, 'pandoc')
    writeFileSync(program, `#!${process.execPath}\nif (process.argv[2] !== '--sandbox') process.exit(1)\nif (process.argv.includes('--version')) process.exit(0)\nconst args = process.argv.slice(2).filter(arg => arg.startsWith('--from')).join(' ')\nprocess.stdin.on('data', data => console.log('<h1>' + args + '</h1><p>' + data + '</p>'))\n`)
    chmodSync(program, 0o755)
    vi.stubEnv('PATH', `${folder}:/nowhere`)
    const { root } = await openDocument({ file: '/docs/a.org', bytes: Buffer.from('text of it') })
    expect(outline(root)).toEqual(['heading', '  text | --from=org', 'paragraph', '  text | text of it'])
  })
})

it('says of other files what they are, and what to do', async () => {
  const all = [
    await problem('a.pdf', '%PDF-1.7'),
    await problem('a.md', '%PDF-1.7'),
    await problem('a.pptx', 'PK\x03\x04 ppt/presentation.xml'),
    await problem('a.key', 'PK\x03\x04'),
    await problem('a.doc', Buffer.from([0xD0, 0xCF, 0x11, 0xE0])),
    await problem('a.png', Buffer.from([0x89, 0x50, 0x4E, 0x47])),
    await problem('a.zip', 'PK\x03\x04'),
    await problem('a.ipynb', '{"cells": 1}'),
  ]
  expect(all.join('\n')).toMatchSnapshot()
})

it('knows other formats by their text, where a name does not tell', async () => {
  const formatOf = async (text: string) => (await openDocument({ file: '-', bytes: Buffer.from(text) })).format
  expect(await formatOf('= Title\n\n== Part\n\nText.\n')).toBe('asciidoc')
  expect(await formatOf('{"cells": [{"cell_type": "markdown", "source": "# A"}], "nbformat": 4}')).toBe('notebook')
  expect(await formatOf('# Title\n\nSee `.. note::` and ``x``.\n\nTitle\n=====\n')).toBe('markdown')
})

it('leaves out what most pages of a site repeat, and tells it', async () => {
  const page = (n: number) => `<html><body><nav><ul><li><a href="1.html">First page of all</a></li><li><a href="2.html">Second page of all</a></li></ul></nav><main><h1>Page ${n}</h1><p>The text of page ${n} is its own.</p><div class="box"><p>Only page ${n} has this box.</p></div></main><div>Written by the Example Company in 2026.</div></body></html>`
  for (let n = 1; n <= 6; n++)
    writeFileSync(path.join(folder, `${n}.html`), page(n))
  const { documents } = await readSources(folder)
  const shown = documents.map(({ root }) => outline(root).join(' '))
  expect(shown[2]).toBe('heading   text | Page 3 paragraph   text | The text of page 3 is its own. paragraph   text | Only page 3 has this box.')
  expect(documents[2]!.omitted.map(({ what, why }) => `${what.replace(/\s+/g, ' ').trim()}: ${why}`)).toContain('Written by the Example Company in 2026.: most pages of the site repeat it')
})
