import type { Problem } from '../core/errors.ts'
import type { Course, Lecture, Slide } from '../course/course.ts'
import path from 'node:path'
import { ruled } from '../core/errors.ts'
import { idProblem, slugProblem } from '../course/ids.ts'
import { noteProblems } from '../course/notes.ts'
import { characterProblems } from './characters.ts'
import { linkProblems } from './links.ts'
import { markdownProblems } from './markdown.ts'
import { missingPackages } from './missing-packages.ts'
import { pictureProblems } from './pictures.ts'

/** Everything wrong with a course that can be known without building it. */
export async function checkCourse(course: Course): Promise<Problem[]> {
  const slides = course.lectures.flatMap(lecture => lecture.slides)
  return [
    ...ruled('missing-package', missingPackages(course)),
    ...ruled('course-files', pathProblems(course)),
    ...slugProblems(course),
    ...course.lectures.flatMap(slideIdProblems),
    ...ruled('missing-letter', await characterProblems(course)),
    ...await markdownProblems(course),
    ...ruled('missing-picture', slides.flatMap(slide => pictureProblems(slide, course))),
    ...ruled('dead-link', linkProblems(course)),
    ...ruled('notes-block', slides.flatMap(noteProblems)),
  ]
}

/** What bundlers take for the end of a path. */
export function pathProblems({ root, entry }: Pick<Course, 'root' | 'entry'>): Problem[] {
  const [sign] = /[?#]/.exec(root) ?? []
  if (!sign)
    return []
  const message = `The path of the course, ${root}, has a "${sign}" in it, which is read as the end of an address.`
  return [{ message, hint: 'Rename the folder, or move the course.', file: entry }]
}

function slugProblems({ lectures }: Course): Problem[] {
  const bySlug = new Map<string, Lecture>()
  return lectures.flatMap((lecture) => {
    const { slug, file } = lecture
    const problems: Problem[] = []
    const reason = slugProblem(slug)
    if (reason) {
      const message = `The lecture's file cannot be named ${path.basename(file)}: ${reason}.`
      problems.push({ message, hint: 'Rename the file and its line in slides.md.', file, rule: 'unusable-id' })
    }
    const other = bySlug.get(slug.toLowerCase())
    if (other) {
      const message = `Two lectures have the slug "${slug}": ${path.basename(other.file)} and this one.`
      problems.push({ message, hint: 'Rename one of the files.', file, rule: 'duplicate-id' })
    }
    bySlug.set(slug.toLowerCase(), lecture)
    return problems
  })
}

function slideIdProblems({ slides }: Lecture): Problem[] {
  const byId = new Map<string, Slide>()
  return slides.flatMap((slide): Problem[] => {
    const { id, ownId, number, file } = slide
    const line = slide.keyLines.id ?? slide.line
    // Some systems take files for the same whose names differ in capitals alone.
    const other = byId.get(id.toLowerCase())
    byId.set(id.toLowerCase(), slide)
    if (other) {
      const message = `Two slides of this lecture have the id "${id}": slide ${other.number} and slide ${number}.`
      return [{ message, hint: 'Give one of them another id in its front matter.', file, line, rule: 'duplicate-id' }]
    }
    const reason = ownId ? idProblem(id) : undefined
    if (!reason)
      return []
    const hint = 'Choose another id in the slide\'s front matter.'
    return [{ message: `The slide id "${id}" cannot be used: ${reason}.`, hint, file, line, rule: 'unusable-id' }]
  })
}
