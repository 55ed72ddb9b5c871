import path from 'node:path'
import { expect, it } from 'vitest'
import { withPublicPictures } from '../../src/course/front-matter-pictures.ts'

const root = path.join(import.meta.dirname, '../fixtures/broken/front-matter-pictures')

it.each([
  ['there.png', '/there.png'],
  ['./there.png?v=2', '/there.png?v=2'],
  ['/there.png', '/there.png'],
  ['gone.png', 'gone.png'],
  ['#123456', '#123456'],
  ['linear-gradient(#000, #fff)', 'linear-gradient(#000, #fff)'],
  ['./', './'],
  ['', ''],
])('a background %j is %j to a deck', (written, shown) => {
  expect(withPublicPictures({ background: written, title: 'there.png' }, root)).toEqual({ background: shown, title: 'there.png' })
})
