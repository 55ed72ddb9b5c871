import type { RunningServer } from '../../src/browser/serve.ts'
import { Buffer } from 'node:buffer'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveFolder } from '../../src/browser/serve.ts'
import { loadCourse } from '../../src/check/load-course.ts'
import { compilePages } from '../../src/site/compile-pages.ts'
import { offlinePlan, serviceWorker } from '../../src/site/offline.ts'
import { singleFile } from '../../src/site/single-file.ts'
import { readSiteFiles } from '../../src/site/site-files.ts'
import { writePages } from '../../src/site/write-pages.ts'
import { zipSite } from '../../src/site/zip.ts'
import { frozenStub } from '../site/frozen-stub.ts'
import { openPage, watchPage } from './browser.ts'
import { builtSite } from './built-site.ts'

const { folder } = await builtSite('talks')
const root = 'tests/fixtures/courses/talks'
const viewport = { width: 1280, height: 800 }
const servers: RunningServer[] = []
let work: string

beforeAll(async () => {
  work = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-web-'))
})

afterAll(async () => {
  await Promise.all(servers.map(server => server.close().catch(() => undefined)))
  await fs.rm(work, { recursive: true, force: true })
})

async function copySite(name: string): Promise<string> {
  const copy = path.join(work, name)
  await fs.cp(folder, copy, { recursive: true })
  return copy
}

async function serve(folder: string, port = 0): Promise<RunningServer> {
  const server = await serveFolder(folder, { port })
  servers.push(server)
  return server
}

describe('without a network', () => {
  it('the whole course is there once somebody has asked for it: pages, search, decks; and it updates cleanly', async () => {
    const site = await copySite('offline')
    const server = await serve(site)
    const page = await openPage(`${server.origin}/containers/index.html`, { viewport, serviceWorkers: 'allow' })
    await page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active!.state === 'activated' || new Promise(resolve => active!.addEventListener('statechange', resolve))))
    const keptFiles = () => page.evaluate(async () => (await (await caches.open((await caches.keys())[0]!)).keys()).length)
    expect(await keptFiles()).toBeLessThan(30)
    await page.locator('.page-footer').scrollIntoViewIfNeeded()
    const keep = page.getByRole('button', { name: 'Keep the whole course offline' })
    const missing = path.join(site, 'questions/index.html')
    await fs.rename(missing, `${missing}.away`)
    await keep.click()
    await page.getByText(/^\d+ of \d+ files are kept, then it stopped/).waitFor()
    await fs.rename(`${missing}.away`, missing)
    await keep.click()
    await page.getByText('Kept on this device').waitFor()
    expect(await keptFiles()).toBeGreaterThan(100)
    await server.close()

    await page.goto(`${server.origin}/`)
    await page.getByLabel('Search the course').fill('hundred')
    await page.locator('.search-results').getByRole('link', { name: 'How much does a call cost?' }).click()
    await page.locator('#counting').getByRole('heading', { name: 'How much does a call cost?' }).waitFor()
    expect(await page.locator('#asks .frozen h1').evaluate(heading => getComputedStyle(heading).fontFamily)).toContain('Source Sans')
    await page.goto(`${server.origin}/questions/deck/index.html#/exam`)
    await page.locator('.slidev-layout:visible', { hasText: 'Which of these has a kernel' }).waitFor()

    const worker = await fs.readFile(path.join(site, 'sw.js'), 'utf8')
    const html = await fs.readFile(path.join(site, 'index.html'), 'utf8')
    await fs.writeFile(path.join(site, 'index.html'), html.replaceAll('Three lectures, one of them recorded.', 'Three lectures and a half.'))
    const plan = await offlinePlan(site, { files: await readSiteFiles(site), slugs: ['what-is-a-kernel', 'containers', 'questions'] })
    await fs.writeFile(path.join(site, 'offline.json'), JSON.stringify(plan))
    await fs.writeFile(path.join(site, 'sw.js'), serviceWorker(plan, worker.slice(worker.indexOf('\n') + 1)))
    const again = await serve(site, server.port)
    expect(again.port).toBe(server.port)
    await page.goto(`${server.origin}/questions/index.html`)
    // What is kept follows the newest build.
    await expect.poll(() => page.evaluate(async () => (await (await caches.match(`${location.origin}/__kept`))!.json()).version), { timeout: 30_000 }).toBe(plan.version)
    await again.close()
    await page.goto(`${server.origin}/`)
    await page.getByText('Three lectures and a half.').first().waitFor()
  })
})

it('works from a sub-path: search, companion, links', async () => {
  await fs.mkdir(path.join(work, 'sub/courses'), { recursive: true })
  await fs.symlink(folder, path.join(work, 'sub/courses/kernels'))
  const { origin } = await serve(path.join(work, 'sub'))
  const page = await openPage(undefined, { viewport })
  const { errors } = watchPage(page)
  await page.goto(`${origin}/courses/kernels/index.html`)
  await page.getByLabel('Search the course').fill('syscall')
  await page.locator('.search-results').getByRole('link', { name: 'Programs ask' }).click()
  await page.waitForURL(`${origin}/courses/kernels/what-is-a-kernel/index.html#asks`)
  await page.locator('.stage-slide .frozen .slidev-layout', { hasText: 'Programs ask' }).waitFor()
  expect(errors.filter(error => !/Wake Lock|FloatingVue/.test(error))).toEqual([])
})

