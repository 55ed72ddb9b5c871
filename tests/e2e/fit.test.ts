import fs from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { toolkitRoot } from '../../src/core/toolkit.ts'
import { measureSlides, overflowsOf } from '../../src/generate/fit/measure.ts'
import { runCommand } from '../run-command.ts'
import { temporaryFolder } from './course-copy.ts'

const document = path.join(toolkitRoot, 'tests/fixtures/generate/tall-rows.md')

it('splits the slides that overflow in a browser, and names those that cannot be split', async () => {
  const work = await temporaryFolder()
  const root = path.join(work, 'course')
  // The same text twice, so that both lectures can be measured in one course.
  const fitted = path.join(work, 'fitted-rows.md')
  await fs.writeFile(fitted, (await fs.readFile(document, 'utf8')).replace('# Tall rows', '# Fitted rows'))
  expect((await runCommand('generate', document, '--out', root)).code).toBe(0)
  const { code, stdout } = await runCommand('generate', fitted, '--fit', '--out', root)
  expect(code).toBe(0)
  expect(stdout).toMatch(/^ {2}02-fitted-rows\.md +6 slides {2}new$/m)
  expect(stdout).toMatch(/^Slides that still overflow:\n {2}fitted-rows, slide 6 \(What no slide holds\): \d{4} px\n\nWrote 1 lecture to /m)

  const course = await loadCourse(root)
  const overflows = overflowsOf(await measureSlides(course))
  expect(overflows.map(({ lecture, title }) => `${lecture}: ${title}`)).toEqual([
    'tall-rows: Bars of four years',
    'tall-rows: What no slide holds',
    'fitted-rows: What no slide holds',
  ])
  expect(course.lectures[1]!.slides.map(({ title }) => title)).toEqual(['Fitted rows', 'Bars of four years', 'Bars of four years: The second', 'Bars of four years: The third', 'Bars of four years: The fourth', 'What no slide holds'])
  const written = await fs.readFile(course.lectures[1]!.file, 'utf8')
  expect(Array.from(written.matchAll(/^\| (The \w+)/gm), ([, year]) => year)).toEqual(['The first', 'The second', 'The third', 'The fourth'])
}, 240_000)
