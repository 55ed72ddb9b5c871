import type { SourceDocument } from '../../src/generate/document.ts'
import type { Figure } from '../../src/generate/report/figures.ts'
import type { KeptCount } from '../../src/generate/report/what-is-kept.ts'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { UserError } from '../../src/core/errors.ts'
import { hasPandoc } from '../../src/generate/read/convert/pandoc.ts'
import { readInputs } from '../../src/generate/read/read-inputs.ts'
import { whatIsKept } from '../../src/generate/report/what-is-kept.ts'
import { writeLectures } from './measure.ts'

const run = promisify(execFile)

/** Pages that are read at once, as a site; what they have in common is taken for what is around their text. */
const SITE_SIZE = 40
/** Share of sentences that must be kept; code is kept to the line. */
const MIN_SENTENCES = 0.999

const variants = [
  { id: 'H1', what: 'pages with <main>', open: '<main>', close: '</main>' },
  { id: 'H2', what: 'pages without <main>', open: '<div class="page"><div class="content">', close: '</div></div>' },
] as const

interface Page {
  name: string
  /** What pandoc has made of the document. */
  body: string
}

interface Kept {
  page: string
  sentences: KeptCount
  code: KeptCount
}

/**
 * Makes web pages of Markdown documents with pandoc, each with the parts of a site around it, and counts what their
 * lectures keep, as another parser reads them.
 * @throws UserError where pandoc is not there
 */
export async function pageFigures(documents: readonly SourceDocument[]): Promise<Figure[]> {
  if (!await hasPandoc())
    throw new UserError('Web pages are made with pandoc, which is not there.', 'Install it: https://pandoc.org.')
  const pages: Page[] = []
  for (const [i, { file, text }] of documents.filter(({ format }) => format === 'markdown').entries())
    pages.push({ name: `${String(i).padStart(4, '0')}-${path.parse(file).name}.html`, body: await pageOf(text) })
  const figures: Figure[] = []
  for (const { id, what, open, close } of variants) {
    const kept: Kept[] = []
    for (let i = 0; i < pages.length; i += SITE_SIZE)
      kept.push(...await keptOf(pages.slice(i, i + SITE_SIZE), body => `${open}\n${body}\n${close}`))
    const sentences = kept.map(({ page, sentences }) => ({ page, ...sentences }))
    const code = kept.map(({ page, code }) => ({ page, ...code }))
    figures.push(
      figure(`${id}a`, `sentences of ${what}`, MIN_SENTENCES, sentences),
      figure(`${id}b`, `lines of code of ${what}`, 1, code),
    )
  }
  return figures
}

async function pageOf(markdown: string): Promise<string> {
  const child = run('pandoc', ['--sandbox', '--from=gfm', '--to=html'], { maxBuffer: 200_000_000 })
  child.child.stdin?.end(markdown.replace(/^---\n[\s\S]*?\n---\n/, ''))
  return (await child).stdout
}

async function keptOf(pages: readonly Page[], around: (body: string) => string): Promise<Kept[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'docent-pages-'))
  try {
    await mkdir(path.join(folder, 'site'))
    const links = pages.map(({ name }) => `<li><a href="${name}">${name.slice(5, -5)}</a></li>`).join('\n')
    for (const { name, body } of pages)
      await writeFile(path.join(folder, 'site', name), siteAround(name, around(body), links))
    const { documents } = await readInputs([path.join(folder, 'site')])
    const bodies = new Map(pages.map(({ name, body }) => [name, body]))
    return documents.flatMap((document) => {
      const page = path.basename(document.file)
      const { lectures } = writeLectures(document, new Map())
      const kept = whatIsKept({ ...document, text: bodies.get(page)! }, lectures)
      return kept ? [{ page, ...kept }] : []
    })
  }
  finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function siteAround(name: string, content: string, links: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${name.slice(5, -5)} | Handbook</title></head>
<body>
<header><a href="/">Handbook</a><form role="search"><input type="search"></form></header>
<nav class="sidebar"><ul>
${links}
</ul></nav>
${content}
<footer><p>The Handbook is made by its readers. <a href="/imprint">Imprint</a></p></footer>
</body>
</html>
`
}

function figure(id: string, what: string, min: number, counts: readonly (KeptCount & { page: string })[]): Figure {
  const all = counts.reduce((sum, count) => sum + count.all, 0)
  const lost = counts.reduce((sum, count) => sum + count.lost.length, 0)
  const share = all ? 1 - lost / all : 1
  return {
    id,
    what,
    gate: true,
    value: `${(share * 100).toFixed(2)} % of ${all}`,
    threshold: `at least ${min * 100} %`,
    passes: share >= min,
    misses: counts.flatMap(({ page, lost }) => lost.map(text => `${page}: ${text}`)),
  }
}
