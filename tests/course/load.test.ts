import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { selectLectures, splitSlugs } from '../../src/course/select.ts'

const root = path.join(import.meta.dirname, '../fixtures/courses/small')
const first = path.join(root, 'slides/01-first-steps.md')

describe('a course', () => {
  it('is read with its lectures, slides and notes', async () => {
    const course = await loadCourse(root)
    expect(course).toMatchObject({ title: 'A small course', author: 'Ada Example', language: 'en', notesPublic: true, size: 2 })
    expect(course.lectures.map(({ slug, number, title, minutes }) => ({ slug, number, title, minutes }))).toEqual([
      { slug: 'first-steps', number: 1, title: 'First steps', minutes: 5 },
      { slug: 'second-look', number: 2, title: 'A second look', minutes: undefined },
    ])
    expect(course.lectures[0]!.slides.map(({ id, number, line, words }) => ({ id, number, line, words }))).toEqual([
      { id: 'first-steps', number: 1, line: 7, words: 5 },
      { id: 'a-step-has-two-parts', number: 2, line: 17, words: 23 },
      { id: 'a-picture', number: 3, line: 36, words: 7 },
      { id: 'the-end', number: 4, line: 45, words: 5 },
    ])
    expect(course.lectures[0]!.slides[0]!.notes).toBe('Welcome. This note belongs to the cover.')
  })

  it('keeps the ids of its slides when one is inserted before them', async () => {
    const before = await loadCourse(root)
    const changed = (await loadCourse(root, { [first]: '# New\n\n---\n\n# First steps\n\n---\n\n# A step has two parts\n\n---\nid: a-picture\n---\n\n# Renamed\n' })).lectures[0]!
    expect(changed.slides.map(({ id }) => id)).toEqual(['new', 'first-steps', 'a-step-has-two-parts', 'a-picture'])
    expect(before.lectures[0]!.slides.map(({ id }) => id)).toEqual(expect.arrayContaining(['first-steps', 'a-step-has-two-parts', 'a-picture']))
  })

  it('has lectures in the section that one of them begins, in its file or beside its import', async () => {
    const sections = async (entry: string, lecture: string) => {
      const sources = { [path.join(root, 'slides.md')]: entry, [first]: lecture }
      return (await loadCourse(root, sources)).lectures.map(({ section }) => section)
    }
    const entry = (section = '') => `---\ntitle: T\n---\n\n# T\n\n---\nsrc: ./slides/01-first-steps.md\n---\n\n---\nsrc: ./slides/02-second-look.md\n${section}---\n`
    expect(await sections(entry(), '# One\n')).toEqual([undefined, undefined])
    expect(await sections(entry(), '---\nsection: Basics\n---\n\n# One\n')).toEqual(['Basics', 'Basics'])
    expect(await sections(entry('section: More\n'), '---\nsection: Basics\n---\n\n# One\n')).toEqual(['Basics', 'More'])
  })

  it('takes a question as the title of a slide without a heading', async () => {
    const { lectures } = await loadCourse(root, { [first]: '# One\n\n---\n\n:::question{think=30} Is it *so*?\nYes.\n:::\n' })
    expect(lectures[0]!.slides[1]).toMatchObject({ title: 'Is it so?', id: 'is-it-so' })
  })
})

describe('the choice of lectures', () => {
  it('keeps the order of the course', async () => {
    const course = await loadCourse(root)
    expect(selectLectures(course, ['second-look', 'first-steps']).map(({ slug }) => slug)).toEqual(['first-steps', 'second-look'])
    expect(selectLectures(course, [])).toHaveLength(2)
  })

  it('names a lecture that does not exist, and the nearest', async () => {
    const course = await loadCourse(root)
    expect(() => selectLectures(course, splitSlugs('frist-steps, second-look'))).toThrow('There is no lecture "frist-steps".')
  })
})
