import type { UserError } from '../../src/core/errors.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { filesBelow } from '../../src/core/files.ts'
import { buildDecks } from '../../src/slidev/build-decks.ts'

const work = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-snippets-')))
const out = path.join(work, 'out')

async function builtScripts(slides: string): Promise<string> {
  const root = path.join(work, 'course')
  await fs.mkdir(root, { recursive: true })
  await fs.mkdir(path.join(work, 'shared'), { recursive: true })
  await fs.writeFile(path.join(work, 'shared/sum.ts'), 'export const besideTheCourse = 1\n')
  await fs.writeFile(path.join(root, 'slides.md'), slides)
  await buildDecks(await loadCourse(root), { out, base: './', audience: 'public' })
  const scripts = (await filesBelow(out)).filter(file => file.endsWith('.js'))
  return (await Promise.all(scripts.map(file => fs.readFile(file, 'utf8')))).join('\n')
}

afterAll(() => fs.rm(work, { recursive: true }))

it('shows code from a folder that the course names', async () => {
  expect((await builtScripts('---\nfolders: [../shared]\n---\n\n# Sum\n\n<<< ../shared/sum.ts\n')).includes('besideTheCourse')).toBe(true)
}, 60_000)

it('shows none from elsewhere, and says what to do', async () => {
  const error = await builtScripts('# Sum\n\n<<< ../shared/sum.ts\n').catch((error: unknown) => error as UserError)
  const { problems: [problem] } = error as UserError
  expect(problem).toMatchObject({ file: path.join(work, 'course/slides.md'), line: 1 })
  expect(problem!.message).toMatch(/^The slide "Sum" shows code from outside of the course: .*sum\.ts\.$/)
  expect(problem!.hint).toContain('folders: [../shared]')
}, 60_000)
