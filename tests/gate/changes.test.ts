import type { Slide } from '../../src/course/course.ts'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { compareSlides } from '../../src/gate/changes/compare-slides.ts'
import { findChanges } from '../../src/gate/changes/find-changes.ts'

function course(...slides: [id: string, content: string, notes?: string, frontmatter?: object][]) {
  const made = slides.map(([id, content, notes = '', frontmatter = {}], i) => ({ id, content, notes, frontmatter, number: i + 1 }) as Slide)
  return { lectures: [{ slug: 'one', slides: made }] } as unknown as Parameters<typeof compareSlides>[0]
}

it('tells slides apart by their ids, wherever they stand, and by their text where an id is new', () => {
  const before = course(['a', 'A'], ['b', 'B', 'Notes'], ['c', 'C'], ['d', 'D'], ['e', 'E'], ['f', 'F'])
  const after = course(['c', 'C'], ['a', 'A  \n'], ['b', 'B', 'Other notes'], ['dd', 'D'], ['e', 'E!'], ['g', 'G'], ['f', 'F', '', { layout: 'fact' }])
  const { changes, same } = compareSlides(before, after)
  expect(changes.map(({ id, what }) => `${id} ${what}`)).toEqual(['b notes', 'e text', 'g new', 'f text'])
  expect(same.map(({ after }) => after.id)).toEqual(['c', 'a', 'dd'])
})

it('takes for no change what nobody sees on slides', () => {
  const after = course(['a', 'A', '', { layout: 'cover', video: '/talk.webm', summary: 'All of it.' }])
  expect(compareSlides(course(['a', 'A', '', { layout: 'cover' }]), after).changes).toEqual([])
})

it('finds a slide that is gone', () => {
  expect(compareSlides(course(['a', 'A'], ['b', 'B']), course(['a', 'A'])).changes).toMatchObject([{ id: 'b', what: 'gone' }])
})

it('compares a course with what it was at a revision, and leaves nothing behind', async () => {
  const top = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-since-')))
  onTestFinished(() => fs.rm(top, { recursive: true }))
  const root = path.join(top, 'course')
  await fs.mkdir(root)
  const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], { cwd: top })
  const write = (text: string) => fs.writeFile(path.join(root, 'slides.md'), text)
  await write('# One\n\n---\n\n# Two\n\nIt is so.\n')
  git('init', '-q')
  git('add', '.')
  git('commit', '-qm', 'Begin')
  await write('# One\n\n---\n\n# Two\n\nIt is not so.\n')
  const options = { root, slugs: [], out: path.join(root, 'changes'), textOnly: true, progress: { step() {}, count() {}, done() {} } }
  const { changes } = await findChanges({ ...options, since: 'HEAD' })
  expect(changes.map(({ id, what }) => `${id} ${what}`)).toEqual(['two text'])
  await expect(findChanges({ ...options, since: 'nope' })).rejects.toThrow('There is no revision "nope"')
  expect(existsSync(options.out)).toBe(false)
})
