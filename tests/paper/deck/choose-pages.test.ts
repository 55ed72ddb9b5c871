import type { Lecture, Slide } from '../../../src/course/course.ts'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../../src/core/errors.ts'
import { slideFields } from '../../../src/course/front-matter.ts'
import { choosePages, lastSteps, parseRange, stepProblems, wantsSteps } from '../../../src/paper/deck/choose-pages.ts'

function lectureOf(...frontmatters: Record<string, unknown>[]): Lecture {
  const slides = frontmatters.map((frontmatter, i) => ({ id: `s${i + 1}`, number: i + 1, title: `Slide ${i + 1}`, frontmatter, ...slideFields(frontmatter, { file: '', line: 1, keyLines: {} }).fields, file: '/course/slides/01-a.md', line: 10 * (i + 1) }) as unknown as Slide)
  return { slug: 'a', title: 'A', file: '/course/slides/01-a.md', slides } as unknown as Lecture
}

// Two clicks on the second slide, none elsewhere.
const steps = [['001-01', 1, 0], ['002-01', 2, 0], ['002-02', 2, 1], ['002-03', 2, 2], ['003-01', 3, 0]].map(([id, slide, clicks]) => ({ id: String(id), slide: Number(slide), clicks: Number(clicks) }))
const chosen = (lecture: Lecture, options: Parameters<typeof choosePages>[2]) => choosePages(lecture, steps, options).map(({ id, label }) => `${id} ${label}`)

describe('the pages of slides.pdf', () => {
  it('show the last step of each slide', () => {
    expect(chosen(lectureOf({}, {}, {}), { withClicks: false })).toEqual(['001-01 1', '002-03 2', '003-01 3'])
    expect(lastSteps(lectureOf({}, {}, {}), steps).map(({ id }) => id)).toEqual(['001-01', '002-03', '003-01'])
  })

  it('show every step where clicks are wanted, and only the slides that are', () => {
    expect(chosen(lectureOf({}, {}, {}), { withClicks: true })).toEqual(['001-01 1', '002-01 2', '002-02 2.2', '002-03 2.3', '003-01 3'])
    expect(chosen(lectureOf({}, {}, {}), { withClicks: true, numbers: [2] })).toEqual(['002-01 2', '002-02 2.2', '002-03 2.3'])
  })

  it('show the steps that a slide asks for', () => {
    const lecture = lectureOf({}, { print: [0, 2] }, {})
    expect(wantsSteps(lecture)).toBe(true)
    expect(chosen(lecture, { withClicks: false })).toEqual(['001-01 1', '002-01 2', '002-03 2.3', '003-01 3'])
    expect(chosen(lectureOf({}, { print: 1 }, {}), { withClicks: true })).toEqual(['001-01 1', '002-02 2', '003-01 3'])
    expect(stepProblems(lecture, [0, 2, 0])).toEqual([])
  })

  it('name steps that there are not', () => {
    expect(stepProblems(lectureOf({ print: 'last' }, { print: [0, 3] }), [0, 2]).map(problem => formatProblem(problem, '/course'))).toMatchInlineSnapshot(`
      [
        "slides/01-a.md:9: The steps to print of the slide "Slide 1" are not a list of clicks: "last".
          Write the clicks that are done on each page, e.g. print: [0, 2].",
        "slides/01-a.md:19: The slide "Slide 2" has no step 3: its clicks go from 0 to 2.
          Fix the list in its front matter, e.g. print: [0].",
      ]
    `)
  })
})

describe('a range', () => {
  it('is numbers and spans', () => {
    expect(parseRange('8, 2-4,3', 9, '"A"')).toEqual([2, 3, 4, 8])
  })

  it.each(['', '0', '3-2', '10', '2-', 'a'])('is not "%s"', (range) => {
    expect(() => parseRange(range, 9, '"A"')).toThrow(/is not a range of "A", which has the slides 1 to 9/)
  })
})
