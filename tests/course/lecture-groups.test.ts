import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readCourse } from '../../src/course/read-course.ts'

const work = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-lectures-')))
let folders = 0

afterAll(() => fs.rm(work, { recursive: true }))

/** Lectures with the ids of their slides, as a course of these files is read, and the words of all that is told. */
async function read(files: Record<string, string>) {
  const root = path.join(work, String(++folders), 'course')
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name)
    await fs.mkdir(path.dirname(file), { recursive: true })
    await fs.writeFile(file, text)
  }
  const { course, problems } = await readCourse(root)
  return {
    lectures: Object.fromEntries(course.lectures.map(({ slug, slides }) => [slug, slides.map(({ id }) => id).join(' ')])),
    problems: problems.map(({ message }) => message),
    warnings: course.warnings.map(({ message }) => message),
    course,
  }
}

const own = '---\ntitle: Deck\n---\n\n# Deck\n\nBy Ada\n\n---\n\n# Second\n'
const importOf = (src: string, more = '') => `\n---\nsrc: ${src}\n${more}---\n`

describe('slides of slides.md itself', () => {
  it('are one lecture, be they all there is', async () => {
    expect(await read({ 'slides.md': own })).toMatchObject({ lectures: { slides: 'deck second' }, problems: [], warnings: [] })
    expect(await read({ 'slides.md': '# Only one' })).toMatchObject({ lectures: { slides: 'only-one' }, problems: [] })
  })

  it('have what they import in its place, in ranges, through others, and hidden as its author says', async () => {
    const { lectures, problems, warnings } = await read({
      'slides.md': `${own}${importOf('./pages/a.md#2,4-5')}\n---\n\n# Between\n${importOf('./pages/a.md#1')}${importOf('/pages/a.md', 'hide: true\n')}\n---\ndisabled: true\n---\n\n# Never\n\n---\n\n# End\n`,
      'pages/a.md': '# One\n\n---\n\n# Two\n\n---\n\n# Three\n\n---\nsrc: ./b.md\n---\n\n---\nrouteAlias: five\n---\n\n# Number five\n',
      'pages/b.md': '# Nested\n\n---\n\n# Nested too\n',
    })
    expect(lectures).toEqual({ slides: 'deck second two nested nested-too five between one end' })
    expect([problems, warnings]).toEqual([[], []])
  })

  it('stand beside lectures that are numbered', async () => {
    const { lectures, warnings } = await read({ 'slides.md': `${own}${importOf('./slides/01-one.md')}`, 'slides/01-one.md': '# One' })
    expect(lectures).toEqual({ slides: 'deck second', one: 'one' })
    expect(warnings).toEqual(['slides.md has 2 slides beside 1 lecture: they are a lecture of their own.'])
  })

  it.each([
    ['one', { slides: 'deck second one' }],
    ['imports', { one: 'one' }],
  ])('are what "lectures: %s" says, and nothing is told', async (choice, lectures) => {
    const entry = own.replace('title: Deck', `title: Deck\nlectures: ${choice}`)
    expect(await read({ 'slides.md': `${entry}${importOf('./slides/01-one.md')}`, 'slides/01-one.md': '# One' })).toMatchObject({ lectures, warnings: [] })
  })
})

describe('a slides.md that only imports', () => {
  const lectures = { 'slides/01-one.md': '# One', 'slides/02-two.md': '# Two', 'pages/three.md': '# Three' }

  it('is a course of the files in slides/, with a title or without', async () => {
    const imports = `${importOf('./slides/01-one.md')}${importOf('./slides/02-two.md')}`
    for (const head of ['---\ntitle: A course\n---\n', '---\ntitle: A course\n---\n\n# A course\n'])
      expect(await read({ ...lectures, 'slides.md': head + imports })).toMatchObject({ lectures: { one: 'one', two: 'two' }, problems: [], warnings: [] })
  })

  it('is one deck where no file lies in slides/', async () => {
    expect(await read({ 'pages/three.md': '# Three', 'slides.md': `---\ntitle: Deck\n---\n\n# Deck\n${importOf('./pages/three.md')}` })).toMatchObject({ lectures: { slides: 'deck three' }, warnings: [] })
  })

  it('takes parts of a file as one lecture, and names what is there twice', async () => {
    const parts = `---\ntitle: A course\n---\n${importOf('./slides/01-one.md#1')}${importOf('./slides/01-one.md#3')}`
    const files = { 'slides/01-one.md': '# One\n\n---\n\n# Two\n\n---\n\n# Three\n' }
    expect(await read({ ...files, 'slides.md': parts })).toMatchObject({ lectures: { one: 'one three' }, problems: [] })
    expect((await read({ ...files, 'slides.md': `${parts}${importOf('./slides/01-one.md#3')}` })).problems).toEqual(['The lecture ./slides/01-one.md#3 is named twice.'])
  })
})

it('warns of text that an import stands in for', async () => {
  const files = { 'slides.md': `${own}${importOf('./more.md')}\n# Lost\n`, 'more.md': '# More' }
  expect((await read(files)).warnings).toEqual(['The text below "src: ./more.md" is not shown: the file stands in its place.'])
})

describe('files beside a course', () => {
  const shared = { 'slides.md': `${own}${importOf('../shared/more.md')}`, '../shared/more.md': '# More' }

  it('are imported where its headmatter names their folder', async () => {
    expect((await read(shared)).problems).toEqual(['The file ../shared/more.md lies outside of the course\'s folder.'])
    const allowed = { ...shared, 'slides.md': shared['slides.md'].replace('title: Deck', 'title: Deck\nfolders: [../shared]') }
    expect(await read(allowed)).toMatchObject({ lectures: { slides: 'deck second more' }, problems: [] })
  })

  it('are imported from the npm project that the course is a part of', async () => {
    expect((await read({ ...shared, '../package.json': '{ "workspaces": ["*"] }', 'package.json': '{}' })).problems).toEqual([])
    expect((await read({ ...shared, '../package.json': '{}' })).problems).toEqual([])
    expect((await read({ ...shared, '../package.json': '{}', 'package.json': '{}' })).problems).toHaveLength(1)
  })

  it('are told of where the folder is not there', async () => {
    const { problems } = await read({ 'slides.md': own.replace('title: Deck', 'title: Deck\nfolders: ../gone') })
    expect(problems).toEqual(['"folders" names "../gone", and there is no such folder.'])
  })
})

it('takes a duration for the video\'s length only where there is a video', async () => {
  const { course, warnings } = await read({ 'slides.md': own.replace('title: Deck', 'title: Deck\nduration: 35min') })
  expect(course.lectures[0]).toMatchObject({ minutes: 35, duration: undefined })
  expect(warnings).toEqual([])
})
