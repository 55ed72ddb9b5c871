import type { Problem } from '../core/errors.ts'
import type { Course, Lecture, Slide } from '../course/course.ts'
import type { CourseData } from '../course/load.ts'
import path from 'node:path'
import { idProblem, slugProblem } from '../course/ids.ts'
import { noteProblems } from '../course/notes.ts'
import { layoutProblems } from './layouts.ts'
import { markdownProblems } from './markdown.ts'
import { pictureProblems } from './pictures.ts'

/** Everything wrong with a course that can be known without building it. */
export async function checkCourse(course: Course, data: CourseData): Promise<Problem[]> {
  const slides = course.lectures.flatMap(lecture => lecture.slides)
  return [
    ...lectureProblems(course, data),
    ...course.lectures.flatMap(slideIdProblems),
    ...await layoutProblems(course),
    ...await markdownProblems(course),
    ...slides.flatMap(slide => pictureProblems(slide, course.root)),
    ...slides.flatMap(slide => noteProblems(slide, notesLine(slide, data))),
  ]
}

function lectureProblems({ entry, lectures }: Course, data: CourseData): Problem[] {
  if (!lectures.length && !data.markdownFiles[entry]?.errors?.length)
    return [{ message: 'The course names no lecture.', hint: 'Add one to slides.md: a line ---, a line "src: ./slides/01-first.md", a line ---.', file: entry }]
  const problems: Problem[] = []
  const bySlug = new Map<string, Lecture>()
  for (const lecture of lectures) {
    const reason = slugProblem(lecture.slug)
    if (reason)
      problems.push({ message: `The lecture's file cannot be named ${path.basename(lecture.file)}: ${reason}.`, hint: 'Rename the file and its line in slides.md.', file: lecture.file })
    const other = bySlug.get(lecture.slug)
    if (other)
      problems.push({ message: `Two lectures have the slug "${lecture.slug}": ${path.basename(other.file)} and this one.`, hint: 'Rename one of the files.', file: lecture.file })
    bySlug.set(lecture.slug, lecture)
  }
  const named = new Map<string, number>()
  for (const slide of data.markdownFiles[entry]?.slides ?? []) {
    if (typeof slide.frontmatter.src !== 'string')
      continue
    const file = path.resolve(path.dirname(entry), slide.frontmatter.src.split('#')[0]!)
    if (named.has(file))
      problems.push({ message: `The lecture ${slide.frontmatter.src} is named twice.`, hint: 'Remove one of the two.', file: entry, line: slide.start + 2 })
    named.set(file, slide.start)
  }
  return problems
}

function slideIdProblems({ slides }: Lecture): Problem[] {
  const seen = new Map<string, Slide>()
  return slides.flatMap((slide): Problem[] => {
    const where = { file: slide.file, line: slide.keyLines.id ?? slide.line }
    const first = seen.get(slide.id)
    seen.set(slide.id, slide)
    if (first)
      return [{ message: `Two slides of this lecture have the id "${slide.id}": slide ${first.number} and slide ${slide.number}.`, hint: 'Give one of them another id in its front matter.', ...where }]
    const reason = slide.frontmatter.id === undefined ? undefined : idProblem(slide.id)
    return reason ? [{ message: `The slide id "${slide.id}" cannot be used: ${reason}.`, hint: 'Choose another id in the slide\'s front matter.', ...where }] : []
  })
}

/** The line on which a slide's notes begin. */
function notesLine({ notes, index }: Slide, data: CourseData): number {
  const { raw, start } = data.slides[index]!.source
  return start + raw.slice(0, Math.max(0, raw.lastIndexOf(notes))).split('\n').length
}
