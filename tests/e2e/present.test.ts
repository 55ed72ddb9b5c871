import type { Page } from 'playwright-chromium'
import type { RunningCommand } from '../run-command.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../src/browser/serve.ts'
import { startCommand } from '../run-command.ts'
import { ask } from './ask.ts'
import { openPage, watchPage } from './browser.ts'
import { copyCourse } from './course-copy.ts'

const SOON = { timeout: 60_000 }
let root: string
let port: number
let server: RunningCommand

async function edit(from: string, to: string): Promise<void> {
  const file = path.join(root, 'slides/01-first-steps.md')
  await fs.writeFile(file, (await fs.readFile(file, 'utf8')).replace(from, to))
}

const present = (...slugs: string[]) => startCommand('present', ...slugs, '--course', root, '--port', String(port))
const address = (hash: string) => `http://127.0.0.1:${port}/first-steps/deck/${hash}`
const shows = (page: Page, text: string) => page.locator('.slidev-page:visible').getByText(text).first().waitFor(SOON)

beforeAll(async () => {
  root = await copyCourse()
  // A slide that comes only when it is shown.
  await edit('id: the-end', 'id: the-end\npreload: false')
  port = await freePort(0)
  server = present('first-steps')
  await server.prints('Press Ctrl+C to stop.')
})
afterAll(async () => {
  expect((await server.stop()).code).toBe(130)
  expect(await fs.readdir(path.join(root, '.docent'))).toEqual(['presenter-decks', 'presenter-frozen', 'presenter-secret'])
})

it('says where the presenter view and the wall are', () => {
  expect(server.printed()).toContain(`A small course
  First steps
    Presenter  http://127.0.0.1:${port}/first-steps/presenter/?key=`)
  expect(server.printed()).toContain(`
    Wall       http://127.0.0.1:${port}/first-steps/deck/

Keep the addresses with a key to yourself.`)
})

it('shows the notes beside the slide, and keeps two windows in step', async () => {
  const deck = await openPage(address('#/1'))
  const { foreign } = watchPage(deck)
  const presenter = await deck.context().newPage()
  await presenter.goto(address('#/presenter/1'))
  await presenter.getByText('Welcome. This note belongs to the cover.').waitFor(SOON)
  await shows(deck, 'Where everything begins')
  await presenter.keyboard.press('ArrowRight')
  await shows(deck, 'A step has two parts')
  await presenter.keyboard.press('ArrowRight')
  await shows(deck, 'A third part comes with a click.')
  await deck.keyboard.press('ArrowRight')
  await deck.locator('.slidev-page:visible').first().waitFor(SOON)
  await expect.poll(() => presenter.url(), SOON).toContain('#/presenter/a-picture')
  expect(foreign).toEqual([])
})

it('takes along a deck that is opened late; draws where it is asked to; counts down the minutes', async () => {
  const presenter = await openPage(address('#/presenter/3'))
  const timer = presenter.locator('.font-mono').filter({ hasText: /^\s*\d+:\d\d\s*$/ })
  expect((await timer.first().textContent())!.replaceAll(/\s/g, '')).toBe('5:00')
  const deck = await presenter.context().newPage()
  await deck.goto(address('#/1'))
  await expect.poll(() => deck.url(), SOON).toContain('#/a-picture')
  expect(presenter.url()).toMatch(/#\/presenter\/(?:3|a-picture)/)
  await presenter.getByTitle('Show drawing toolbar').click()
  await presenter.getByTitle('Hide drawing toolbar').waitFor(SOON)
  expect(await deck.getByTitle('Hide drawing toolbar').count()).toBe(0)
})

it('takes the next port where one is in use, and leaves open decks whole where it builds again', async () => {
  const page = await openPage(address('#/1'))
  await shows(page, 'Where everything begins')
  const { errors } = watchPage(page)
  await edit('# The end is a beginning', '# The end is another beginning')
  const second = present()
  await second.prints('Press Ctrl+C to stop.')
  const [, taken] = /^Port \d+ is in use; this is (\d+)\.$/m.exec(second.printed())!
  expect(Number(taken)).toBeGreaterThan(port)
  expect(second.printed()).toContain(`http://127.0.0.1:${taken}/second-look/deck/`)
  await page.goto(address('#/the-end'))
  await shows(page, 'The end is a beginning')
  expect(errors.filter(error => !error.includes('Wake Lock'))).toEqual([])
  await page.reload()
  await shows(page, 'The end is another beginning')
  expect((await second.stop('SIGTERM')).code).toBe(143)
})

describe('a stranger', () => {
  it.each(['POST', 'PUT', 'DELETE'])('cannot %s anything', async (method) => {
    expect((await ask(port, { method, path: '/first-steps/deck/' })).status).toBe(405)
  })

  it('who pointed a name at this machine cannot read anything', async () => {
    expect((await ask(port, { path: '/first-steps/deck/' })).status).toBe(200)
    for (const host of ['stranger.example', `stranger.example:${port}`, '127.0.0.1.stranger.example'])
      expect([host, (await ask(port, { path: '/first-steps/deck/', headers: { host } })).status]).toEqual([host, 403])
  })

  it('cannot leave the folder of the decks', async () => {
    for (const outside of ['/../../slides.md', '/..%2f..%2fslides.md', '/%2e%2e/%2e%2e/slides.md', '//../../slides.md'])
      expect([outside, (await ask(port, { path: outside })).status]).toEqual([outside, 404])
  })
})
