import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { formatProblem, UserError } from '../../src/core/errors.ts'

const folder = path.join(import.meta.dirname, '../fixtures/broken')

it.each(fs.readdirSync(folder).filter(name => !name.endsWith('.txt')))('says all that is wrong with %s', async (name) => {
  const root = path.join(folder, name)
  const error = await loadCourse(root).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(UserError)
  const report = (error as UserError).problems.map(problem => formatProblem(problem, root)).join('\n')
  await expect(`${report}\n`).toMatchFileSnapshot(path.join(folder, `${name}.txt`))
})

it('says that a folder is no course', async () => {
  await expect(loadCourse(import.meta.dirname)).rejects.toThrow('it has no slides.md')
})
