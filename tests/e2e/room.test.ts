import type { Page } from 'playwright-chromium'
import type { Lecture } from '../../src/course/course.ts'
import type { LivePages } from '../../src/live/live-pages.ts'
import type { TalkServer } from '../../src/live/talk-server.ts'
import { Buffer } from 'node:buffer'
import axe from 'axe-core'
import { chromium } from 'playwright-chromium'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { listen } from '../../src/browser/serve.ts'
import { loadCourse } from '../../src/check/load-course.ts'
import { freezeLecture } from '../../src/live/frozen/freeze-lecture.ts'
import { roomSlides } from '../../src/live/frozen/room-slides.ts'
import { livePages } from '../../src/live/live-pages.ts'
import { createRights } from '../../src/live/rights.ts'
import { createTalkServer } from '../../src/live/talk-server.ts'
import { openPage, watchPage } from './browser.ts'
import { builtSite } from './built-site.ts'
import { copyCourse } from './course-copy.ts'

const SECRET = 'a-secret-that-nobody-guesses'
const SOON = { timeout: 20_000 }
let origin: string
let restart: () => Promise<void>
let stop: () => Promise<unknown>

// The lecture's slides are frozen from decks that other tests have built.
beforeAll(async () => {
  const { folder: decks } = await builtSite('talks')
  const course = await loadCourse(await copyCourse('talks'))
  const lecture = course.lectures.find(({ slug }) => slug === 'what-is-a-kernel')!
  const browser = await chromium.connect(inject('browser'))
  const lazy = { get: async () => browser, restart: async () => browser, close: async () => undefined }
  const frozen = new Map<string, ReturnType<typeof roomSlides>>()
  const freeze = (one: Lecture) => {
    const known = frozen.get(one.slug)
      ?? freezeLecture(lazy, course, { lecture: one, decks }).then(slides => roomSlides(one, slides, decks))
    frozen.set(one.slug, known)
    return known
  }
  let pages: Promise<LivePages> | undefined
  const start = async (port: number) => {
    const server: TalkServer = createTalkServer({
      course,
      lectures: [lecture],
      decks,
      rights: createRights(SECRET, 'room'),
      freeze,
      pages: () => pages ??= livePages({ course }),
    })
    const running = await listen(server.listener, port)
    stop = async () => {
      server.close()
      await running.close()
    }
    return running
  }
  const { port, origin: own } = await start(0)
  origin = own
  restart = async () => {
    await stop()
    await start(port)
  }
})
afterAll(() => stop())

const phone = () => openPage(`${origin}/room/`, { viewport: { width: 390, height: 780 }, hasTouch: true })
async function presenter() {
  const page = await openPage(`${origin}/what-is-a-kernel/presenter/?key=${SECRET}`, { viewport: { width: 1280, height: 760 } })
  await page.getByText('The slides are made ready').waitFor({ ...SOON, state: 'detached' })
  return page
}
const shows = (page: Page, text: string) => page.locator('#slide').getByText(text).first().waitFor(SOON)

it('shows a phone what the wall shows, step by step, and nothing that comes later', async () => {
  const [lead, room] = [await presenter(), await phone()]
  const wall = await lead.context().newPage()
  const watched = [watchPage(lead), watchPage(room)]
  await wall.goto(`${origin}/what-is-a-kernel/deck/`)
  await lead.keyboard.press('PageDown')
  await expect.poll(() => wall.url(), SOON).toContain('#/asks')
  await shows(room, 'Programs ask, the kernel answers')
  const text = await room.evaluate(async () => JSON.stringify([document.documentElement.outerHTML, document.querySelector('#slide')!.shadowRoot!.innerHTML]))
  expect(text).not.toContain('How much does a call cost')
  expect(await room.evaluate(async () => (await fetch('/room/slide/3/0')).status)).toBe(404)
  await lead.keyboard.press('End')
  await lead.getByRole('button', { name: 'Slides' }).click()
  await lead.getByLabel('Title or number').fill('cost')
  await lead.keyboard.press('Enter')
  await shows(room, 'How much does a call cost?')

  const late = await phone()
  await shows(late, 'How much does a call cost?')
  await late.getByRole('button', { name: 'Back' }).click()
  await shows(late, 'Programs ask, the kernel answers')
  await lead.keyboard.press('ArrowRight')
  await shows(late, 'Programs ask, the kernel answers')
  await late.getByRole('button', { name: 'To the talk' }).click()
  await shows(late, 'How much does a call cost?')
  await late.reload()
  await shows(late, 'How much does a call cost?')
  expect(await late.context().cookies()).toEqual([])
  // Who stands at the wall leads the talk too.
  await wall.bringToFront()
  await wall.keyboard.press('ArrowLeft')
  await expect.poll(() => lead.locator('figcaption').first().textContent(), SOON).toContain('step 0')
  expect(watched.flatMap(({ errors, foreign }) => [...errors, ...foreign]).filter(error => !/404|Wake Lock/.test(error))).toEqual([])
})

