import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { slideMetrics } from '../../src/generate/fit/slide-metrics.ts'
import { typeSizes } from '../../src/generate/fit/type-sizes.ts'
import { courseHandouts } from '../../src/paper/handout/handout.ts'
import { slideWidth } from '../../src/paper/handout/sheet-size.ts'
import { POINTS_PER_MM } from '../../src/shared/units.ts'

const styles = (name: string) => readFileSync(path.resolve('styles', name), 'utf8')

it('the planner of generated slides knows the type that the styles set', () => {
  const { normal, ...named } = typeSizes
  const classes = Array.from(styles('type.css').matchAll(/\.type-(\w+) \{ --type-text: ([\d.]+)px; --type-code: ([\d.]+)px; --type-code-line: ([\d.]+)px; \}/g), ([, name, text, code, line]) =>
    [name, { text: Number(text), code: Number(code), codeLine: Number(line) }])
  expect(Object.fromEntries(classes)).toEqual(named)
  expect(styles('slides.css')).toContain(`font: 400 ${normal.text}px/1.36`)
  expect(styles('slides.css')).toContain(`--slidev-code-font-size: ${normal.code}px;`)
  expect(styles('slides.css')).toContain(`--slidev-code-line-height: ${normal.codeLine}px;`)
  expect(slideMetrics.text.line).toBe(normal.text * 1.36)
})

it('text is for the back row: 4.5 % of the height of a slide, and nothing that must be read under 18 px', () => {
  expect(typeSizes.normal.text / 552).toBeGreaterThanOrEqual(0.045)
  expect(Math.min(...Object.values(typeSizes).flatMap(({ text, code }) => [text, code]))).toBe(18)
  expect(typeSizes.dense.text).toBe(22)
  expect(typeSizes.normal.code).toBeGreaterThanOrEqual(19)
})

it.each(['a4', 'letter'] as const)('the handouts of a build print the smallest type of slides in six points, on %s', (paper) => {
  for (const handout of courseHandouts({ entry: 'slides.md', handouts: undefined } as Parameters<typeof courseHandouts>[0])) {
    const points = slideWidth({ ...handout, paper }) * POINTS_PER_MM / 980
    expect(points * typeSizes.dense.code, handout.layout).toBeGreaterThanOrEqual(6)
  }
})
