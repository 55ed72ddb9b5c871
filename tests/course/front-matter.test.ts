import { expect, it } from 'vitest'
import { formatProblem } from '../../src/core/errors.ts'
import { courseFields, lectureFields, slideFields } from '../../src/course/front-matter.ts'

const place = { file: '/course/slides/01-a.md', line: 1, keyLines: { minutes: 3, date: 4, duration: 5, section: 6 } }

it('is read into typed fields', () => {
  expect(slideFields({ layout: 'cover', minutes: 2.5, print: 1 }, place)).toEqual({ fields: { layout: 'cover', minutes: 2.5, print: [1] }, problems: [] })
  expect(lectureFields({ summary: 'All', section: 'Basics', date: '2026-05-04', video: '/a.webm', duration: '1:02:03', fromTalk: 'votes' }, place).fields).toEqual({
    summary: 'All',
    section: 'Basics',
    date: new Date('2026-05-04'),
    video: '/a.webm',
    duration: 3723,
    fromTalk: ['votes'],
  })
  expect(courseFields({ title: 'A', url: 'https://example.org/course/', notes: 'public', fonts: { sans: 'Inter' }, handouts: [6, { layout: '9' }] })).toMatchObject({
    title: 'A',
    language: 'en',
    url: 'https://example.org/course',
    notesPublic: true,
    ownFonts: true,
    handouts: [{ layout: 6 }, { layout: '9' }],
  })
})

it('says at its line what it cannot read, and goes on without it', () => {
  const slide = slideFields({ layout: 7, minutes: 'ten' }, place)
  const lecture = lectureFields({ section: 3, date: 'soon', video: ['a', 'b'], duration: 'long' }, place)
  expect({ ...slide.fields, ...lecture.fields }).toEqual({ layout: undefined, minutes: undefined, print: undefined, summary: undefined, section: undefined, date: undefined, video: undefined, duration: undefined })
  expect([...slide.problems, ...lecture.problems].map(problem => formatProblem(problem, '/course'))).toMatchInlineSnapshot(`
    [
      "slides/01-a.md:3: "minutes" is a number of minutes, not "ten"; it is ignored.
        Write for instance minutes: 5.",
      "slides/01-a.md:6: "section" is a heading for lectures, not 3; it is ignored.
        Write for instance section: Basics.",
      "slides/01-a.md:4: "date" is a day, not "soon"; it is ignored.
        Write it as year-month-day, e.g. date: 2026-05-04.",
      "slides/01-a.md:1: "video" is the path of a file or an address, not ["a","b"]; it is ignored.
        Write for instance video: /talks/intro.webm.",
      "slides/01-a.md:5: "duration" is the length of the video, not "long"; it is ignored.
        Write it as h:mm:ss, e.g. duration: 1:02:03.",
    ]
  `)
})
