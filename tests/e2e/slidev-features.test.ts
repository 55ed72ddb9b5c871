import type { Page } from 'playwright-chromium'
import type { Slide } from '../../src/course/course.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { openTaggedFile, pageTexts } from '@docent/pdf-ua'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { toolkitRoot } from '../../src/core/toolkit.ts'
import { openPage, watchPage } from './browser.ts'
import { builtSite } from './built-site.ts'

/** What of each feature stands on paper, in the order in which it is read; what must not comes after `not`. */
const ON_PAPER: Record<string, { has: string[], not?: string[] }> = {
  'v-click': { has: ['Shown by a first click', 'Shown by a second click', 'Shown after the second click'], not: ['Hidden by the fourth', 'Shown from one'] },
  'v-clicks': { has: ['One item', 'An inner item', 'Another item'] },
  'v-switch': { has: ['State two'], not: ['State one'] },
  'v-motion': { has: ['Moved into its place'] },
  'v-mark': { has: ['A marked word and a circled one.'] },
  'v-drag': { has: ['Turned square', 'Dragged box'] },
  'arrows and transforms': { has: ['Half as large', 'Fitted text'] },
  'LightOrDark and RenderWhen': { has: ['Seen in the light', 'Only in print'], not: ['Seen in the dark', 'Only on screen'] },
  'Link': { has: ['Back to clicks', 'Slide 10 of 26'] },
  'Toc': { has: ['1. Text and clicks', '2. Clicks', 'Transitions'] },
  'icons': { has: ['An icon', 'and one by class'] },
  'UnoCSS': { has: ['Red and bold'] },
  'comark': { has: ['A red text and INLINE!'] },
  'LaTeX': { has: ['Inline', '3x'], not: ['\\ce', '\\sqrt'] },
  'slide style': { has: ['STYLED HERE ONLY'] },
  'block front matter': { has: ['Front matter of a block'], not: ['layout: quote'] },
  'zoom': { has: ['Four fifths as large'] },
  'background': { has: ['On a picture'] },
  'slot sugar': { has: ['Text at the left', 'Text at the right'], not: ['::right::'] },
  'click marker': { has: ['A click for the notes'], not: ['[click]'] },
  'slide hook': { has: ['Entered'] },
  'importing slides': { has: ['The second slide of another file'] },
  'drawing': { has: ['Drawn upon by the lecturer'] },
  'transition': { has: ['One fades into the next'] },
  'line highlighting': { has: ['const first = 1', 'const third = 3'] },
  'line numbers': { has: ['5', 'const fifth = 5', '6', 'const sixth = 6'] },
  'max height': { has: ['const line1 = 1', 'const line6 = 6', 'const line11 = 11'] },
  'code groups': { has: ['npm', 'npm i grouped', 'pnpm', 'pnpm add grouped'] },
  'import snippets': { has: ['export function shared(): string {', 'return \'from a snippet\''], not: ['outside', 'region'] },
  'magic move': { has: ['const step = \'two\'', 'const more = 2'], not: ['\'one\''] },
  'twoslash': { has: ['const', 'count'] },
  'Monaco editor': { has: ['console.log(\'in the editor\')'] },
  'Monaco diff': { has: ['const kept = 1', '− const before = \'old\'', '+ const after = \'new\''] },
  'Monaco runner': { has: ['console.log([3, 4].map(side => side * 2).join(\' and \'))'] },
  'Monaco write': { has: ['export function shared(): string {', 'export const outside = 1'] },
  'Mermaid': { has: ['Alpha', 'Beta'] },
  'Shiki setup': { has: ['highlighted()'] },
  'YouTube': { has: ['YouTube video', 'youtube.com/watch?v=luoMHjh'] },
  'Tweet': { has: ['Post on X', 'x.com/i/status/20', '<Tweet id="21" /> is how it is written.'] },
  'Bluesky': { has: ['Post on Bluesky', 'bsky.app/profile/sli.dev/post/3la7gcgfwpe2n'] },
  'iframe': { has: ['A frame', 'example.com/frame'] },
  'PlantUML': { has: ['PlantUML diagram', 'plantuml.com', 'Alice -> Bob : Hello'] },
  'remote picture': { has: ['A hill far away', 'example.com/hill.png', 'A logo'] },
  'remote address that changes': { has: ['A badge', 'badges.example.com/build.svg'] },
  'remote background': { has: ['On a remote background', 'Background picture', 'example.com/background.jpg'] },
  'remote image layout': { has: ['Beside a picture', 'Picture', 'example.com/right.jpg'] },
  'remote style': { has: ['Behind it a picture from elsewhere'] },
  'SlidevVideo': { has: ['Video'] },
  'local picture': { has: ['Local picture'] },
  'layout iframe-left': { has: ['Text of layout iframe-left', 'example.com/left'] },
  'layout iframe-right': { has: ['Text of layout iframe-right', 'example.com/right'] },
  'layout two-cols-header': { has: ['Text at the left', 'Text at the right'] },
  'layout image': { has: ['Heading image'] },
  'layout iframe': { has: ['Web page', 'example.com/whole'] },
  'addon': { has: ['Heading of the addon', 'Brought by the addon'] },
  'own layout': { has: ['Above the slide', 'Heading mine'] },
}

