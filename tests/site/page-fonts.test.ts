import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { toolkitRoot } from '../../src/core/toolkit.ts'
import { placeForSheet, withPageFonts } from '../../src/site/page-fonts.ts'

const require = createRequire(import.meta.url)
const sheets = [
  require.resolve('@fontsource-variable/source-sans-3/wght.css'),
  path.join(toolkitRoot, 'styles/scripts.css'),
]

it('puts the typefaces of a course in the places of their sheets, each font in a file of its own', async () => {
  const course = await loadCourse(path.join(toolkitRoot, 'tests/fixtures/courses/small'))
  const places = sheets.map(placeForSheet)
  const { style, files } = await withPageFonts(`${places.join('')}body{margin:0}`, course, 'assets')
  expect(style).toMatch(/^@font-face\{.*\}body\{margin:0\}$/s)
  expect(style).toContain('--docent-scripts:')
  expect(style).not.toContain('docent-sheet')
  const named = Array.from(style.matchAll(/url\(["']?\.\/([^"')]+)/g), ([, name]) => `assets/${name}`)
  expect(named.length).toBeGreaterThan(1)
  expect([...new Set(named)].sort()).toEqual([...files.keys()].sort())
})

it('leaves other sheets what they are', () => {
  expect(placeForSheet(path.join(toolkitRoot, 'styles/tokens.css'))).toBeUndefined()
})
