import path from 'node:path'
import { expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { openPage } from './browser.ts'
import { builtSite } from './built-site.ts'
import { compareFrozen, compareSteps } from './frozen-pixels.ts'

const small = { width: 980, height: 552 }

it.each([['site', '.', 2], ['talks', 'tests/fixtures/courses/talks', 1]] as const)('a frozen slide of the course %s is the live one without script: in light and dark at most 5 of 1000 pixels differ', async (name, root, lectures) => {
  const { origin } = await builtSite(name)
  const course = await loadCourse(root)
  const live = await openPage(undefined, { viewport: small })
  const frozen = await openPage(undefined, { viewport: small, javaScriptEnabled: false })
  for (const { slug, slides } of course.lectures.slice(0, lectures)) {
    const compared = await compareFrozen({ live, frozen }, `${origin}/${slug}/`, slides.map(({ id }) => id))
    expect(compared.length, path.join(name, slug)).toBeGreaterThanOrEqual((slides.length - 1) * 2)
    expect(compared.filter(({ differing }) => differing >= 0.005), slug).toEqual([])
  }
})

it.each([['talks', 'what-is-a-kernel', 3], ['slidev', 'text', 12]] as const)('a reader walks back through the steps of slides, which are those of the live deck: %s', async (name, slug, steps) => {
  const { origin } = await builtSite(name)
  const live = await openPage(undefined, { viewport: small })
  const frozen = await openPage(undefined, { viewport: small })
  const compared = await compareSteps({ live, frozen }, `${origin}/${slug}/`)
  expect(compared.length).toBeGreaterThanOrEqual(steps)
  expect(compared.filter(({ differing }) => differing >= 0.005)).toEqual([])
})

it.each([390, 980, 1960])('is as wide as its place on a window of %i pixels, and as high as its slide says', async (width) => {
  const { origin } = await builtSite('talks')
  const page = await openPage(`${origin}/what-is-a-kernel/index.html`, { viewport: { width, height: 800 }, javaScriptEnabled: false })
  const sizes = await page.locator('#asks .frozen').evaluate((frozen) => {
    const { width, height } = frozen.getBoundingClientRect()
    const slide = frozen.shadowRoot!.querySelector('.docent-root')!.getBoundingClientRect()
    return { ratio: width / height, widths: [width, slide.width], heights: [height, slide.height] }
  })
  expect(sizes.ratio).toBeCloseTo(980 / 552, 2)
  expect(sizes.widths[1]).toBeCloseTo(sizes.widths[0]!, 0)
  expect(sizes.heights[1]).toBeCloseTo(sizes.heights[0]!, 0)
})