/** Features that no slide shows by itself, with the slide's words that prove them. */
const EVERYWHERE = ['global layers', 'hide']

const { root, folder: site, origin, stderr: warnings } = await builtSite('slidev')
const course = await loadCourse(root)
const papers = new Map<string, string[]>()

beforeAll(async () => {
  for (const { slug } of course.lectures) {
    const pdf = await fs.readFile(path.join(site, slug, 'slides.pdf'))
    papers.set(slug, pageTexts(await openTaggedFile(pdf)).map(text => text.replace(/\s+/g, ' ')))
  }
})

function featured(): { feature: string, slide: Slide, slug: string }[] {
  return course.lectures.flatMap(({ slug, slides }) => slides.flatMap(slide =>
    typeof slide.frontmatter.feature === 'string' ? [{ feature: slide.frontmatter.feature, slide, slug }] : []))
}

function paperOf(feature: string): string {
  const { slide, slug } = featured().find(one => one.feature === feature)!
  return papers.get(slug)![slide.number - 1]!
}

/** The print view of the lecture that shows a feature, and the feature's slide in it. */
async function openPrintView(feature: string) {
  const { slide, slug } = featured().find(one => one.feature === feature)!
  const page = await openPage(`${origin}/${slug}/deck/?print=true#/print`)
  await page.emulateMedia({ media: 'print' })
  const shown = page.locator(`[id^="${String(slide.number).padStart(3, '0')}-"]`)
  await shown.waitFor()
  return { page, shown }
}

describe('on paper', () => {
  it('there is what each feature shows', () => {
    const wrong = featured().flatMap(({ feature }) => {
      const { has, not = [] } = ON_PAPER[feature] ?? { has: [`Text of ${feature}`] }
      const text = paperOf(feature)
      return [
        ...has.filter(words => !text.includes(words)).map(words => `${feature} lacks ${words}: ${text}`),
        ...not.filter(words => text.includes(words)).map(words => `${feature} has ${words}: ${text}`),
      ]
    })
    expect(wrong).toEqual([])
  })

  it('each slide stands once, without those that are hidden, below what is on all of them', () => {
    for (const { slug, slides } of course.lectures)
      expect(papers.get(slug)).toHaveLength(slides.length)
    const all = [...papers.values()].flat()
    expect(all.filter(text => !text.includes('Global top'))).toEqual([])
    expect(all.join(' ')).not.toMatch(/Hidden slide|Not imported/)
  })

  it('marks are drawn, and things stand where they were moved', async () => {
    const marks = await openPrintView('v-mark')
    await marks.shown.locator('.rough-annotation path').first().waitFor({ state: 'attached' })
    const dashes = await marks.shown.locator('.rough-annotation path').evaluateAll(paths =>
      paths.map(path => getComputedStyle(path).strokeDasharray))
    expect(dashes.length).toBeGreaterThanOrEqual(2)
    expect(new Set(dashes)).toEqual(new Set(['none']))
    const motion = await openPrintView('v-motion')
    await expect.poll(() => motion.shown.getByText('Moved into').evaluate(element =>
      new DOMMatrix(getComputedStyle(element).transform).f)).toBe(30)
    const drag = await openPrintView('v-drag')
    const square = await drag.shown.getByText('Turned square').evaluate(element =>
      Math.round(Math.atan2(new DOMMatrix(getComputedStyle(element).transform).b, new DOMMatrix(getComputedStyle(element).transform).a) * 180 / Math.PI))
    expect(square).toBe(15)
  })

  it('a still of a background covers no text, which has a ground on which white is read', async () => {
    const { shown } = await openPrintView('remote background')
    const still = shown.locator('.remote-place-corner')
    await still.waitFor()
    expect(await shown.locator('.slidev-layout').evaluate(layout => getComputedStyle(layout).backgroundImage)).toContain('url("data:image/png')
    expect(await still.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return Array.from(element.closest('.print-slide-container')!.querySelectorAll('.slidev-layout :is(h1, p, li)')).filter((text) => {
        const range = document.createRange()
        range.selectNodeContents(text)
        return Array.from(range.getClientRects()).some(box => box.left < right && box.right > left && box.top < bottom && box.bottom > top)
      }).map(text => text.textContent)
    })).toEqual([])
  })

  it('code can be read in all its forms', async () => {
    const { page } = await openPrintView('Monaco editor')
    const faint = await page.locator('.print-slide-container .slidev-code .line, .print-slide-container .slidev-code .line *').evaluateAll(elements =>
      elements.filter(element => Number(getComputedStyle(element).opacity) < 0.6).map(element => element.textContent))
    expect(faint).toEqual([])
  })
})

