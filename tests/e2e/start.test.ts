import type { Page } from 'playwright-chromium'
import type { RunningCommand } from '../run-command.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { freePort } from '../../src/browser/serve.ts'
import { startCommand } from '../run-command.ts'
import { ask, opensWebSocket } from './ask.ts'
import { newPage, openPage } from './browser.ts'
import { copyCourse } from './course-copy.ts'

const SOON = { timeout: 60_000 }
let root: string
let port: number
let server: RunningCommand

const addressOf = (lecture: string, id: string) => `http://127.0.0.1:${port}/${lecture}/deck/#/${id}`
const openSlide = (lecture: string, id: string) => openPage(addressOf(lecture, id))

/** Decks that stay open from test to test, as an author's do: each opening loads hundreds of modules. */
const open = new Map<string, Page>()

async function showSlide(lecture: string, id: string): Promise<Page> {
  const page = open.get(lecture) ?? await newPage()
  open.set(lecture, page)
  await page.goto(addressOf(lecture, id))
  return page
}

beforeAll(async () => {
  root = await copyCourse()
  port = await freePort(0)
  server = startCommand('start', '--course', root, '--port', String(port))
  await server.prints('Press Ctrl+C to stop.')
  // Vite prepares its packages when they are first asked for, and loads the page again.
  const page = await showSlide('first-steps', '1')
  await page.locator('.slidev-page:visible').getByText('Where everything begins').waitFor({ timeout: 150_000 })
})
afterAll(async () => {
  await Promise.all(Array.from(open.values(), page => page.context().close()))
  expect((await server.stop()).code).toBe(130)
})

/** Saves a file of the course with a change, each on slides of its own, so that no test waits for another. */
async function edit(file: string, change: (text: string) => string): Promise<void> {
  const text = await fs.readFile(path.join(root, file), 'utf8')
  expect(change(text)).not.toBe(text)
  onTestFailed(() => fs.writeFile(path.join(root, file), text))
  await fs.writeFile(path.join(root, file), change(text))
}

const shown = (page: Page, text: string) => page.locator('.slidev-page:visible').getByText(text).first().waitFor(SOON)
const overlay = (page: Page) => page.evaluate(() => document.querySelector('vite-error-overlay')?.shadowRoot?.querySelector('.message')?.textContent ?? '')

it('says where each lecture is', () => {
  expect(server.printed()).toContain(`A small course
  All lectures
    http://127.0.0.1:${port}/
  First steps
    http://127.0.0.1:${port}/first-steps/deck/
  A second look
    http://127.0.0.1:${port}/second-look/deck/
`)
})

it.each(['/first-steps', '/first-steps/', '/first-steps/deck'])('leads from %s to the deck', async (address) => {
  const { status, location } = await ask(port, { path: address, headers: { host: `127.0.0.1:${port}` } })
  expect([status, location]).toEqual([302, '/first-steps/deck/'])
})

