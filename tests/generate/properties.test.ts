import type { Root } from 'mdast'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from '@slidev/parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checks } from '../../bench/rubric/checks.ts'
import { measureLectures } from '../../bench/rubric/measure.ts'
import { UserError } from '../../src/core/errors.ts'
import { PictureFinder } from '../../src/generate/course/pictures.ts'
import { writeLecture } from '../../src/generate/course/write-lecture.ts'
import { planLectures } from '../../src/generate/plan-lectures.ts'
import { makeLectures } from './make-lecture.ts'

const kept = checks.filter(({ id }) => ['C1', 'C2', 'C4', 'V1', 'V3', 'S1', 'D1b', 'D2'].includes(id))

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('kernel', 'container', 'is', 'a', 'the', 'runs', 'not', 'Docker', 'images', 'because', 'host', 'e.g.', 'v2.0', 'app.py', 'Größe', '核心', 'نواة') },
  { weight: 1, arbitrary: fc.constantFrom('{{', '}}', '<T>', '-->', '<!--', '---', ':::', '::x::', '$5', '*', '_', '`', '[x]', '#', '1.', '<<<', '|', '&amp;', '\\', '~~', '?', '://') },
)
const sentence = fc.tuple(fc.array(word, { minLength: 1, maxLength: 40 }), fc.constantFrom('.', '?', '!', ':', '')).map(([words, end]) => words.join(' ') + end)
const text = fc.array(sentence, { minLength: 1, maxLength: 5 }).map(sentences => ({ type: 'text' as const, value: sentences.join(' ') }))

const { block } = fc.letrec<{ phrasing: any, block: any }>(tie => ({
  phrasing: fc.oneof({ depthSize: 'small', withCrossShrink: true }, text, fc.record({ type: fc.constant('inlineCode'), value: fc.array(word, { minLength: 1, maxLength: 4 }).map(words => words.join(' ')) }), fc.record({ type: fc.constantFrom('strong', 'emphasis', 'delete'), children: fc.array(tie('phrasing'), { minLength: 1, maxLength: 3 }) }), fc.record({ type: fc.constant('link'), url: fc.webUrl(), children: fc.array(text, { minLength: 1, maxLength: 1 }) }), fc.record({ type: fc.constant('image'), url: fc.constantFrom('a.png', 'b/c.svg', 'https://example.com/d.jpg'), alt: sentence }), fc.constant({ type: 'break' })),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ type: fc.constant('paragraph'), children: fc.array(tie('phrasing'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ type: fc.constant('heading'), depth: fc.constantFrom(1, 2, 3, 4), children: fc.array(text, { minLength: 1, maxLength: 1 }) }),
    fc.record({ type: fc.constant('code'), lang: fc.constantFrom('js', 'bash', 'nope', undefined, 'yaml'), value: fc.array(sentence, { maxLength: 60 }).map(lines => lines.join('\n')) }),
    fc.record({ type: fc.constantFrom('blockquote'), children: fc.array(tie('block'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ type: fc.constant('admonition'), kind: fc.constantFrom('note', 'exercise', 'solution', 'summary', 'question', 'danger'), title: fc.option(sentence, { nil: undefined }), children: fc.array(tie('block'), { maxLength: 3 }) }),
    fc.record({ type: fc.constant('tab'), label: sentence, children: fc.array(tie('block'), { maxLength: 2 }) }),
    fc.record({ type: fc.constant('list'), ordered: fc.boolean(), children: fc.array(fc.record({ type: fc.constant('listItem'), children: fc.array(tie('block'), { maxLength: 2 }) }), { minLength: 1, maxLength: 9 }) }),
    fc.record({ type: fc.constant('table'), children: fc.array(fc.record({ type: fc.constant('tableRow'), children: fc.array(fc.record({ type: fc.constant('tableCell'), children: fc.array(text, { maxLength: 1 }) }), { minLength: 2, maxLength: 7 }) }), { minLength: 1, maxLength: 12 }) }),
    fc.record({ type: fc.constant('math'), value: fc.constantFrom('a^2', '\\frac{1}{2}') }),
    fc.constant({ type: 'thematicBreak' }),
  ),
}))

const trees = fc.array(block, { maxLength: 12 }).map((children): Root => ({ type: 'root', children }))

describe('any tree of Markdown', () => {
  it('becomes slides that keep every word', () => {
    fc.assert(fc.property(trees, fc.constantFrom('lecture' as const, 'section' as const), (root, split) => {
      const document = { file: '/lectures/tree.md', format: 'markdown' as const, text: '', root, omitted: [] }
      const pictures = new PictureFinder({ file: document.file, target: 'images' }, new Map())
      const lectures = planLectures(document, { split }).map(lecture => writeLecture(document, lecture, pictures))
      const measured = measureLectures(document, lectures, pictures.found)
      expect(kept.flatMap(({ id, tally }) => tally(measured).misses.map(miss => `${id}: ${miss}`))).toEqual([])
    }), { numRuns: 300, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false })
  }, 60_000)
})

describe('any mangled document', () => {
  const folder = path.resolve('tests/fixtures/generate/traps')
  const lines = readdirSync(folder).filter(name => name.endsWith('.md')).flatMap(name => readFileSync(path.join(folder, name), 'utf8').split('\n'))
  const mangled = fc.array(fc.tuple(fc.constantFrom('', '', '  ', '    ', '> ', '- '), fc.constantFrom(...lines), fc.nat(100)), { minLength: 1, maxLength: 40 })
    .map(parts => parts.map(([before, line, cut]) => before + (cut < 15 ? line.slice(0, Math.floor(line.length * cut / 15)) : line)).join('\n'))

  it('becomes slides as planned, or is refused in words for people', () => {
    fc.assert(fc.property(mangled, (text) => {
      try {
        const { lectures, markdown } = makeLectures(text)
        expect(parseSync(markdown[0]!, 'lecture.md').slides).toHaveLength(lectures[0]!.drafts.length)
      }
      catch (error) {
        expect(error).toBeInstanceOf(UserError)
      }
    }), { examples: [['$$\n---\n']], numRuns: 200, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false })
  }, 60_000)
})
