import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { filesBelow } from '../../src/core/files.ts'

const SIDES = /\b(?:padding|margin)-(?:left|right):|\b(?:text-align|float): ?(?:left|right)\b/
const SHORTHAND = /\b(?:padding|margin): *([^\s;(]+) +([^\s;(]+) +([^\s;(]+) +([^\s;(]+);/

it('slides and pages have no left and right of their own, so that they can be turned', async () => {
  const folders = ['styles', 'components', 'layouts', 'pages'].map(name => filesBelow(path.resolve(name)))
  const files = (await Promise.all(folders)).flat().filter(file => /\.(?:css|vue)$/.test(file))
  expect(files.length).toBeGreaterThan(50)
  const sided = files.flatMap(file => readFileSync(file, 'utf8').split('\n').filter((line) => {
    const [, , right, , left] = SHORTHAND.exec(line) ?? []
    return SIDES.test(line) || right !== left
  }).map(line => `${path.relative('', file)}: ${line.trim()}`))
  expect(sided).toEqual([])
})