describe('what is saved', () => {
  it('shows on its slide, in the page that is open', async () => {
    const page = await showSlide('first-steps', 'a-step-has-two-parts')
    await shown(page, 'The start, which is')
    await page.evaluate(() => document.body.classList.add('same-page'))
    await edit('slides/01-first-steps.md', text => text.replace('The start, which', 'The beginning, which'))
    await shown(page, 'The beginning, which is')
    expect(await page.locator('body.same-page').count()).toBe(1)
  })

  it('stays on a slide that gets another title, and with it another address', async () => {
    const page = await showSlide('second-look', 'a-part-of-the-courses-own')
    await shown(page, 'A part of the course')
    await edit('slides/02-second-look.md', text => text.replace('# A part of the course', '# Another part of the course'))
    await shown(page, 'Another part of the course')
    expect(new URL(page.url()).hash).toBe('#/another-part-of-the-courses-own')
    await edit('slides/02-second-look.md', text => text.replace('# Another part of the course', '# A part of the course'))
    await shown(page, 'A part of the course')
  })

  it('says on its slide and in the terminal what a check would, until it is mended', async () => {
    const page = await showSlide('first-steps', 'a-picture')
    const file = 'slides/01-first-steps.md'
    const said = page.locator('.docent-findings').getByText('has no alternative text')
    await edit(file, text => text.replace('![A blue square]', '![]'))
    await said.waitFor(SOON)
    await server.prints('has no alternative text')
    await edit(file, text => text.replace('![]', '![A blue square]'))
    await said.waitFor({ state: 'detached', ...SOON })
  })

  it('shows the first formula of the course', async () => {
    const page = await showSlide('second-look', 'a-part-of-the-courses-own')
    await shown(page, '42')
    await edit('slides/02-second-look.md', text => `${text}\nAs $x^2$ says.\n`)
    await page.locator('.slidev-page:visible .katex').waitFor(SOON)
  })

  it('shows where a component stands', async () => {
    const page = await showSlide('second-look', 'a-part-of-the-courses-own')
    await shown(page, '42')
    await edit('components/Badge.vue', text => text.replace('{{ label }}', 'No. {{ label }}'))
    await shown(page, 'No. 42')
  })

  it('is a slide more where one is inserted', async () => {
    const page = await showSlide('second-look', '2')
    await shown(page, 'Code is read')
    await edit('slides/02-second-look.md', text => text.replace('# Code is read', '# In between\n\n---\n\n# Code is read'))
    await shown(page, 'In between')
    for (const next of ['Code is read', 'A part of the course']) {
      await page.keyboard.press('ArrowRight')
      await shown(page, next)
    }
  })

  it('is a lecture more where one is added', async () => {
    await fs.writeFile(path.join(root, 'slides/03-third-time.md'), '# Third time\n\n---\n\n# Lucky\n')
    await edit('slides.md', text => `${text}\n---\nsrc: ./slides/03-third-time.md\n---\n`)
    await expect.poll(async () => (await ask(port, {})).body, SOON).toContain('/third-time/deck/')
    const page = await showSlide('third-time', 'lucky')
    await shown(page, 'Lucky')
    await edit('slides/03-third-time.md', text => text.replace('# Lucky', '# Lucky\n\nSaved again'))
    await shown(page, 'Saved again')
  })
})

describe('what is broken', () => {
  const file = 'slides/01-first-steps.md'

  it.each([
    ['a slide', '# The end is a beginning', '# The end is {{ a beginning }}', /01-first-steps\.md:\d+: .*Error parsing JavaScript expression/],
    ['front matter', 'id: a-picture', 'id: [a-picture', /01-first-steps\.md:\d+: .*YAML/],
  ])('in %s is said in the terminal and over the deck, until it is fixed', async (_, right, wrong, says) => {
    const page = await showSlide('first-steps', 'the-end')
    await shown(page, 'The end is a beginning')
    const before = server.printed().length
    const printed = () => server.printed().slice(before)
    await edit(file, text => text.replace(right, wrong))
    await expect.poll(printed, SOON).toMatch(says)
    await expect.poll(() => overlay(page), SOON).toMatch(says)
    const late = await openSlide('first-steps', 'first-steps')
    await expect.poll(() => overlay(late), SOON).toMatch(says)
    expect(printed()).not.toContain('whole again')
    expect(printed()).not.toContain('    at ')
    await edit(file, text => text.replace(wrong, right))
    await shown(page, 'The end is a beginning')
    await expect.poll(printed, SOON).toContain('The course is whole again.')
    await expect.poll(() => overlay(page), SOON).toBe('')
    await expect.poll(() => overlay(late), SOON).toBe('')
  })

  it('other lectures go on, and nothing stands over them', async () => {
    const [page, other] = [await showSlide('first-steps', 'a-picture'), await showSlide('second-look', 'code-is-read-more-often-than-written')]
    await shown(other, 'stays with')
    await edit('slides/01-first-steps.md', text => text.replace('id: a-picture', 'id: [a-picture'))
    await expect.poll(() => overlay(page), SOON).toMatch(/YAML/)
    await edit('slides/02-second-look.md', text => text.replace('stays with', 'is kept with'))
    await shown(other, 'is kept with')
    expect(await overlay(other)).toBe('')
    await edit('slides/01-first-steps.md', text => text.replace('id: [a-picture', 'id: a-picture'))
    await expect.poll(() => overlay(page), SOON).toBe('')
  })

  it('only where it is shown is said over the deck', async () => {
    const page = await showSlide('first-steps', 'a-picture')
    await shown(page, 'A picture says')
    await edit(file, text => text.replace('![A blue square]', '<Callout kind="wanring">x</Callout>\n\n![A blue square]'))
    await expect.poll(() => overlay(page), SOON).toContain('There is no callout "wanring". Did you mean warning?')
    await edit(file, text => text.replace('wanring', 'warning'))
    await shown(page, 'Warning')
    await expect.poll(() => overlay(page), SOON).toBe('')
  })

  it('for want of a component is fixed by the component', async () => {
    const page = await showSlide('second-look', 'a-second-look')
    await shown(page, 'A second look')
    await edit('slides/02-second-look.md', text => text.replace('# A second look', '# A second look\n\n<Later />'))
    await expect.poll(() => overlay(page), SOON).toContain('There is no component <Later>.')
    await fs.writeFile(path.join(root, 'components/Later.vue'), '<template><p>Better late</p></template>')
    await shown(page, 'Better late')
    await expect.poll(() => overlay(page), SOON).toBe('')
  })
})

