import path from 'node:path'
import { expect, it } from 'vitest'
import { hasBottomLayer } from '../../src/slidev/contract/layouts.ts'

it('knows courses that have something of their own at the foot of their slides', () => {
  const courses = path.join(import.meta.dirname, '../fixtures/courses')
  expect(['slidev', 'small'].map(name => hasBottomLayer(path.join(courses, name)))).toEqual([true, false])
})
