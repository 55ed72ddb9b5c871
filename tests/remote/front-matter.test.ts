import { expect, it } from 'vitest'
import { remoteKeys } from '../../src/remote/front-matter.ts'

it.each([
  'https://images.test/sea.jpg?w=1920',
  '//images.test/sea.jpg?w=1920',
  ' https://images.test/sea.jpg?w=1920 ',
  '<https://images.test/sea.jpg?w=1920>',
])('finds a background on another host, written as %s', (background) => {
  expect(remoteKeys({ background })).toEqual([{ key: 'background', what: 'background picture', address: 'https://images.test/sea.jpg?w=1920' }])
})

it.each(['/sea.jpg', '#1b2330', 'linear-gradient(red, blue)'])('leaves %s as it is', (background) => {
  expect(remoteKeys({ background })).toEqual([])
})
