import type { Course } from '../../src/course/course.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { describeCourse, describeLecture } from '../../src/site/description.ts'
import { htmlDocument } from '../../src/site/document.ts'
import { feeds } from '../../src/site/feeds.ts'
import { courseData } from '../../src/site/structured-data.ts'

let course: Course

beforeAll(async () => {
  course = await loadCourse('tests/fixtures/courses/talks')
})

function document(title: string, of = course): string {
  return htmlDocument({
    course: of,
    head: { title, description: title, path: 'a b/', type: 'article', data: { '@context': 'https://schema.org', '@type': 'LearningResource', 'name': title }, listed: true },
    top: '../',
    styles: ['assets/style.css'],
    scripts: ['assets/site.js'],
    body: '<main></main>',
    json: { _talk: { title } },
  })
}

it('writes whatever a title holds as text', () => {
  const html = document('</title><script>alert("1")</script> & <!--')
  expect(html.match(/<script/g)).toHaveLength(3)
  expect(html).not.toContain('</title><script>')
  expect(html).not.toContain('<!--')
  expect(JSON.parse(/id="_talk">(.*?)<\/script>/.exec(html)![1]!)).toEqual({ title: '</title><script>alert("1")</script> & <!--' })
})

it('has absolute addresses only where the course says where it is', () => {
  expect(document('x')).toContain('<link rel="canonical" href="https://example.org/talks/a%20b/">')
  const html = document('x', { ...course, url: undefined })
  expect(html).not.toMatch(/canonical|og:url|feed\.xml/)
})

it('writes a sitemap and a feed only where the course says where it is', () => {
  const changed = course.lectures.map((lecture, i) => ({ lecture, changed: new Date(Date.UTC(2026, 4, 4 + i)) }))
  expect(Array.from(feeds(course, changed).get('feed.xml')!.matchAll(/<updated>(.*?)<\/updated>/g), match => match[1])).toEqual(['2026-05-06T00:00:00Z', '2026-05-04T00:00:00Z', '2026-05-05T00:00:00Z', '2026-05-06T00:00:00Z'])
  expect([...feeds(course, changed).keys()]).toEqual(['robots.txt', 'sitemap.xml', 'feed.xml'])
  expect([...feeds({ ...course, url: undefined }, changed)]).toEqual([['robots.txt', 'User-agent: *\nDisallow:\n']])
  expect(feeds({ ...course, title: 'A & <b>' }, changed).get('feed.xml')).toContain('<title>A &amp; &lt;b&gt;</title>')
})

it('tells of news by dates that lectures and git say, and of none without', () => {
  const [first, ...rest] = course.lectures
  const changed = [{ lecture: first!, changed: new Date(Date.UTC(2026, 4, 4)) }, ...rest.map(lecture => ({ lecture }))]
  const files = feeds(course, changed)
  expect(files.get('feed.xml')!.match(/<entry>/g)).toHaveLength(1)
  expect(Array.from(files.get('sitemap.xml')!.matchAll(/<loc>(.*?)<\/loc>(<lastmod>.*?<\/lastmod>)?/g), ([, address, date]) => `${address} ${date}`)).toEqual([
    'https://example.org/talks/ <lastmod>2026-05-04T00:00:00Z</lastmod>',
    'https://example.org/talks/what-is-a-kernel/ <lastmod>2026-05-04T00:00:00Z</lastmod>',
    'https://example.org/talks/containers/ undefined',
    'https://example.org/talks/questions/ undefined',
  ])
  expect([...feeds(course, course.lectures.map(lecture => ({ lecture }))).keys()]).toEqual(['robots.txt', 'sitemap.xml'])
})

describe('a description', () => {
  const slide = (title: string, content: string) => ({ ...course.lectures[0]!.slides[1]!, title, content })
  const lecture = (...contents: [string, string][]) => ({ ...course.lectures[0]!, summary: undefined, title: 'Kernels', slides: contents.map(([title, content]) => slide(title, content)) })

  it('is the summary, else the first sentence of a slide, else what the slides are about', () => {
    expect(describeLecture(course.lectures[0]!)).toBe('Why programs ask a kernel, and what it does for them.')
    expect(describeLecture(lecture(['Kernels', '# Kernels'], ['Calls', '# Calls\n\n```c\nint a = 1. And so on and on and on.\n```\n\n- A list of things that are no sentence.\n\nToo short.\n\nA *program* asks the `kernel` for each file. It waits.']))).toBe('A program asks the kernel for each file.')
    expect(describeLecture(lecture(['Kernels', '# Kernels'], ['Calls', '# Calls\n\n- one'], ['Costs', '# Costs']))).toBe('Calls · Costs')
  })

  it('tells no answer that is withheld', () => {
    expect(describeLecture(lecture(['Kernels', ':::question{withheld} Who asks?\nOnly the program asks, and nobody else does so.\n:::']))).toBe('Kernels')
  })

  it('of a course is its own, else its lectures', () => {
    expect(describeCourse(course)).toBe('Three lectures, one of them recorded.')
    expect(describeCourse({ ...course, description: undefined })).toBe('What is a kernel? · Containers · Questions')
  })
})

it('tells search engines the lectures in order', () => {
  expect(courseData(course)).toMatchObject({ '@type': 'Course', 'url': 'https://example.org/talks/', 'hasPart': [{ name: 'What is a kernel?', position: 1, timeRequired: 'PT1200S' }, { name: 'Containers', position: 2 }, { name: 'Questions', position: 3 }] })
})
