import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { withTemporaryCourse } from '../../src/generate/fit/temporary-course.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'docent-look-'))
  mkdirSync(path.join(folder, 'components'))
  mkdirSync(path.join(folder, 'slides'))
  mkdirSync(path.join(folder, 'theme'))
  writeFileSync(path.join(folder, 'theme/package.json'), '{}')
  writeFileSync(path.join(folder, 'components/Own.vue'), '<template><b>own</b></template>')
  writeFileSync(path.join(folder, 'slides/01-first.md'), '# First\n')
  writeFileSync(path.join(folder, 'slides.md'), '---\ntitle: Own\nlang: de\ntheme: ./theme\n---\n\n# Own\n\n---\nsrc: ./slides/01-first.md\n---\n')
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const lectures = [{ slug: 'kernels', text: '# Kernels\n', pictures: [] }]

it('has the theme and the components of another course, and its own lectures', async () => {
  const look = await loadCourse(folder)
  const root = await withTemporaryCourse(lectures, { language: 'en', look }, async (course) => {
    expect(course.lectures.map(({ slug }) => slug)).toEqual(['kernels'])
    expect(course.language).toBe('en')
    expect(course.headmatter.theme).toBe(path.join(folder, 'theme'))
    expect(existsSync(path.join(course.root, 'components/Own.vue'))).toBe(true)
    return course.root
  })
  expect(existsSync(root)).toBe(false)
  expect(existsSync(path.join(folder, 'components/Own.vue'))).toBe(true)
})

it('has nothing of a course without one', async () => {
  await withTemporaryCourse(lectures, { language: 'de' }, async (course) => {
    expect(course.language).toBe('de')
    expect(course.headmatter.theme).toBeUndefined()
    expect(existsSync(path.join(course.root, 'components'))).toBe(false)
  })
})
