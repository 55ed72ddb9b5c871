import { expect, it } from 'vitest'
import { directionOf } from '../../src/shared/direction.ts'

it.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['fa', 'rtl'],
  ['en', 'ltr'],
  ['arn', 'ltr'],
  ['ar-Latn', 'ltr'],
])('%s is written %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction)
})
