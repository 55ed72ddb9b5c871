import fs from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import axe from 'axe-core'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { openPage, watchPage } from './browser.ts'
import { builtSite } from './built-site.ts'

const { folder, origin } = await builtSite('talks')
const course = await loadCourse('tests/fixtures/courses/talks')
const pages = ['index.html', ...course.lectures.map(({ slug }) => `${slug}/index.html`)]

async function size(file: string): Promise<number> {
  return gzipSync(await fs.readFile(path.join(folder, file))).length
}

describe('with scripts off', () => {
  const options = { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } }

  it('the course lists its lectures with picture, summary, minutes and downloads', async () => {
    const page = await openPage(`${origin}/index.html`, options)
    expect(await page.locator('.course-head h1').textContent()).toBe('Talks about kernels')
    const items = await page.locator('.lecture-item').allTextContents()
    expect(items.map(text => text.replace(/\s+/g, ' ').trim())).toEqual([
      expect.stringMatching(/^1 ?What is a kernel\? ?Why programs ask a kernel, and what it does for them\. ?20 min · 5 slides · recording: 1 min, all slides ?Live deck ?Downloads ?Slides PDF, \d+ kB.*Handout.*Chapters$/),
      expect.stringMatching(/^2 ?Containers ?A container is a process that sees less\. ?2 slides/),
      expect.stringMatching(/^3 ?Questions ?2 slides/),
    ])
    await page.getByRole('link', { name: 'What is a kernel?' }).click()
    expect(await page.locator('.lecture-head h1').textContent()).toBe('What is a kernel?')
  })

  it('a lecture reads from top to bottom: titles, notes, questions, transcript', async () => {
    const page = await openPage(`${origin}/what-is-a-kernel/index.html`, options)
    const [cover, ...slides] = course.lectures[0]!.slides
    expect(await page.locator('.lecture-head h1').allTextContents()).toEqual([cover!.title])
    expect(await page.locator('.frozen [aria-level="2"]').allTextContents()).toEqual(slides.map(({ title }) => title))
    const text = (await page.locator('main').textContent())!.replace(/\s+/g, ' ')
    for (const words of ['Wait until everyone sits.', 'Say the word syscall only now.', 'First the program.', 'Come back to the door at the end.', 'A program never touches the disk. It asks.', 'No: hundreds of cycles & a change of mode.'])
      expect(text).toContain(words)
    expect(text).not.toContain('microphone')
  })

  it('an answer opens by keyboard', async () => {
    const page = await openPage(`${origin}/what-is-a-kernel/index.html`, options)
    const answer = page.getByText('The processor changes its mode')
    const remark = page.locator('.question').getByText('Measure it with')
    expect([await answer.isVisible(), await remark.isVisible()]).toEqual([false, false])
    await page.locator('.question summary').focus()
    await page.keyboard.press('Enter')
    await answer.waitFor()
    await remark.waitFor()
  })

  it('a withheld answer is nowhere', async () => {
    const page = await openPage(`${origin}/questions/index.html`, options)
    expect(await page.locator('.question > *').allTextContents()).toEqual(['Which of these has a kernel of its own?', 'A containerA virtual machine', expect.stringContaining('The answer is given in the lecture.')])
    const files = (await fs.readdir(folder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile() && /\.(?:html|js|json|vtt)$/.test(entry.name))
    for (const entry of files)
      expect((await fs.readFile(path.join(entry.parentPath ?? entry.path, entry.name), 'utf8')).includes('The machine boots'), entry.name).toBe(false)
    expect(await page.locator('main').textContent()).not.toContain('since it boots')
  })

  it('times are links into the recording', async () => {
    const page = await openPage(`${origin}/what-is-a-kernel/index.html`, options)
    expect(await page.locator('#code .moment').getAttribute('href')).toBe('../kernel.webm#t=53')
    expect(await page.locator('.stage-controls').isVisible()).toBe(false)
  })
})

