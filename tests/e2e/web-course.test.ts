import fs from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import axe from 'axe-core'
import { expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { notesFor } from '../../src/course/notes.ts'
import { readBlocks } from '../../src/markdown/blocks.ts'
import { plainText } from '../../src/markdown/plain-text.ts'
import { openPage, watchPage } from './browser.ts'
import { builtSite } from './built-site.ts'

const { folder, origin } = await builtSite('site')
const course = await loadCourse('.')

const squeeze = (text: string) => text.replace(/[\s|]+/g, '').replace(/[“”]/g, '"').replace(/[‘’]/g, '\'')

it('every title, note and question of the course is on its page, with scripts off', async () => {
  const page = await openPage(undefined, { javaScriptEnabled: false })
  for (const { slug, slides } of course.lectures) {
    await page.goto(`${origin}/${slug}/index.html`)
    for (const { id, title, notes, content } of slides) {
      const text = squeeze(await page.locator(`article[id="${id}"]`).evaluate(slide =>
        [slide.ariaLabel, slide.textContent, slide.querySelector('.frozen')?.shadowRoot?.textContent].join(' ')))
      const questions = readBlocks(content).blocks.filter(({ kind }) => kind === 'question')
      for (const part of [title, ...questions.map(question => question.title), ...notesFor(notes, 'web').split(/\n{2,}/)])
        expect.soft(text, `${slug}#${id}`).toContain(squeeze(plainText(part)))
    }
  }
})

it.each(['light', 'dark'] as const)('axe finds no fault on any page, no other host is asked, and a phone shows all of it, %s', async (colorScheme) => {
  const page = await openPage(undefined, { colorScheme, viewport: { width: 390, height: 844 } })
  const { errors, foreign } = watchPage(page)
  for (const file of ['index.html', '404.html', ...course.lectures.map(({ slug }) => `${slug}/index.html`)]) {
    await page.goto(`${origin}/${file}`)
    await page.addScriptTag({ content: axe.source })
    const violations = await page.evaluate(async () => {
      const { violations } = await (window as any).axe.run({ exclude: ['iframe'] })
      return violations.map(({ id, nodes }: any) => `${id}: ${nodes.map((node: any) => node.html).join(' ')}`)
    })
    expect.soft(violations, file).toEqual([])
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), file).toBe(390)
  }
  expect(errors.filter(error => !error.includes('Wake Lock'))).toEqual([])
  expect(foreign).toEqual([])
})

it('has a sample talk, which plays beside its slides', async () => {
  const lecture = course.lectures.find(({ video }) => video)!
  const page = await openPage(`${origin}/${lecture.slug}/index.html?t=0:33`, { viewport: { width: 1280, height: 800 } })
  await page.locator('.stage-slide .frozen .slidev-layout', { hasText: 'A Windows virtual machine runs' }).waitFor()
  const files = await fs.readdir(path.join(folder, lecture.slug))
  for (const file of ['chapters.vtt', 'slides.vtt', 'chapters.youtube.txt', 'chapters.json', 'chapters.peertube.json', 'chapters.ffmetadata', 'frames.paella.json'])
    expect(files).toContain(file)
})

it('has a page for what is not there that needs no file, and leads home from below any path', async () => {
  const page = await openPage()
  const { errors, foreign } = watchPage(page)
  const html = await fs.readFile(path.join(folder, '404.html'), 'utf8')
  await page.route('**/some/where/**', async (route) => {
    const { pathname } = new URL(route.request().url())
    const response = pathname === '/some/where/course.json' ? await route.fetch({ url: `${origin}/course.json` }) : undefined
    await route.fulfill(response ? { response } : { status: 404, contentType: 'text/html', body: html })
  })
  await page.goto(`${origin}/some/where/gone/deck/index.html`)
  await page.locator('main a[href="/some/where/"]').waitFor()
  expect(await page.locator('h1').evaluate(heading => getComputedStyle(heading).fontFamily)).toContain('Source Sans')
  expect(foreign).toEqual([])
  expect(errors.filter(error => !error.includes('404'))).toEqual([])
})

it('forty slides weigh less than 90 kB with the text, styles, scripts and typefaces of text and code that pages load', async () => {
  const pages = course.lectures.map(({ slug }) => `${slug}/index.html`)
  expect(course.lectures.flatMap(({ slides }) => slides).length).toBeGreaterThan(40)
  const html = await fs.readFile(path.join(folder, pages[1]!), 'utf8')
  const assets = Array.from(html.matchAll(/(?:src|href)="\.\.\/(assets\/[^"]+\.(?:js|css))"/g), ([, file]) => file!)
  const fonts = (await fs.readdir(path.join(folder, 'assets'))).filter(file => /latin-wght-normal.*\.woff2$/.test(file))
  expect(fonts).toHaveLength(2)
  const files = [...pages, ...new Set(assets), ...fonts.map(file => `assets/${file}`)]
  const sizes = await Promise.all(files.map(async file => gzipSync(await fs.readFile(path.join(folder, file))).length))
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(90_000)
})
