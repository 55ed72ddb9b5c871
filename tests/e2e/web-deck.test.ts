import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { openPage } from './browser.ts'
import { builtSite } from './built-site.ts'

const { origin } = await builtSite('talks')
const deck = `${origin}/what-is-a-kernel/deck/index.html`

describe('a deck for who uses a keyboard or hears it', () => {
  it('is the main part of its page, and says the title of each slide as it comes', async () => {
    const page = await openPage(`${deck}#/asks`)
    await page.getByRole('main', { name: 'What is a kernel?' }).waitFor()
    const said = page.locator('.slide-announcement')
    await expect.poll(() => said.textContent()).toBe('Slide 2 of 5: Programs ask, the kernel answers')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => said.textContent()).toBe('Slide 3 of 5: How much does a call cost?')
    expect(await page.title()).toBe('How much does a call cost? · What is a kernel? · Talks about kernels')
  })

  it('shows where the focus is', async () => {
    const page = await openPage(`${deck}#/asks`)
    await page.locator('.slidev-layout:visible').waitFor()
    await page.keyboard.press('Tab')
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!)
      return { outlineStyle, isWide: Number.parseFloat(outlineWidth) >= 2 }
    })
    expect(outline).toEqual({ outlineStyle: 'solid', isWide: true })
  })

  it('has text that can be selected', async () => {
    const page = await openPage(`${deck}#/asks`)
    await page.locator('.slidev-layout:visible li').first().dblclick({ position: { x: 40, y: 12 } })
    expect(await page.evaluate(() => getSelection()!.toString().trim())).not.toBe('')
  })

  it.each(['light', 'dark'] as const)('has no fault that axe finds on any slide, %s', async (colorScheme) => {
    const page = await openPage(undefined, { colorScheme })
    // What Slidev's own bar of buttons is made of is not ours to mend.
    for (const id of ['what-is-a-kernel', 'asks', 'counting', 'code', 'end']) {
      await page.goto(`${deck}#/${id}`)
      await page.locator(`.slidev-page:visible .slidev-layout`).first().waitFor()
      if (!await page.evaluate(() => 'axe' in window))
        await page.addScriptTag({ content: axe.source })
      const violations = await page.evaluate(async () => {
        const { violations } = await (window as any).axe.run({ exclude: ['nav'] })
        return violations.map(({ id, nodes }: any) => `${id}: ${nodes.map((node: any) => node.html.slice(0, 120)).join(' ')}`)
      })
      expect.soft(violations, id).toEqual([])
    }
  })
})

it('asks for all that it begins with at once, and a print view for none of it', async () => {
  const page = await openPage()
  const answers: string[] = []
  page.on('response', response => answers.push(`${response.status()} ${new URL(response.url()).pathname}`))
  const preloaded = () => page.evaluate(() => [...document.querySelectorAll<HTMLLinkElement>('script + link, head > script ~ link')]
    .filter(({ rel }) => rel.endsWith('preload'))
    .map(({ href }) => new URL(href).pathname))
  await page.goto(deck)
  await page.locator('.slidev-layout:visible').waitFor()
  const files = await preloaded()
  for (const part of ['/main-', '/slidev/play-', '/md-'])
    expect(files.filter(file => file.includes(part) && file.endsWith('.js')), part).not.toEqual([])
  // Each is there, and is asked for once.
  expect(files.map(file => answers.filter(answer => answer.endsWith(file)))).toEqual(files.map(file => [`200 ${file}`]))
  await page.goto(`${origin}/what-is-a-kernel/deck/index.html?print=true#/print`)
  await page.locator('.print-slide-container').first().waitFor()
  expect((await preloaded()).filter(file => file.includes('/slidev/play-'))).toEqual([])
})
