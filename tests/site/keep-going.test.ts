import type { Course } from '../../src/course/course.ts'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/core/errors.ts'
import { buildWithout } from '../../src/site/keep-going.ts'

const links = 'See [two](../../two/deck/#/there), [three](../../three/deck/) and <a href="../../two/index.html">two</a>.'

function courseOf(...slugs: string[]): Course {
  const lectures = slugs.map(slug => ({ slug, file: `/c/slides/${slug}.md`, slides: [{ file: `/c/slides/${slug}.md`, content: slug === 'one' ? `${links} <Chart />` : 'Text', notes: '' }] }))
  return { root: '/c', lectures } as unknown as Course
}

const built: string[][] = []

/** Builds a course in which some lectures fail, one after the other. */
function build(...failing: [file: string, message: string][]) {
  return async ({ lectures }: Course) => {
    built.push(lectures.map(({ slug }) => slug))
    const faults = failing.filter(([file]) => file.startsWith('/c/components') ? lectures.some(({ slug }) => slug === 'one') : lectures.some(lecture => lecture.file === file))
    if (faults.length)
      throw UserError.of([{ message: faults[0]![1], file: faults[0]![0], line: 3 }])
    return { site: lectures.map(({ slug }) => slug) }
  }
}

const messages = (error: unknown) => (error as UserError).problems.map(({ message }) => message)

describe('a build that keeps going', () => {
  it('leaves out lectures that fail, and what links to them', async () => {
    const { site, course, faults } = await buildWithout(courseOf('one', 'two', 'three', 'four'), { keepGoing: true, problems: [{ message: 'no such layout', file: '/c/slides/four.md' }] }, build(['/c/slides/two.md', 'does not print']))
    expect(site).toEqual(['one', 'three'])
    expect(faults.map(({ message }) => message)).toEqual(['no such layout', 'does not print'])
    expect(course.lectures[0]!.slides[0]!.content).toBe('See two, [three](../../three/deck/) and <a>two</a>. <Chart />')
  })

  it('leaves out the lectures that use a component that fails', async () => {
    const { site } = await buildWithout(courseOf('one', 'two'), { keepGoing: true, problems: [] }, build(['/c/components/Chart.vue', 'is not closed']))
    expect(site).toEqual(['two'])
  })

  it('says all when nothing is left, or when a fault is of no lecture', async () => {
    const all = await buildWithout(courseOf('one', 'two'), { keepGoing: true, problems: [{ message: 'first', file: '/c/slides/one.md' }] }, build(['/c/slides/two.md', 'second'])).catch((error: unknown) => error)
    expect(messages(all)).toEqual(['first', 'second'])
    const general = await buildWithout(courseOf('one', 'two'), { keepGoing: true, problems: [{ message: 'no title', file: '/c/slides.md' }] }, build()).catch((error: unknown) => error)
    expect(messages(general)).toEqual(['no title'])
  })
})

it('a build that need not keep going builds nothing where something is known to be wrong', async () => {
  built.length = 0
  const error = await buildWithout(courseOf('one', 'two'), { keepGoing: false, problems: [{ message: 'first', file: '/c/slides/two.md' }, { message: 'second', file: '/c/slides/one.md' }] }, build()).catch((error: unknown) => error)
  expect(messages(error)).toEqual(['second', 'first'])
  expect(built).toEqual([])
})