it('is handed over as one zip file, which holds all of it', async () => {
  const file = path.join(work, 'course.zip')
  expect(await zipSite(folder, file)).toBe((await fs.stat(file)).size)
  const bytes = await fs.readFile(file)
  await zipSite(folder, file)
  expect(bytes.equals(await fs.readFile(file))).toBe(true)
  const target = path.join(work, 'unzipped')
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    await fs.mkdir(path.dirname(path.join(target, name)), { recursive: true })
    await fs.writeFile(path.join(target, name), content)
  }
  const { origin } = await serve(target)
  const page = await openPage(`${origin}/what-is-a-kernel/index.html?t=0:53`, { viewport })
  await page.locator('.stage-slide .frozen .slidev-layout', { hasText: 'One line of C' }).waitFor()
})

it('reads when the folder is opened without a server', async () => {
  const page = await openPage(pathToFileURL(path.join(folder, 'index.html')).href, { viewport })
  await page.getByRole('link', { name: 'What is a kernel?' }).click()
  await page.getByText('Wait until everyone sits.').or(page.getByText('until everyone sits.')).first().waitFor()
  await page.locator('.question summary').click()
  await page.getByText('The processor changes its mode').waitFor()
  expect(await page.locator('#asks .frozen h1').evaluate(heading => getComputedStyle(heading).fontFamily)).toContain('Source Sans 3')
  expect(await page.locator('body').evaluate(body => getComputedStyle(body).fontFamily)).toContain('Source Sans 3')
  await page.getByRole('link', { name: 'Talks about kernels' }).first().click()
  await page.waitForURL(/talks.*\/index\.html$|\/index\.html$/)
})

it('is one HTML file of a lecture that needs no other', async () => {
  const course = await loadCourse(root)
  const file = path.join(work, 'alone/kernel.html')
  await fs.mkdir(path.dirname(file))
  await fs.writeFile(file, await singleFile(course, course.lectures[0]!, folder))
  const page = await openPage(undefined, { viewport })
  const asked: string[] = []
  page.on('request', request => asked.push(request.url().slice(0, 60)))
  await page.goto(pathToFileURL(file).href)
  await page.getByText('First the program.').waitFor()
  expect(await page.locator('main img').evaluateAll(images => images.map(image => (image as HTMLImageElement).naturalWidth))).not.toContain(0)
  expect(asked.filter(url => !url.startsWith('data:'))).toEqual([pathToFileURL(file).href.slice(0, 60)])
  expect(await page.getByRole('link', { name: 'Containers' }).getAttribute('href')).toBe('https://example.org/talks/containers/index.html')
})

it('leaves nothing in one HTML file that leads nowhere', async () => {
  const course = await loadCourse(root)
  const html = await singleFile({ ...course, url: undefined }, course.lectures[0]!, folder)
  expect(html).not.toContain('Open the live deck')
  expect(html.match(/<a(?=[\s>])(?![^>]*\shref=)[^>]*>/g)).toBe(null)
})

describe('a recording at another host', () => {
  /** A player that tells what it is told, as YouTube's does. */
  const player = `<!DOCTYPE html><title>player</title><script>
    window.told = []
    const tell = info => parent.postMessage(JSON.stringify({ event: 'infoDelivery', info }), '*')
    addEventListener('message', ({ data }) => {
      const message = JSON.parse(data)
      window.told.push(message.func ?? message.event)
      if (message.event === 'listening')
        parent.postMessage(JSON.stringify({ event: 'initialDelivery', info: {} }), '*')
      if (message.func === 'seekTo')
        tell({ currentTime: message.args[0], playerState: 2 })
      if (message.func === 'playVideo')
        tell({ currentTime: 57, playerState: 1 })
    })
  </script>`

  it('is loaded only after a click, and then leads the slides', async () => {
    const site = await copySite('hosted')
    const file = path.resolve(root, 'slides/01-what-is-a-kernel.md')
    const text = (await fs.readFile(file, 'utf8')).replace('video: /kernel.webm', 'video: https://www.youtube.com/watch?v=abcdefghijk')
    const course = await loadCourse(root, { [file]: text })
    const printed = course.lectures.map(lecture => ({ lecture, words: [], frozen: frozenStub(lecture) }))
    const problems = await writePages(course, { folder: site, base: './', printed, papers: [], compiled: await compilePages(course) })
    expect(problems).toEqual([])
    const { origin } = await serve(site)
    const page = await openPage(undefined, { viewport })
    const asked: string[] = []
    await page.route(url => url.hostname !== '127.0.0.1', (route) => {
      asked.push(route.request().url())
      return route.fulfill({ contentType: 'text/html', body: Buffer.from(player) })
    })
    await page.goto(`${origin}/what-is-a-kernel/index.html?t=0:35`)
    const slide = page.locator('.stage-slide .frozen')
    await slide.getByText('How much does a call cost?').waitFor()
    expect(asked).toEqual([])
    await page.getByRole('button', { name: 'Load the video from YouTube' }).click()
    await page.frameLocator('iframe[title="Recording at YouTube"]').locator('body').waitFor({ state: 'attached' })
    expect(new URL(asked[0]!).origin).toBe('https://www.youtube-nocookie.com')
    expect(new URL(asked[0]!).searchParams.get('start')).toBe('35')

    await page.locator('[data-chapter]', { hasText: 'One line of C' }).click()
    await slide.getByText('One line of C').waitFor()
    await page.locator('body').press('k')
    await slide.getByText('Programs ask').waitFor()
    expect(await page.frames().find(frame => frame.url().includes('youtube'))!.evaluate(() => (window as any).told)).toEqual(expect.arrayContaining(['listening', 'seekTo', 'playVideo']))
  })
})
