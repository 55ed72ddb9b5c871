import fs from 'node:fs/promises'
import path from 'node:path'
import { readPdf } from '@docent/pdf-ua'
import { describe, expect, it, onTestFinished } from 'vitest'
import { freePort, serveFolder } from '../../src/browser/serve.ts'
import { openPage, watchPage } from './browser.ts'
import { installPackage } from './package.ts'

const { folder, files, docent, start } = await installPackage()

it('brings what runs and what decks are made of, and no tests, benches or lectures', () => {
  expect(files).toEqual(expect.arrayContaining(['compiled/build.js', 'compiled/docent.js', 'components/Callout.vue', 'docs/slidev-features.md']))
  expect(files.filter(file => /^(?:tests|bench|scripts|slides|public|packages)\b|\.tgz$/.test(file))).toEqual([])
})

describe('a new course', () => {
  it('builds with nothing to say, plays, and prints, in a folder of any name', async () => {
    const name = 'Mein Kurs & „mehr“ 1'
    const root = path.join(folder, name)
    expect(await docent(folder, 'new', name)).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('A course of 2 lectures is in') })
    const built = await docent(root, 'build', '--strict')
    expect(built.stderr).not.toContain('warning')
    expect(built).toMatchObject({ code: 0, stdout: expect.stringContaining('2 lectures with 12 slides') })
    const server = await serveFolder(path.join(root, 'dist'))
    onTestFinished(() => server.close())
    const page = await openPage()
    const { errors, foreign } = watchPage(page)
    await page.goto(`${server.origin}/why-some-pages-are-slow/deck/#/try-it`)
    await page.getByText('Time until the page is there:').waitFor()
    await page.getByRole('slider').first().press('End')
    await page.getByText('20 MB').waitFor()
    await page.goto(`${server.origin}/what-happens-when-you-open-a-page/`)
    await page.locator('video').waitFor()
    // A browser without a screen keeps none awake.
    expect({ errors: errors.filter(text => !text.includes('Wake Lock')), foreign }).toEqual({ errors: [], foreign: [] })
    const { title } = await readPdf(await fs.readFile(path.join(root, 'dist/why-some-pages-are-slow/handout-3-lines.pdf')))
    expect(title).toContain('Why some pages are slow')
  }, 300_000)

  it('shows each change while it is written', async () => {
    const root = path.join(folder, 'written')
    expect(await docent(folder, 'new', 'written', '--lang', 'ja')).toMatchObject({ code: 0 })
    const port = await freePort(0)
    const served = start(root, 'start', '--port', String(port))
    onTestFinished(async () => void await served.stop())
    await served.prints('Press Ctrl+C to stop.')
    const page = await openPage(`http://127.0.0.1:${port}/slow-pages/deck/#/networks`)
    const shown = (text: string) => page.locator('.slidev-page:visible').getByText(text).waitFor({ timeout: 120_000 })
    await shown('家庭の光回線')
    const file = path.join(root, 'slides/02-slow-pages.md')
    await fs.writeFile(file, (await fs.readFile(file, 'utf8')).replace('家庭の光回線', '研究室の光回線'))
    await shown('研究室の光回線')
    expect((await served.stop()).code).toBe(130)
  }, 180_000)

  it('begins with a document, and with a theme for Slidev', async () => {
    await fs.writeFile(path.join(folder, 'notes.md'), '# Rivers\n\nA river carries water to the sea.\n\n## Springs\n\nIt begins at a spring. Rain fills it.\n')
    expect(await docent(folder, 'new', 'rivers', '--from', 'notes.md', '--theme', 'seriph')).toMatchObject({ code: 0 })
    const root = path.join(folder, 'rivers')
    expect(await fs.readFile(path.join(root, 'slides.md'), 'utf8')).toContain('theme: seriph')
    const { dependencies } = JSON.parse(await fs.readFile(path.join(root, 'package.json'), 'utf8')) as Record<string, object>
    expect(dependencies).toMatchObject({ '@slidev/theme-seriph': 'latest' })
    const printed = await docent(root, 'export')
    // The theme's own cover has a picture of another host: that is said, and stops nothing.
    expect(printed.code).toBe(0)
    const { pages } = await readPdf(await fs.readFile(path.join(root, 'export/rivers.pdf')))
    expect(pages.map(({ text }) => text).join(' ').replace(/\s+/g, ' ')).toContain('A river carries water to the sea')
  })

  it('is three files at least', async () => {
    const root = path.join(folder, 'three')
    await fs.mkdir(path.join(root, 'slides'), { recursive: true })
    await fs.writeFile(path.join(root, 'package.json'), '{ "dependencies": { "docent": "*" } }')
    await fs.writeFile(path.join(root, 'slides.md'), '---\ntitle: Three files\n---\n\n---\nsrc: ./slides/01-first.md\n---\n')
    await fs.writeFile(path.join(root, 'slides/01-first.md'), '# The first\n\n```stack\nlayers:\n  - { label: Earth }\n```\n\n---\n\n# Each line has its step\n\n```js {1|2}\nconst one = await first()\nlog(one)\n```\n')
    expect(await docent(root, 'handout', '--layout', '3-lines')).toMatchObject({ code: 0, stdout: expect.stringContaining('1 page') })
    expect(await docent(root, 'check')).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing found') })
  })
})
