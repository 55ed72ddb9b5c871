import type { UserError } from '../../../src/core/errors.ts'
import type { Course } from '../../../src/course/course.ts'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../../src/core/errors.ts'
import { courseFields } from '../../../src/course/front-matter.ts'
import { courseHandouts, handoutFile, readHandout } from '../../../src/paper/handout/handout.ts'

const files = (handouts: unknown) => courseHandouts({ ...courseFields({ handouts }), entry: '/course/slides.md' } as unknown as Course).map(handoutFile)

function problems(run: () => unknown): string[] {
  try {
    run()
  }
  catch (error) {
    return (error as UserError).problems.map(problem => formatProblem(problem, '/course'))
  }
  return []
}

describe('a handout', () => {
  it('is named after what is not the default', () => {
    expect(handoutFile(readHandout({}))).toBe('handout-notes.pdf')
    expect(handoutFile(readHandout({ layout: '3-lines', paper: 'Letter', copy: 'key', ink: 'gray', ruling: 'dots' }))).toBe('handout-3-lines-key-letter-gray-dots.pdf')
    expect(readHandout({ layout: 4 }).layout).toBe('4')
  })

  it('has a ruling, also by its older name', () => {
    expect(handoutFile(readHandout({ room: 'dots' }))).toBe('handout-notes-dots.pdf')
    expect(readHandout({ room: 'grid', ruling: undefined }).ruling).toBe('grid')
    expect(problems(() => readHandout({ room: 'dotz' }))[0]).toMatch(/^There is no ruling "dotz"/)
  })

  it('says what there is where something does not exist', () => {
    expect(problems(() => readHandout({ layout: '3', paper: 'a5', copy: 'instructer' }))).toMatchInlineSnapshot(`
      [
        "There is no layout "3".
          Did you mean 4? There are: 4 (four slides a page), 6 (six slides a page), 9 (nine slides a page), notes (one slide over its notes, two where they are short), 2-notes (two slides a page, with their notes beside them), 3-lines (three slides a page, with room to write beside them), article (the notes as flowing text, with small slides in it).",
        "There is no paper "a5".
          Did you mean a4? There are: a4 (210 x 297 mm), letter (8.5 x 11 inches).",
        "There is no copy "instructer".
          Did you mean instructor? There are: student (for students: a blank in place of each answer), key (the answers to all questions), instructor (all notes, private ones too, answers and timing).",
      ]
    `)
  })
})

describe('the handouts of a build', () => {
  it('are notes, and three slides with lines, where the course says nothing', () => {
    expect(files(undefined)).toEqual(['handout-notes.pdf', 'handout-3-lines.pdf'])
  })

  it('are those that the course names, each once', () => {
    expect(files([{ layout: 6, paper: 'letter' }, '9', { layout: '9' }])).toEqual(['handout-6-letter.pdf', 'handout-9.pdf'])
    expect(files(false)).toEqual([])
    expect(files('article')).toEqual(['handout-article.pdf'])
  })

  it('never have the answers', () => {
    expect(problems(() => files([{ copy: 'key' }, { size: 4 }]))).toMatchInlineSnapshot(`
      [
        "slides.md:1: A handout has no "size".
          It has: layout, paper, copy, ink, ruling.",
      ]
    `)
    expect(problems(() => files([{ copy: 'key' }]))).toMatchInlineSnapshot(`
      [
        "slides.md:1: The key copy cannot be part of the public site.
          Remove it from "handouts" in slides.md, and run: npm run handout -- --copy key",
      ]
    `)
  })
})
