import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { readSettings } from '../../src/course/settings.ts'
import { loadData } from '../../src/slidev/options.ts'

let root: string
beforeEach(async () => {
  root = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-settings-')))
  await fs.writeFile(path.join(root, 'slides.md'), '---\ntitle: T\n---\n\n# T\n\n![](https://example.org/a.png)\n')
})
afterEach(() => fs.rm(root, { recursive: true, force: true }))

const write = (text: string) => fs.writeFile(path.join(root, 'docent.config.ts'), text)
const defined = (settings: string) => write(`import { defineCourse } from 'docent'\n\nexport default defineCourse(${settings})\n`)

describe('the settings of a course', () => {
  it('stand for what its headmatter does not say, in checks and in decks', async () => {
    await defined(`{ url: 'https://example.org/t/', remote: 'keep', kinds: { theory: { tone: 'green' } }, handouts: ['4'] }`)
    const course = await loadCourse(root)
    expect(course).toMatchObject({ url: 'https://example.org/t', remote: 'keep', handouts: [{ layout: '4' }] })
    const { headmatter } = await loadData(course, { mode: 'build', audience: 'public' })
    expect(headmatter).toMatchObject({ remote: 'keep', kinds: { theory: { tone: 'green' } } })
  })

  it('need no file, and may be empty', async () => {
    expect(await readSettings(root)).toEqual({ settings: {}, problems: [] })
    await defined('{}')
    expect(await readSettings(root)).toEqual({ settings: {}, problems: [] })
  })

  it('may say the same as the headmatter, and nothing else', async () => {
    const entry = path.join(root, 'slides.md')
    await fs.writeFile(entry, '---\ntitle: T\nremote: keep\n---\n\n# T\n')
    await defined(`{ remote: 'keep' }`)
    expect((await loadCourse(root)).remote).toBe('keep')
    await defined(`{ remote: 'error' }`)
    await expect(loadCourse(root)).rejects.toMatchObject({
      problems: [{ file: entry, line: 3, message: '"remote" is one thing here and another in docent.config.ts.', hint: 'Keep one of the two.' }],
    })
  })

  it.each([
    ['export default 3', 'This file does not export the settings of the course.', 1],
    [`export default {\n  out: 7,\n}`, 'The setting "out" is the path of a folder.', 2],
    [`export default {\n  url: 'x',\n  bse: '/',\n}`, 'There is no setting "bse".', 3],
  ])('say in a sentence what is wrong: %s', async (text, message, line) => {
    await write(text)
    const { problems } = await readSettings(root)
    expect(problems).toContainEqual(expect.objectContaining({ message, line, file: path.join(root, 'docent.config.ts') }))
  })

  it('keep what is right beside what is wrong, on the same line too, and take any name', async () => {
    await write(`\nexport default { out: 'site', bse: '/', 'a(b': 1, url: 7, toString: 'x' }`)
    const { settings, problems } = await readSettings(root)
    expect(settings).toEqual({ out: 'site' })
    expect(problems.slice(0, 3).map(({ line }) => line)).toEqual([2, 2, 2])
    expect(problems.map(({ message }) => message)).toEqual([
      'There is no setting "bse".',
      'There is no setting "a(b".',
      'The setting "url" is an address that begins with https://.',
      'There is no setting "toString".',
    ])
  })

  it('say where they cannot be read', async () => {
    await write('export default {\n  url: ,\n}\n')
    const { problems: [problem] } = await readSettings(root)
    expect(problem).toMatchObject({ line: 2, message: expect.stringMatching(/^The settings cannot be read: /) })
  })
})