describe.each(pages)('%s', (file) => {
  it('is valid HTML', async () => {
    const validate = new HtmlValidate(new FileSystemConfigLoader({
      extends: ['html-validate:recommended'],
      rules: {
        // Ids come from slides, which may begin with a digit or be written in any script.
        'valid-id': ['error', { relaxed: true }],
        'aria-label-misuse': ['error', { allowAnyNamable: true }],
        'void-style': 'off',
        'attribute-boolean-style': 'off',
        'no-trailing-whitespace': 'off',
        'long-title': 'off',
        'no-inline-style': 'off',
        // A switch is a checkbox with that role.
        'prefer-native-element': 'off',
      },
    }))
    const report = await validate.validateString(await fs.readFile(path.join(folder, file), 'utf8'))
    expect(report.results.flatMap(({ messages }) => messages).map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`)).toEqual([])
  })

  it.each(['light', 'dark'] as const)('has no fault that axe finds, %s', async (colorScheme) => {
    const page = await openPage(undefined, { colorScheme, viewport: { width: 1280, height: 800 } })
    const { errors, foreign } = watchPage(page)
    await page.goto(`${origin}/${file}`)
    await page.locator('.search input').waitFor()
    await page.addScriptTag({ content: axe.source })
    const violations = await page.evaluate(async () => {
      const { violations } = await (window as any).axe.run({ exclude: ['iframe'] })
      return violations.map(({ id, nodes }: any) => `${id}: ${nodes.map((node: any) => node.html).join(' ')}`)
    })
    expect(violations).toEqual([])
    expect(errors.filter(error => !error.includes('Wake Lock'))).toEqual([])
    expect(foreign).toEqual([])
  })

  it('fits a phone', async () => {
    const page = await openPage(`${origin}/${file}`, { viewport: { width: 390, height: 844 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })
})

it('says at the first byte what it is', async () => {
  const html = await fs.readFile(path.join(folder, 'what-is-a-kernel/index.html'), 'utf8')
  expect(html).toContain('<html lang="en">')
  expect(html).toContain('<title>What is a kernel? · Talks about kernels</title>')
  expect(html).toContain('<meta name="description" content="Why programs ask a kernel, and what it does for them.">')
  expect(html).toContain('<link rel="canonical" href="https://example.org/talks/what-is-a-kernel/">')
  expect(html).toContain('<meta property="og:image" content="https://example.org/talks/what-is-a-kernel/og.png">')
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)![1]!)
  expect(data.video.hasPart.map(({ name, startOffset }: any) => [startOffset, name]).slice(0, 2)).toEqual([[0, 'What is a kernel?'], [16, 'Programs ask, the kernel answers']])
  expect(await fs.readFile(path.join(folder, 'robots.txt'), 'utf8')).not.toContain('deck')
  const deck = await fs.readFile(path.join(folder, 'what-is-a-kernel/deck/index.html'), 'utf8')
  expect(deck).toContain('<meta name="robots" content="noindex">')
  expect(deck).toContain('<link rel="canonical" href="https://example.org/talks/what-is-a-kernel/">')
})

it('has a sitemap, a feed and a page for addresses that are not there', async () => {
  const page = await openPage(`${origin}/404.html`)
  expect(await page.locator('h1').textContent()).toBe('This page is not here')
  for (const [file, items] of [['sitemap.xml', 4], ['feed.xml', 3]] as const) {
    const xml = await fs.readFile(path.join(folder, file), 'utf8')
    const parsed = await page.evaluate((xml) => {
      const document = new DOMParser().parseFromString(xml, 'application/xml')
      return { error: document.querySelector('parsererror')?.textContent, items: document.querySelectorAll('url, entry').length }
    }, xml)
    expect(parsed, file).toEqual({ error: undefined, items })
  }
})

it('is light: 40 kB for a companion without its pictures, 8 kB for the script that follows', async () => {
  const html = await fs.readFile(path.join(folder, 'what-is-a-kernel/index.html'), 'utf8')
  const assets = [...new Set(Array.from(html.matchAll(/(?:src|href)="\.\.\/(assets\/[^"]+\.(?:js|css))"/g), match => match[1]!))]
  const sizes = await Promise.all(['what-is-a-kernel/index.html', ...assets].map(size))
  expect(assets).toHaveLength(5)
  expect(sizes.reduce((sum, bytes) => sum + bytes)).toBeLessThan(40_000)
  expect(await size(assets.find(file => file.includes('companion'))!)).toBeLessThan(8_000)
})

describe('search', () => {
  it('finds a word from a note, and lands on its slide', async () => {
    const page = await openPage(`${origin}/index.html`, { viewport: { width: 1280, height: 800 } })
    await page.getByLabel('Search the course').fill('syscall')
    await page.getByRole('link', { name: 'Programs ask, the kernel answers' }).click()
    await page.waitForURL(`${origin}/what-is-a-kernel/index.html#asks`)
    expect(await page.locator('#asks').getByRole('heading', { name: 'Programs ask' }).isVisible()).toBe(true)
  })

  it.each([
    ['what a slide shows', 'hosts', 'One line of C is one call'],
    ['what is described on it', 'square', 'A container is a process'],
    ['what was said', 'touches', 'Programs ask, the kernel answers'],
    ['an answer', 'hundred', 'How much does a call cost?'],
  ])('finds %s', async (_, word, title) => {
    const page = await openPage(`${origin}/containers/index.html`, { viewport: { width: 1280, height: 800 } })
    await page.getByLabel('Search the course').fill(word)
    await page.locator('.search-results').getByRole('link', { name: title }).waitFor()
  })

  it('says when it finds nothing, and what is private it does not find', async () => {
    const page = await openPage(`${origin}/index.html`)
    await page.getByLabel('Search the course').fill('microphone')
    await page.getByText('Nothing is found for “microphone”.').waitFor()
  })
})
