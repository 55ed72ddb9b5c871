import type { Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'
import { openPage, watchPage } from './browser.ts'
import { builtSite } from './built-site.ts'

const { origin } = await builtSite('talks')
const address = `${origin}/what-is-a-kernel/index.html`

/** What the frozen slide beside the video shows: its id and, where some are, its open steps. */
async function stageSlide(page: Page): Promise<string | null> {
  return page.locator('.stage-slide .frozen').getAttribute('data-shown')
}

/** The same of the live slide. */
async function liveSlide(page: Page): Promise<string> {
  return page.frames().find(frame => frame.url().includes('/deck/'))!.evaluate(() => {
    const { pathname, searchParams } = new URL(location.hash.slice(1), location.origin)
    const clicks = Number(searchParams.get('clicks'))
    return `${pathname.slice(1)}${clicks ? `.${clicks}` : ''}`
  })
}

async function expectSlide(page: Page, expected: string, shown: (page: Page) => Promise<string | null> = stageSlide): Promise<void> {
  await expect.poll(() => shown(page), { timeout: 15_000 }).toBe(expected)
}

/** Asks for the live slide in place of the frozen one. */
async function goLive(page: Page): Promise<void> {
  await page.getByLabel('Live slide').check()
  await page.frameLocator('iframe').locator('.slidev-layout:visible').first().waitFor()
}

function time(page: Page): Promise<number> {
  return page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)
}

/** The companion when its video and its slide are there. */
async function openCompanion(at = '', options = {}): Promise<Page> {
  const page = await openPage(undefined, { viewport: { width: 1280, height: 800 }, ...options })
  await page.goto(address + at)
  // Nothing of it is loaded before a reader asks.
  await page.locator('video').evaluate((video: HTMLVideoElement) => void (video.preload = 'metadata'))
  await page.waitForFunction(() => document.querySelector('video')!.readyState >= 1)
  await page.locator('.stage-slide .frozen[data-shown] .slidev-layout').waitFor()
  return page
}

async function seek(page: Page, seconds: number): Promise<void> {
  await page.locator('video').evaluate((video: HTMLVideoElement, seconds) => Object.assign(video, { preload: 'metadata', currentTime: seconds }) && undefined, seconds)
}

describe('the slide beside the video', () => {
  it('follows the video to the exact step, forth and back', async () => {
    const page = await openCompanion()
    for (const [seconds, slide] of [[17, 'asks'], [22.1, 'asks.1'], [28.4, 'asks.1'], [28.6, 'asks.2'], [44, 'counting.1'], [53, 'code'], [57, 'asks.2'], [17, 'asks'], [75, 'end']] as const) {
      await seek(page, seconds)
      await expectSlide(page, slide)
    }
    await seek(page, 22.1)
    const points = page.locator('.stage-slide .frozen li')
    await expect.poll(() => points.evaluateAll(items => items.map(item => getComputedStyle(item).opacity))).toEqual(['1', '1', '0'])
  })

  it('follows while the video plays, and the line that is said is marked', async () => {
    const page = await openCompanion('?t=0:21')
    await page.locator('video').evaluate((video: HTMLVideoElement) => {
      video.muted = true
      return video.play()
    })
    await expectSlide(page, 'asks.1')
    await page.locator('.transcript [aria-current]', { hasText: 'The kernel looks the file up' }).waitFor()
    await page.locator('#asks[aria-current]').waitFor()
    expect(await page.locator('[data-chapter][aria-current]').textContent()).toContain('Programs ask')
  })

  it('stays when following is switched off, and catches up when it is on again', async () => {
    const page = await openCompanion('?t=0:17')
    await expectSlide(page, 'asks')
    await page.getByLabel('Follow the video').uncheck()
    await seek(page, 75)
    await page.locator('#end[aria-current]').waitFor()
    expect(await stageSlide(page)).toBe('asks')
    await page.getByLabel('Follow the video').check()
    await expectSlide(page, 'end')
  })

  it('is live where the reader asks for that, and no deck is loaded before', async () => {
    const page = await openCompanion('?t=0:17')
    await expectSlide(page, 'asks')
    expect(page.frames()).toHaveLength(1)
    await goLive(page)
    await seek(page, 28.6)
    await expectSlide(page, 'asks.2', liveSlide)
    await page.getByLabel('Live slide').uncheck()
    await expectSlide(page, 'asks.2')
    expect(await page.locator('iframe').isVisible()).toBe(false)
  })

  it('leads the video where the reader moves on in it, live', async () => {
    const page = await openCompanion('?t=0:17')
    await goLive(page)
    await expectSlide(page, 'asks', liveSlide)
    await page.frameLocator('iframe').locator('.slidev-layout:visible').first().click()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => time(page)).toBe(22)
  })

  it('listens to no other page than its own', async () => {
    const page = await openCompanion('?t=0:17')
    await goLive(page)
    await expectSlide(page, 'asks', liveSlide)
    await page.evaluate(() => window.postMessage({ docent: 'at', number: 5, click: 0, byReader: true }, '*'))
    await page.frames()[1]!.evaluate(() => window.postMessage({ docent: 'show', number: 5, click: 0 }, '*'))
    await seek(page, 22.1)
    await expectSlide(page, 'asks.1', liveSlide)
    expect(await time(page)).toBe(22.1)
  })
})