it('darkens and freezes the wall, and breaks by the clock', async () => {
  const lead = await presenter()
  const wall = await lead.context().newPage()
  await wall.goto(`${origin}/what-is-a-kernel/deck/`)
  await lead.bringToFront()
  await lead.keyboard.press('b')
  await wall.locator('.blank.black').waitFor(SOON)
  await lead.keyboard.press('Escape')
  await wall.locator('.blank').waitFor({ ...SOON, state: 'hidden' })
  await lead.getByRole('button', { name: 'Break', exact: true }).click()
  await lead.getByRole('button', { name: 'Begin', exact: true }).click()
  await wall.getByText('Back at').waitFor(SOON)
  await lead.getByRole('button', { name: 'Back to normal' }).click()
  await wall.getByText('Back at').waitFor({ ...SOON, state: 'hidden' })
})

it('swaps the screens of one browser, and says so where there is no wall', async () => {
  const lead = await presenter()
  const context = lead.context()
  await lead.keyboard.press('x')
  await lead.getByText('No window of this browser shows the wall.').waitFor(SOON)
  const wall = await context.newPage()
  await wall.goto(`${origin}/what-is-a-kernel/deck/`)
  await wall.locator('.corner').waitFor({ ...SOON, state: 'attached' })
  await lead.bringToFront()
  await lead.keyboard.press('x')
  await wall.waitForURL('**/presenter/', SOON)
  await lead.waitForURL('**/deck/**', SOON)
  await wall.getByRole('button', { name: /Next|Begin/ }).waitFor(SOON)
})

it('keeps a page that loses its network, and takes it to the right step when that is back', async () => {
  const [lead, room] = [await presenter(), await phone()]
  await lead.keyboard.press('Home')
  await lead.getByRole('button', { name: 'Slides' }).click()
  await lead.getByLabel('Title or number').fill('2')
  await lead.keyboard.press('Enter')
  await shows(room, 'Programs ask, the kernel answers')
  await room.context().setOffline(true)
  await restart()
  await room.getByText('What was shown stays here').waitFor(SOON)
  await shows(room, 'Programs ask, the kernel answers')
  await lead.getByRole('button', { name: 'Go on' }).click()
  await lead.getByRole('button', { name: 'Slides' }).click()
  await lead.getByLabel('Title or number').fill('3')
  await lead.keyboard.press('Enter')
  await room.context().setOffline(false)
  await shows(room, 'How much does a call cost?')
})

it('shows what is drawn on wall and phones, keeps it over reload and restart, and zooms the wall', async () => {
  const [lead, room] = [await presenter(), await phone()]
  const wall = await lead.context().newPage()
  await wall.goto(`${origin}/what-is-a-kernel/deck/`)
  await lead.bringToFront()
  await lead.getByRole('button', { name: /Next|Begin/ }).click()
  await lead.getByRole('button', { name: 'Draw', exact: true }).click()
  const draw = async () => {
    const { x, y, width, height } = (await lead.locator('.now .step-box').boundingBox())!
    await lead.mouse.move(x + width / 4, y + height / 4)
    await lead.mouse.down()
    await lead.mouse.move(x + width / 2, y + height / 2, { steps: 8 })
    await lead.mouse.up()
  }
  await draw()
  const lines = (page: Page, selector: string) => page.locator(`${selector} svg.ink path`)
  const each = [[lead, '.now'], [wall, '#slide-content'], [room, '.sheet']] as const
  for (const [page, selector] of each)
    await expect.poll(() => lines(page, selector).count(), SOON).toBe(1)
  await lead.reload()
  await expect.poll(() => lines(lead, '.now').count(), SOON).toBe(1)
  await lead.keyboard.press('n')
  await room.getByText(', page 1').waitFor(SOON)
  await expect.poll(() => lines(room, '.sheet').count(), SOON).toBe(0)
  await draw()
  for (const [page, selector] of each)
    await expect.poll(() => lines(page, selector).count(), SOON).toBe(1)
  await restart()
  await lead.getByRole('button', { name: 'Go on' }).click()
  await lead.keyboard.press('u')
  for (const [page, selector] of each)
    await expect.poll(() => lines(page, selector).count(), SOON).toBe(0)
  await lead.keyboard.press('Escape')
  for (const [page, selector] of each)
    await expect.poll(() => lines(page, selector).count(), SOON).toBe(1)
  const widthOf = () => wall.evaluate(() => document.querySelector('#slide-content')!.getBoundingClientRect().width / innerWidth)
  await lead.keyboard.press('z')
  await expect.poll(widthOf, SOON).toBeGreaterThan(1.9)
  await lead.keyboard.press('Escape')
  await expect.poll(widthOf, SOON).toBeLessThan(1.1)
})

