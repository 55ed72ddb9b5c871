import type { Manifest } from '../../src/site/manifest.ts'
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { readPdf } from '@docent/pdf-ua'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../run-command.ts'
import { openPage, watchPage } from './browser.ts'
import { builtSite } from './built-site.ts'

const { root, folder, origin } = await builtSite('small')
const readJson = async (name: string) => JSON.parse(await fs.readFile(path.join(folder, name), 'utf8'))
const manifest = await readJson('course.json') as Manifest

describe('the manifest', () => {
  it('is what its schema says', async () => {
    const validate = new Ajv().compile(await readJson('course.schema.json'))
    validate(manifest)
    expect(validate.errors).toBeNull()
  })

  it('lists every file with its size and hash', async () => {
    const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true })
    const paths = entries.filter(entry => entry.isFile()).map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)))
    expect(manifest.files.map(file => file.path)).toEqual(paths.filter(file => file !== 'course.json').sort())
    for (const file of manifest.files) {
      const content = await fs.readFile(path.join(folder, file.path))
      expect([file.bytes, file.sha256]).toEqual([content.length, createHash('sha256').update(content).digest('hex')])
    }
  })

  it('knows ids, numbers and clicks of slides', () => {
    expect(manifest.lectures[0]!.slides.map(({ id, number, clicks }) => [id, number, clicks])).toEqual([
      ['first-steps', 1, 0],
      ['a-step-has-two-parts', 2, 1],
      ['a-picture', 3, 0],
      ['the-end', 4, 0],
    ])
  })
})

it('is not built again where nothing has changed', async () => {
  const { code, stdout } = await runCommand('build', '--course', root, '--out', folder, '--base', '/some/where/')
  expect(code).toBe(0)
  expect(stdout).toContain('Nothing has changed since the last build.')
})

describe('the PDF slides', () => {
  it.each(manifest.lectures)('of $slug have a page with text for each slide', async ({ slug, slides }) => {
    const { pages } = await readPdf(await fs.readFile(path.join(folder, slug, 'slides.pdf')))
    expect(pages).toHaveLength(slides.length)
    for (const [i, { title }] of slides.entries())
      expect(pages[i]!.text.replace(/\s+/g, ' ')).toContain(title)
  })
})

describe('a deck', () => {
  it('offers the titles of its own lecture to jump to', async () => {
    const page = await openPage(`${origin}/second-look/deck/#/1`)
    await page.getByText('A second look').first().waitFor()
    const input = page.locator('#slidev-goto-input')
    // The deck listens to keys a moment after its first slide is there.
    await expect.poll(async () => {
      if (await input.isDisabled())
        await page.keyboard.press('g')
      return input.isEnabled()
    }).toBe(true)
    await input.fill('second')
    await expect.poll(() => page.locator('#slidev-goto-dialog li').allInnerTexts().then(texts => texts.map(text => text.replace(/\s+/g, ' ').trim()))).toEqual(['1 A second look'])
  })

  it('works below any path of any static host', async () => {
    const nested = await openPage()
    await nested.route('**/some/where/**', async (route) => {
      const response = await route.fetch({ url: route.request().url().replace('/some/where', '') })
      await route.fulfill({ response })
    })
    const { errors } = watchPage(nested)
    await nested.goto(`${origin}/some/where/first-steps/deck/index.html#/the-end`)
    await nested.getByText('The end is a beginning').first().waitFor()
    await nested.goto(`${origin}/some/where/first-steps/deck/index.html#/a-picture`)
    const picture = nested.locator('img:visible').first()
    await picture.waitFor()
    await expect.poll(() => picture.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
    expect(errors.filter(error => !/Wake Lock|FloatingVue/.test(error))).toEqual([])
  })

  it('keeps its presenter view in step, slide and click, and leaves another lecture alone', async () => {
    const audience = await openPage(`${origin}/first-steps/deck/#/1`)
    const context = audience.context()
    const presenter = await context.newPage()
    const other = await context.newPage()
    await presenter.goto(`${origin}/first-steps/deck/#/presenter/1`)
    await other.goto(`${origin}/second-look/deck/#/1`)
    await other.getByText('A second look').first().waitFor()
    await presenter.getByText('Welcome. This note belongs to the cover.').waitFor()
    await presenter.bringToFront()
    await presenter.keyboard.press('ArrowRight')
    await audience.waitForURL(/#\/a-step-has-two-parts(?:\?clicks=0)?$/)
    await presenter.keyboard.press('ArrowRight')
    await audience.waitForURL(/clicks=1/)
    expect(other.url()).toMatch(/#\/1$|first-steps|second-look\/deck\/#\/(?:1|a-second-look)$/)
  })
})