describe('nothing', () => {
  it('in a live deck or a page asks another host, but for what a script of the course asks', async () => {
    const page = await openPage()
    const { foreign } = watchPage(page)
    const { slug, slides } = course.lectures.find(({ slug }) => slug === 'embeds')!
    await page.goto(`${origin}/${slug}/index.html`)
    for (const { id, number } of slides) {
      await page.goto(`${origin}/${slug}/deck/#/${id}`)
      await page.locator(`.slidev-page-${number}`).first().waitFor()
    }
    expect([...new Set(foreign)]).toEqual(['https://badges.example.com/build.svg'])
  })

  it('of the course\'s folders is in a deck', async () => {
    const texts = await Promise.all((await fs.readdir(path.join(site, 'assets'))).filter(name => name.endsWith('.js')).map(name => fs.readFile(path.join(site, 'assets', name), 'utf8')))
    expect(texts.filter(text => text.includes('snippets/external.ts'))).toEqual([])
  })
})

it('warns once of each thing that is remote, with its place', () => {
  const told = warnings.split('\n').filter(line => line.includes('another host') && !line.startsWith(' '))
  const places = told.map(line => line.replace(/^.*slides\/(?=\d)/, '').replace(/:? (?:lies on|asks) another host.*/, ''))
  expect(places).toMatchInlineSnapshot(`
    [
      "03-embeds.md:11: The YouTube video https://www.youtube.com/watch?v=luoMHjh-XcQ&t=12",
      "03-embeds.md:19: The post on X https://x.com/i/status/20",
      "03-embeds.md:29: The post on Bluesky https://bsky.app/profile/sli.dev/post/3la7gcgfwpe2n",
      "03-embeds.md:37: The web page https://example.com/frame",
      "03-embeds.md:45: The PlantUML diagram, which is drawn at www.plantuml.com,",
      "04-layouts.md:89: The web page https://example.com/left",
      "04-layouts.md:99: The web page https://example.com/right",
      "04-layouts.md:169: The web page https://example.com/whole",
      "03-embeds.md:57: The picture https://example.com/hill.png",
      "03-embeds.md:59: The picture https://example.com/logo.png",
      "03-embeds.md:71: The background picture https://example.com/background.jpg",
      "03-embeds.md:80: The picture https://example.com/right.jpg",
      "03-embeds.md:96: The file of a style sheet https://example.com/style.png",
      "03-embeds.md:65: Slide 8 ("An address that is made")",
    ]
  `)
})

it('names what does not fit, on slides where anything does not', () => {
  const told = Array.from(warnings.matchAll(/(\d\d-[\w-]+\.md:\d+): (.* does not fit.*)/g), ([, place, words]) => `${place} ${words}`)
  expect(told).toEqual([
    '05-too-much.md:18 Slide 2 ("Code") does not fit on screen: the last 14 lines of the code are cut off there, and smaller on paper.',
    '05-too-much.md:36 Slide 3 ("Callouts") does not fit: the fourth callout is cut off.',
    '05-too-much.md:68 Slide 4 ("Table") does not fit on screen: the last 5 rows of the table are cut off there, and smaller on paper.',
    '05-too-much.md:88 Slide 5 ("List") does not fit: the last 4 items of the list are cut off.',
    '05-too-much.md:107 Slide 6 ("Picture") does not fit: the last 4 items of the list and the picture "A hill" are cut off.',
    '05-too-much.md:128 Slide 7 ("Clicks") does not fit: the last 4 items of the list and the text "A last paragraph by click" are cut off.',
  ])
})

describe('a live deck', () => {
  it('says what to do where it is opened as a file', async () => {
    const page = await openPage(pathToFileURL(path.join(site, 'text/deck/index.html')).href)
    await page.getByRole('heading', { name: 'A live deck cannot be opened as a file' }).waitFor()
    expect(await page.getByRole('link', { name: 'the slides as PDF' }).evaluate((link: HTMLAnchorElement) => link.href)).toBe(pathToFileURL(path.join(site, 'text/slides.pdf')).href)
  })

  it('shows each click', async () => {
    const page = await openPage(`${origin}/text/deck/#/2`)
    await step(page, 'Shown by a first click')
    await step(page, 'Shown by a second click')
  })

  async function step(page: Page, words: string): Promise<void> {
    const shown = page.locator('.slidev-page').getByText(words)
    await shown.waitFor({ state: 'attached' })
    expect(await shown.evaluate(element => element.closest('.slidev-vclick-hidden') !== null)).toBe(true)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => shown.evaluate(element => element.closest('.slidev-vclick-hidden'))).toBe(null)
  }
})

it('is described in docs/slidev-features.md, feature by feature', async () => {
  const table = await fs.readFile(path.join(toolkitRoot, 'docs/slidev-features.md'), 'utf8')
  const described = Array.from(table.matchAll(/^\| (?!feature|---)([^|]+?) \|/gm), ([, feature]) => feature!.replaceAll('`', ''))
  const layouts = (name: string) => name.startsWith('layout ') ? 'layouts' : name
  const shown = new Set([...featured().map(({ feature }) => layouts(feature)), ...EVERYWHERE])
  expect([...described].sort()).toEqual([...shown].sort())
})