it('takes votes and questions as plain text, and keeps them over a restart of the server', async () => {
  const [lead, room] = [await presenter(), await phone()]
  const dialogs: string[] = []
  for (const page of [lead, room])
    page.on('dialog', dialog => void dialogs.push(dialog.message()))
  await lead.keyboard.press('Home')
  await lead.getByRole('button', { name: 'A to D' }).click()
  await room.getByLabel('B', { exact: true }).check()
  await room.getByText('You may change it until it is closed.').waitFor(SOON)
  const question = '<img src=x onerror=alert(1)> Why?'
  await room.getByLabel('Ask, without your name').fill(question)
  await room.getByRole('button', { name: 'Ask', exact: true }).click()
  await lead.getByText(question).waitFor(SOON)
  await restart()
  await lead.getByText('This goes on with the talk').waitFor(SOON)
  await lead.getByRole('button', { name: 'Go on' }).click()
  await lead.getByText('1 of 1, open').waitFor(SOON)
  await lead.getByText(question).waitFor(SOON)
  await lead.keyboard.press('v')
  await lead.getByRole('button', { name: 'Show the room' }).click()
  await room.getByRole('row', { name: 'B' }).getByText('100 % (1)').waitFor(SOON)
  await room.locator('#questions').getByText(question).waitFor(SOON)
  expect(dialogs).toEqual([])
})

it('moves nothing for who has not the secret, or sends from another site', async () => {
  const stranger = await openPage(`${origin}/what-is-a-kernel/presenter/?key=wrong`)
  await stranger.getByRole('button', { name: 'Next' }).click()
  await stranger.getByText('Only the presenter may do this.').waitFor(SOON)
  const foreign = await openPage((await builtSite('talks')).origin)
  const sent = await foreign.evaluate(address => fetch(`${address}/room/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"do":"lost"}',
  }).then(({ status }) => status, () => 'refused'), origin)
  expect(sent).toBe('refused')
})

it.each(['light', 'dark'] as const)('is for everybody: axe finds no fault with phones and presenter, %s', async (colorScheme) => {
  const lead = await openPage(`${origin}/what-is-a-kernel/presenter/?key=${SECRET}`, { colorScheme })
  await lead.getByText('The slides are made ready').waitFor({ ...SOON, state: 'detached' })
  await lead.getByRole('button', { name: /Next|Begin/ }).click()
  const room = await openPage(`${origin}/room/`, { viewport: { width: 390, height: 780 }, colorScheme })
  await room.locator('#slide h1').first().waitFor(SOON)
  await lead.getByRole('button', { name: 'A to D' }).or(lead.getByRole('button', { name: 'Put away' })).first().click()
  for (const page of [lead, room]) {
    // The page itself lets no script in but its own.
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate(() => (window as any).axe.run())
    expect(violations.map(({ id, nodes }: any) => [id, nodes.map(({ target }: any) => target.join(' '))])).toEqual([])
  }
})

it('is a small page', async () => {
  const packed = { 'accept-encoding': 'gzip' }
  const html = await fetch(`${origin}/room/`, { headers: packed })
  const sizes = [Number(html.headers.get('content-length'))]
  const addresses = Array.from((await html.text()).matchAll(/(?:src|href)="(\/live[^"]+)"/g), ([, address]) => address!)
  const slide = await fetch(`${origin}/room/slide/1/0`, { headers: packed })
  const { style } = await slide.clone().json() as { style: string }
  sizes.push(Buffer.byteLength(await slide.text()))
  for (const address of [...addresses, style])
    sizes.push(Number((await fetch(origin + address, { headers: packed })).headers.get('content-length')))
  expect(addresses).toHaveLength(2)
  expect(sizes.every(size => size > 0)).toBe(true)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30_000)
})