describe('a choice seeks', () => {
  it.each([
    ['a chapter', (page: Page) => page.locator('[data-chapter]', { hasText: 'One line of C' }).click(), 52, 'code'],
    ['a line', (page: Page) => page.getByRole('link', { name: 'The kernel looks the file up, and answers.' }).click(), 22.5, 'asks.1'],
    ['a slide', (page: Page) => page.locator('#counting .slide-place a >> nth=0').click(), 35, 'counting'],
  ])('%s', async (_, choose, seconds, slide) => {
    const page = await openCompanion()
    await choose(page)
    await expect.poll(() => time(page)).toBe(seconds)
    await expectSlide(page, slide)
  })

  it('and back and forward go through the choices', async () => {
    const page = await openCompanion()
    await page.locator('[data-chapter]', { hasText: 'How much' }).click()
    await page.locator('[data-chapter]', { hasText: 'One line of C' }).click()
    expect(page.url()).toBe(`${address}?t=0:52`)
    await page.goBack()
    await expect.poll(() => time(page)).toBe(35)
    await expectSlide(page, 'counting')
    await page.goForward()
    await expect.poll(() => time(page)).toBe(52)
  })
})

describe('an address opens the right place', () => {
  it.each([
    ['?t=0:28.6', 28.6, 'asks.2'],
    ['?t=53', 53, 'code'],
    ['#counting', 35, 'counting'],
    ['?t=1:12#asks', 72, 'end'],
    ['?t=nonsense', 0, 'what-is-a-kernel'],
  ])('%s', async (at, seconds, slide) => {
    const page = await openCompanion(at)
    await expect.poll(() => time(page)).toBe(seconds)
    await expectSlide(page, slide)
  })
})