describe('a stranger', () => {
  const host = () => `127.0.0.1:${port}`
  const files = async () => Promise.all(['slides.md', 'slides/01-first-steps.md', 'components/Badge.vue'].map(file => fs.readFile(path.join(root, file), 'utf8')))

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('cannot %s anything', async (method) => {
    const before = await files()
    const headers = { 'content-type': 'application/json', 'host': host(), 'origin': `http://${host()}` }
    for (const address of ['/', '/first-steps/deck/', '/__slidev/slides/2.json', '/@server-reactive/nav', '/__mcp', '/slides.md'])
      expect([address, (await ask(port, { method, path: address, headers })).status]).toEqual([address, 403])
    expect(await files()).toEqual(before)
  })

  it.each(['/__open-in-editor?file=slides.md', '/__OPEN-in-editor?file=slides.md', '/__open-in-editor/../?file=slides.md', '//__open-in-editor?file=slides.md'])('cannot start the editor by %s', async (address) => {
    expect((await ask(port, { path: address, headers: { host: host() } })).status).toBe(403)
  })

  it.each(['/', '/first-steps/deck/', '/__slidev/slides/2.json', '/@vite/client'])('who pointed a name at this machine cannot read %s', async (address) => {
    expect((await ask(port, { path: address, headers: { host: host() } })).status).toBe(200)
    for (const name of ['stranger.example', `stranger.example:${port}`, '127.0.0.1.stranger.example', `192.0.2.1:${port}`])
      expect([name, (await ask(port, { path: address, headers: { host: name } })).status]).toEqual([name, 403])
  })

  it('cannot listen to what is saved', async () => {
    const token = /wsToken = "([^"]+)"/.exec((await ask(port, { path: '/@vite/client', headers: { host: host() } })).body)![1]
    const opens = (headers: Record<string, string>, path = `/?token=${token}`) => opensWebSocket(port, { path, headers: { host: host(), ...headers } })
    expect(await opens({ origin: `http://${host()}` })).toBe(true)
    expect(await opens({ origin: `http://${host()}` }, '/')).toBe(false)
    expect(await opens({ origin: 'http://stranger.example' })).toBe(false)
    expect(await opens({ origin: 'null' })).toBe(false)
    expect(await opens({ origin: 'http://stranger.example', host: 'stranger.example' })).toBe(false)
    expect(await opens({ host: `192.0.2.1:${port}` })).toBe(false)
  })

  it('gets an answer to an address that cannot be read', async () => {
    const before = server.printed().length
    for (const address of ['/%', '//', '/%E0%A4%A/deck/'])
      expect([address, (await ask(port, { path: address, headers: { host: host() } })).status]).toEqual([address, 400])
    expect(server.printed().slice(before)).toBe('')
  })
})

describe('in the presenter view', () => {
  it('a note that is edited shows at once, and for who comes later', async () => {
    const page = await openSlide('first-steps', 'presenter/a-step-has-two-parts')
    await page.getByText('The start is small on purpose.').waitFor(SOON)
    await edit('slides/01-first-steps.md', text => text.replace('The start is small on purpose.', 'Notes are edited too.'))
    await page.getByText('Notes are edited too.').waitFor(SOON)
    const late = await openSlide('first-steps', 'presenter/a-step-has-two-parts')
    await late.getByText('Notes are edited too.').waitFor(SOON)
  })
})
