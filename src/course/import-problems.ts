import type { Problem } from '../core/errors.ts'
import type { CourseSource, SlideSource } from '../slidev/contract/source.ts'
import path from 'node:path'
import { didYouMean } from '../core/did-you-mean.ts'

type ImportingSlide = CourseSource['markdownFiles'][string]['slides'][number]

/** What is wrong with the lectures that `slides.md` names: none, twice, or not there. */
export function importProblems(source: CourseSource, entry: string, lectureFiles: readonly string[]): Problem[] {
  return [
    ...emptyProblems(source, entry),
    ...repeatedProblems(source.markdownFiles[entry]?.slides ?? [], entry),
    ...brokenProblems(source, lectureFiles),
  ]
}

function emptyProblems({ slides, markdownFiles }: CourseSource, entry: string): Problem[] {
  if (slides.some(({ importChain }: SlideSource) => importChain?.length) || markdownFiles[entry]?.errors?.length)
    return []
  const hint = 'Add one to slides.md: a line ---, a line "src: ./slides/01-first.md", a line ---.'
  return [{ message: 'The course names no lecture.', hint, file: entry }]
}

function repeatedProblems(slides: readonly ImportingSlide[], entry: string): Problem[] {
  const named = new Set<string>()
  return slides.flatMap(({ frontmatter: { src }, start }): Problem[] => {
    if (typeof src !== 'string')
      return []
    const file = path.resolve(path.dirname(entry), src.split('#')[0]!)
    if (named.has(file)) {
      const message = `The lecture ${src} is named twice.`
      return [{ message, hint: 'Remove one of the two.', file: entry, line: start + 2 }]
    }
    named.add(file)
    return []
  })
}

function brokenProblems(source: CourseSource, lectureFiles: readonly string[]): Problem[] {
  return Object.values(source.markdownFiles).flatMap(({ filepath, slides, errors = [] }) =>
    errors.map(({ row, message }): Problem => {
      const slide = slides.find(slide => slide.start === row)
      const src = slide?.frontmatter.src as string | undefined
      const offset = src ? slide!.raw.split('\n').findIndex(text => text.includes(src)) : 0
      return { ...importProblem(message, src, lectureFiles), file: filepath, line: row + 1 + Math.max(0, offset) }
    }))
}

/** Slidev's own words for what it could not import, as a problem for an author. */
function importProblem(
  message: string,
  src: string | undefined,
  lectureFiles: readonly string[],
): Pick<Problem, 'message' | 'hint'> {
  if (src && message.startsWith('Imported markdown file not found')) {
    const meant = didYouMean(src, lectureFiles.map(file => `./slides/${path.basename(file)}`))
    const fix = meant ? `fix the name (did you mean ${meant}?), ` : ''
    return { message: `The lecture ${src} does not exist.`, hint: `Write the file, ${fix}or remove the line.` }
  }
  if (src && message.startsWith('Imported markdown escapes')) {
    const hint = 'Move it to slides/ and name it there.'
    return { message: `The lecture ${src} lies outside of the course's folder.`, hint }
  }
  return { message: `${message}.`, hint: 'Fix or remove the line.' }
}
