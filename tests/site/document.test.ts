import type { Course } from '../../src/course/course.ts'
import { beforeAll, expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
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

it('tells search engines the lectures in order', () => {
  expect(courseData(course)).toMatchObject({ '@type': 'Course', 'url': 'https://example.org/talks/', 'hasPart': [{ name: 'What is a kernel?', position: 1, timeRequired: 'PT1200S' }, { name: 'Containers', position: 2 }, { name: 'Questions', position: 3 }] })
})
