import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { formatProblem } from '../../src/core/errors.ts'

const folder = path.join(import.meta.dirname, '../fixtures/warned')

it.each(fs.readdirSync(folder).filter(name => !name.endsWith('.txt')))('warns of %s and builds it', async (name) => {
  const root = path.join(folder, name)
  const { lectures, warnings } = await loadCourse(root)
  const slides = lectures.map(({ slug, slides }) => `${slug}: ${slides.map(({ id }) => id).join(', ')}`)
  const told = warnings.map(problem => formatProblem(problem, root).replaceAll(root, '.'))
  await expect(`${[...slides, ...told].join('\n')}\n`).toMatchFileSnapshot(path.join(folder, `${name}.txt`))
})
