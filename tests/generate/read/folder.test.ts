import { Buffer } from 'node:buffer'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { readSources } from '../../../src/generate/read/read-folder.ts'

const folders: string[] = []
afterEach(() => folders.splice(0).forEach(folder => rmSync(folder, { recursive: true })))

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'docent-read-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  return folder
}

const order = async (folder: string) => (await readSources(folder)).documents.map(({ path, title }) => `${path}: ${title}`)

it.each<[string, Record<string, string>, string[]]>([
  ['names as people order them, index pages first', { '10-last.md': '# Ten', '2-second.md': '# Two', 'README.md': '# Start', 'part/01-a.md': 'a' }, ['README.md: Start', '2-second.md: Two', '10-last.md: Ten', 'part/01-a.md: A']],
  ['the list of an mdBook', { 'src/SUMMARY.md': '# Summary\n\n- [Second](b.md)\n  - [First](x/a.md)\n- [Away](https://example.org/c.md)', 'src/b.md': 'text', 'src/x/a.md': '# Own title' }, ['src/b.md: Second', 'src/x/a.md: Own title']],
  ['the navigation of MkDocs', { 'mkdocs.yml': 'site_name: Site\nextra: !!python/name:x.y\nnav:\n  - Home: index.md\n  - Part:\n      - z.md\n      - Deep: a.md', 'docs/index.md': 'home', 'docs/a.md': 'a', 'docs/z.md': '# Z' }, ['docs/index.md: Home', 'docs/z.md: Z', 'docs/a.md: Deep']],
  ['the episodes of a Carpentries lesson', { 'config.yaml': 'title: Lesson\nepisodes:\n- two.md\n- one.md\n', 'episodes/one.md': '---\ntitle: One\n---\na', 'episodes/two.md': '---\ntitle: Two\n---\nb' }, ['episodes/two.md: Two', 'episodes/one.md: One']],
  ['the places of Docusaurus', { 'a/_category_.json': '{"position": 2}', 'a/x.md': '---\nsidebar_position: 2\n---\n# X', 'a/y.md': '---\nsidebar_position: 1\n---\n# Y', 'b/_category_.json': '{"position": 1}', 'b/z.md': '# Z' }, ['b/z.md: Z', 'a/y.md: Y', 'a/x.md: X']],
  ['the weights of Hugo', { 'a.md': '+++\ntitle = "A"\nweight = 20\n+++\na', 'b.md': '+++\ntitle = "B"\nweight = 10\n+++\nb', '_index.md': '# Start' }, ['_index.md: Start', 'b.md: B', 'a.md: A']],
])('orders a folder by %s', async (_, files, expected) => {
  expect(await order(folderOf(files))).toEqual(expected)
})

it('says which files it omits, and goes round a loop of links once', async () => {
  const folder = folderOf({ 'a.md': '# A', 'empty.md': '', 'photo.png': 'x', 'LICENSE.md': 'x', 'node_modules/x/README.md': 'x', 'part/b.txt': 'One line' })
  symlinkSync(folder, path.join(folder, 'part', 'loop'))
  symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'gone.md'))
  symlinkSync('itself.md', path.join(folder, 'itself.md'))
  const { documents, omitted } = await readSources(folder)
  expect(documents.map(({ path }) => path)).toEqual(['a.md', 'part/b.txt'])
  expect(Object.fromEntries(omitted.map(({ path, why }) => [path, why]))).toMatchInlineSnapshot(`
    {
      "LICENSE.md": "about the project, not of the course",
      "empty.md": "This document is empty",
      "gone.md": "a link that leads nowhere",
      "itself.md": "a link that leads nowhere",
      "node_modules": "packages of programs, not documents",
      "part/loop": "leads back to a folder above it",
      "photo.png": "a picture",
    }
  `)
})

it('reads a file, a table of contents, and standard input', async () => {
  const folder = folderOf({ 'docs/a.md': '# A', 'docs/b.md': '# B', 'mkdocs.yml': 'nav: [b.md, gone.md]' })
  expect(await order(path.join(folder, 'docs/a.md'))).toEqual(['a.md: A'])
  const listed = await readSources(path.join(folder, 'mkdocs.yml'))
  expect(listed.documents.map(({ path }) => path)).toEqual(['docs/b.md', 'docs/a.md'])
  expect(listed.unlisted).toEqual({ contents: 'mkdocs.yml', files: ['docs/a.md'] })
  expect(listed.omitted).toEqual([
    { path: 'docs/gone.md', why: 'the table of contents names it, but it is not there', wanted: true },
    { path: 'mkdocs.yml', why: 'the table of contents' },
  ])
  const input = await readSources('-', { standardInput: () => Buffer.from('# From a pipe') })
  expect(input.documents).toMatchObject([{ file: '-', title: 'From a pipe' }])
})

it('says what is wrong with a path', async () => {
  await expect(readSources('/no/such/place.md')).rejects.toThrowErrorMatchingInlineSnapshot(`[UserError: There is no file or folder at /no/such/place.md.]`)
  await expect(readSources(folderOf({ 'a.png': 'x' }))).rejects.toThrowError('There is no document in')
})

function page(title: string, ...paragraphs: string[]) {
  return `<html><body><main><h1>${title}</h1>${paragraphs.map(text => `<p>${text}</p>`).join('')}</main></body></html>`
}

const birds = ['owl', 'raven', 'swift', 'heron', 'stork']
const told = (bird: string) => Array.from({ length: 5 }, (_, i) => `The ${bird} has ${i + 3} habits that no other bird of this course has.`)
const site = Object.fromEntries(birds.map(bird => [`${bird}.html`, page(bird, ...told(bird))]))

it('leaves out pages of a site that print, list or announce its other pages, and says so', async () => {
  const link = (bird: string) => `<a href="${bird}.html">All that is known of the ${bird}</a>`
  const { documents, omitted } = await readSources(folderOf({
    ...site,
    'all.html': page('Birds', ...birds.flatMap(told)),
    'archive.html': page('May', ...birds.map(bird => `${told(bird).join(' ').slice(0, 70)}… Continue reading`)),
    'tags.html': page('Tags', ...birds.map(link)),
    'own.html': page('Birds of prey', ...told('owl').slice(3), ...told('hawk')),
  }))
  expect(documents.map(({ path }) => path)).toEqual([...birds, 'own'].map(name => `${name}.html`).sort())
  expect(Object.fromEntries(omitted.map(({ path, why }) => [path, why]))).toEqual({
    'all.html': 'says again what other pages say',
    'archive.html': 'says again what other pages say',
    'tags.html': 'only leads to other pages',
  })
})

it('keeps one of two pages that say the same', async () => {
  const { documents } = await readSources(folderOf({ ...site, 'again/owl.html': site['owl.html']! }))
  expect(documents.map(({ title }) => title).sort()).toEqual([...birds].sort())
})

it('leads to a site that lies deeper', async () => {
  const folder = folderOf({ '_build/html/index.html': page('Birds', 'Owls hear well.') })
  await expect(readSources(folder)).rejects.toThrowError('only a site that a program has made')
  expect((await readSources(path.join(folder, '_build'))).documents).toHaveLength(1)
})
