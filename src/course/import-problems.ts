import type { Problem } from '../core/errors.ts'
import type { CourseSource } from '../slidev/contract/source.ts'
import type { Course } from './course.ts'
import path from 'node:path'
import { didYouMean } from '../core/did-you-mean.ts'
import { withSlashes } from '../core/files.ts'
import { isOnlyTitle } from './lecture-groups.ts'

type ImportingSlide = CourseSource['markdownFiles'][string]['slides'][number]

/** What is wrong with what `slides.md` and its files import: no lecture, the same twice, or not there. */
export function importProblems(source: CourseSource, course: Course, inSlides: readonly string[]): Problem[] {
  const { entry } = course
  const own = source.markdownFiles[withSlashes(entry)]
  return [
    ...isEmpty(source, course, inSlides) && !own?.errors?.length ? [emptyProblem(entry)] : [],
    ...repeatedProblems(own?.slides ?? [], course),
    ...brokenProblems(source, inSlides),
  ]
}

/** A title alone is a slide, but not where lectures wait to be named. */
function isEmpty(source: CourseSource, { lectures }: Course, inSlides: readonly string[]): boolean {
  const [only] = lectures
  return !only || (lectures.length === 1 && only.slides.every(({ content }) => !content.trim()))
    || (inSlides.length > 0 && isOnlyTitle(source))
}

function emptyProblem(file: string): Problem {
  const hint = 'Add one to slides.md: a line ---, a line "src: ./slides/01-first.md", a line ---.'
  return { message: 'The course names no lecture.', hint, file }
}

function repeatedProblems(slides: readonly ImportingSlide[], { entry, lectures }: Course): Problem[] {
  const named = new Set<string>()
  return slides.flatMap(({ frontmatter: { src }, start }): Problem[] => {
    if (typeof src !== 'string')
      return []
    const [address = '', range = ''] = src.split('#')
    const file = path.resolve(path.dirname(entry), address)
    if (!lectures.some(lecture => lecture.file === file))
      return []
    if (named.has(`${file}#${range}`)) {
      const message = `The lecture ${src} is named twice.`
      return [{ message, hint: 'Remove one of the two.', file: entry, line: start + 2 }]
    }
    named.add(`${file}#${range}`)
    return []
  })
}

function brokenProblems(source: CourseSource, inSlides: readonly string[]): Problem[] {
  return Object.values(source.markdownFiles).flatMap(({ filepath, slides, errors = [] }) =>
    errors.map(({ row, message }): Problem => {
      const slide = slides.find(slide => slide.start === row)
      const src = slide?.frontmatter.src as string | undefined
      const offset = src ? slide!.raw.split('\n').findIndex(text => text.includes(src)) : 0
      const problem = importProblem(message, src, { folder: path.dirname(filepath), inSlides })
      return { ...problem, file: filepath, line: row + 1 + Math.max(0, offset) }
    }))
}

/** Slidev's own words for what it could not import, as a problem for an author. */
function importProblem(message: string, src: string | undefined, { folder, inSlides }: {
  /** Of the file that imports. */
  folder: string
  /** Lectures that are there. */
  inSlides: readonly string[]
}): Pick<Problem, 'message' | 'hint'> {
  if (src && message.startsWith('Imported markdown file not found')) {
    const known = inSlides.map(file => `./${path.relative(folder, file)}`)
    const meant = didYouMean(src, known)
    const fix = meant ? `fix the name (did you mean ${meant}?), ` : ''
    const what = /(?:^|\/)slides\//.test(src) ? 'lecture' : 'file'
    return { message: `The ${what} ${src} does not exist.`, hint: `Write the file, ${fix}or remove the line.` }
  }
  if (src && message.startsWith('Imported markdown escapes')) {
    const hint = 'Move it into that folder, or name its own in the headmatter of slides.md: '
      + `folders: [${path.dirname(src.split('#')[0]!)}].`
    return { message: `The file ${src} lies outside of the course's folder.`, hint }
  }
  return { message: `${message}.`, hint: 'Fix or remove the line.' }
}

/** Text of slides that import a file, which Slidev shows in its place. */
export function replacedText({ markdownFiles }: CourseSource): Problem[] {
  return Object.values(markdownFiles).flatMap(({ filepath, slides }) => slides.flatMap((slide): Problem[] => {
    const { frontmatter: { src, hide, disabled }, content, contentStart } = slide
    if (typeof src !== 'string' || hide || disabled || !content.trim())
      return []
    const message = `The text below "src: ${src}" is not shown: the file stands in its place.`
    const hint = 'Write a line --- before it, to make it a slide of its own.'
    return [{ message, hint, file: filepath, line: contentStart + 1 }]
  }))
}
