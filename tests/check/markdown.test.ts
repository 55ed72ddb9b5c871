import type { ComponentNames } from '../../src/check/component-names.ts'
import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readComponentNames } from '../../src/check/component-names.ts'
import { checkSlideMarkdown } from '../../src/check/markdown.ts'

const fixtures = path.join(import.meta.dirname, '../fixtures')
const folder = path.join(fixtures, 'markdown/check')

let components: ComponentNames
beforeAll(async () => {
  components = await readComponentNames({ root: path.join(fixtures, 'courses/small'), headmatter: {} })
})

function check(content: string, line = 1): string[] {
  return checkSlideMarkdown({ content, file: '/course/slides/01-a.md', line }, { components }).map(problem => `${problem.line}: ${problem.message}\n   ${problem.hint}`)
}

describe('slides are checked', () => {
  it.each(fs.readdirSync(folder).filter(name => name.endsWith('.md')))('%s', async (name) => {
    const problems = check(fs.readFileSync(path.join(folder, name), 'utf8'))
    await expect(problems.join('\n')).toMatchFileSnapshot(path.join(folder, name.replace(/md$/, 'problems.txt')))
  })

  it('counts lines from where the slide stands in its file, and names the file', () => {
    const [problem] = checkSlideMarkdown({ content: 'Text\n\n<Callot />', file: '/course/slides/01-a.md', line: 40 }, { components })
    expect(problem).toMatchObject({ file: '/course/slides/01-a.md', line: 42, message: 'There is no component <Callot>.' })
  })

  it('knows the components of the course, the toolkit and Slidev, in both spellings, and icons', () => {
    expect(check('<Badge label="1" /> <badge /> <Callout></Callout> <question-answer /> <Toc /> <v-click></v-click> <VSwitch /> <carbon-book /> <ph-airplane-fill />')).toEqual([])
  })

  it('takes no fault in a language that a course brings itself', () => {
    expect(checkSlideMarkdown({ content: '```mylang\nx\n```', file: '', line: 1 }, { components, ownLanguages: true })).toEqual([])
  })
})