describe('by keyboard', () => {
  it('plays, steps, copies a link to the moment', async () => {
    const page = await openCompanion('?t=0:35', { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.keyboard.press('.')
    await expect.poll(() => time(page)).toBe(43)
    await page.keyboard.press(',')
    await expect.poll(() => time(page)).toBe(35)
    await page.keyboard.press('l')
    await expect.poll(() => time(page)).toBe(45)
    await page.keyboard.press('c')
    await page.getByText(`Copied: ${address}?t=0:45`).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${address}?t=0:45`)
    await page.keyboard.press('k')
    await expect.poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.paused)).toBe(false)
  })

  it('writes into the search instead where that has the focus, and does nothing when switched off', async () => {
    const page = await openCompanion('?t=0:35')
    await page.getByLabel('Search the course').pressSequentially('call')
    expect(await time(page)).toBe(35)
    await page.getByText('Keys', { exact: true }).click()
    await page.getByLabel('Use these keys').uncheck()
    await page.keyboard.press('l')
    expect(await time(page)).toBe(35)
  })

  it('walks through a transcript with the arrows', async () => {
    const page = await openCompanion()
    const lines = page.locator('.transcript span')
    await lines.first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('A program never touches the disk. It asks.')
    await page.keyboard.press('Enter')
    await expect.poll(() => time(page)).toBe(17)
  })
})

it('shows captions without being asked', async () => {
  const page = await openCompanion('?t=0:18')
  await expect.poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => Array.from(video.textTracks, track => [track.kind, track.mode, (track.activeCues?.[0] as VTTCue | undefined)?.text]))).toEqual([
    ['captions', 'showing', '<v Ada>A program never touches the disk. It asks.'],
    ['chapters', 'disabled', undefined],
  ])
})

describe('on a phone', () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'dark' }

  it('the slide and the line of time stay in sight while video and text go by', async () => {
    const page = await openCompanion('', phone)
    await page.locator('article#end').scrollIntoViewIfNeeded()
    const slide = (await page.locator('.stage-slide').boundingBox())!
    const line = (await page.locator('.time-line').boundingBox())!
    expect([slide.x, slide.y, slide.width]).toEqual([0, 0, 390])
    expect(line.y + line.height).toBeLessThan(300)
    expect((await page.locator('video').boundingBox())!.y).toBeLessThan(-200)
  })

  it.each([['that lies on its side', 844, 390], ['at 400 %', 320, 200]])('%s nothing is larger than the window', async (_, width, height) => {
    const page = await openCompanion('?t=0:28.6', { ...phone, viewport: { width, height } })
    for (const view of await page.locator('select[data-view] option').evaluateAll(options => options.map(option => (option as HTMLOptionElement).value))) {
      await page.getByLabel('View').selectOption(view)
      const large = await page.evaluate(() => Array.from(document.querySelectorAll('video, .frozen'), element => element.getBoundingClientRect())
        .filter(box => box.width > innerWidth || box.height > innerHeight)
        .map(({ width, height }) => [width, height]))
      expect(large, view).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBe(width)
    }
  })
})

describe('the stage', () => {
  const boxes = (page: Page) => page.evaluate(() => ['.stage-video', '.stage-slide', 'main'].map((selector) => {
    const { x, y, width, height } = document.querySelector(selector)!.getBoundingClientRect()
    return { x, y: y + scrollY, width, right: x + width, bottom: y + scrollY + height }
  }))

  it('shows video and slide beside the text, alike, or one large, and swaps them', async () => {
    const page = await openCompanion()
    const [video, slide, text] = await boxes(page)
    expect([video!.bottom <= slide!.y, slide!.right <= text!.x]).toEqual([true, true])
    await page.getByLabel('View').selectOption('Side by side')
    const alike = await boxes(page)
    expect(Math.abs(alike[0]!.width - alike[1]!.width)).toBeLessThan(1)
    expect(alike[2]!.y).toBeGreaterThan(alike[0]!.bottom)
    await page.getByLabel('View').selectOption('Theatre')
    const [small, large] = await boxes(page)
    expect(large!.width / small!.width).toBeCloseTo(3, 1)
    await page.getByRole('button', { name: 'Swap' }).click()
    const [swapped] = await boxes(page)
    expect(swapped!.width).toBe(large!.width)
    await page.keyboard.press('v')
    await page.keyboard.press('v')
    expect(await page.locator('.stage-video, .stage-slide, .moments').evaluateAll(all => all.map(element => element.checkVisibility()))).not.toContain(true)
    expect(await page.getByText('A program never touches the disk. It asks.').isVisible()).toBe(true)
  })

  it('fills the screen with both, and Escape leads back', async () => {
    const page = await openCompanion()
    // As on phones, which show no element in full screen.
    await page.locator('.stage').evaluate(stage => Object.assign(stage, { requestFullscreen: undefined }))
    await page.keyboard.press('Shift+F')
    expect(await page.locator('.stage').boundingBox()).toEqual({ x: 0, y: 0, width: 1280, height: 800 })
    const [video, slide] = await boxes(page)
    expect(Math.abs(video!.width - slide!.width)).toBeLessThan(1)
    await page.keyboard.press('Escape')
    expect((await page.locator('.stage').boundingBox())!.width).toBeLessThan(700)
  })

  it('plays as fast as the reader wants, and offers to go on where they left, the next time too', async () => {
    const page = await openCompanion('?t=0:35')
    const speed = () => page.locator('video').evaluate((video: HTMLVideoElement) => video.playbackRate)
    await page.getByLabel('Speed').selectOption('1.5×')
    expect(await speed()).toBe(1.5)
    await page.reload()
    await page.locator('.stage.is-ready').waitFor()
    expect(await speed()).toBe(1.5)
    await page.locator('video').evaluate((video: HTMLVideoElement) => {
      video.muted = true
      return video.play()
    })
    await expect.poll(() => page.evaluate(() => localStorage.getItem('docent / watched what-is-a-kernel'))).not.toBeNull()
    await page.goto(address)
    await page.getByRole('button', { name: /^Go on at 0:3\d$/ }).click()
    await expect.poll(() => time(page)).toBeGreaterThanOrEqual(35)
    await expectSlide(page, 'counting')
  })

  it('has a line of time with the slide of each moment, and finds what was said and shown', async () => {
    const page = await openCompanion()
    const line = page.getByRole('slider', { name: 'Time of the recording' })
    await line.fill('53')
    await expect.poll(() => time(page)).toBe(53)
    expect(await line.getAttribute('aria-valuetext')).toBe('0:53 of 1:20, One line of C is one call')
    const { x, y, width } = (await line.boundingBox())!
    await page.mouse.move(x + width / 2, y + 10)
    await page.locator('.time-peek', { hasText: 'How much does a call cost?' }).waitFor()
    await page.locator('.time-peek .frozen h1').waitFor()
    await line.blur()
    await page.keyboard.press('/')
    await page.keyboard.type('LOOKS file')
    const places = page.locator('.talk-search li a')
    expect(await places.allTextContents()).toEqual([expect.stringMatching(/^0:16 · Slide/), '0:22 · SaidThe kernel looks the file up, and answers.'])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => time(page)).toBe(22.5)
    await page.getByRole('searchbox', { name: 'Search in this talk' }).fill('bytes')
    expect(await places.first().locator('mark').textContent()).toBe('bytes')
    await page.getByRole('searchbox', { name: 'Search in this talk' }).fill('nowhere at all')
    await page.getByText('Nothing in this talk.').waitFor()
  })

  it('says that a recording cannot be played, and still leads through its slides', async () => {
    const page = await openPage(undefined, { viewport: { width: 1280, height: 800 } })
    await page.route('**/kernel.webm', route => route.fulfill({ status: 404 }))
    await page.goto(address)
    await page.getByRole('button', { name: 'Play' }).click()
    await page.getByRole('alert').getByText('The recording cannot be played here.').waitFor()
    await page.locator('[data-chapter]', { hasText: 'One line of C' }).click()
    await expectSlide(page, 'code')
  })
})

it('each step and its moment lead to each other, all that were logged', async () => {
  const page = await openCompanion()
  await page.locator('article#asks .moments').getByRole('link', { name: 'The program gets its bytes' }).click()
  await expect.poll(() => time(page)).toBe(28.5)
  await page.locator('article#asks .frozen .docent-lit', { hasText: 'The program gets its bytes' }).waitFor()
  await page.locator('.stage-slide .docent-lit', { hasText: 'The program gets its bytes' }).waitFor()
  await page.locator('article#asks .frozen li', { hasText: 'The kernel looks it up' }).click()
  await expect.poll(() => time(page)).toBe(22)
  expect(await page.locator('article#asks .frozen .docent-lit').allTextContents()).toEqual(['The kernel looks it up'])
  const { cues, slides } = JSON.parse((await page.locator('#_talk').textContent())!) as { cues: [number, number, number][], slides: string[] }
  for (const [start, number, click] of cues)
    expect(await page.locator(`[id="${slides[number - 1]}"] .moments [data-t="${start}"]`).count(), `${start}: ${click}`).toBe(1)
})

it('asks no other host, and no error comes', async () => {
  const page = await openPage(undefined, { viewport: { width: 1280, height: 800 } })
  const { errors, foreign } = watchPage(page)
  await page.goto(address)
  await page.locator('.stage-slide .frozen[data-shown]').waitFor()
  await seek(page, 60)
  await expectSlide(page, 'code')
  expect(errors.filter(error => !/Wake Lock|FloatingVue/.test(error))).toEqual([])
  expect(foreign).toEqual([])
})
