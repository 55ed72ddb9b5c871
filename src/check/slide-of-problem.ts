import type { Problem } from '../core/errors.ts'
import type { Lecture, Slide } from '../course/course.ts'

/** Whether a problem stands on a slide, in its front matter or its notes. */
export function isOnSlide(slide: Slide, next: Slide | undefined, { file, line = 0 }: Problem): boolean {
  const isBeforeNext = !next || next.file !== slide.file || line < firstLine(next)
  return file === slide.file && line >= firstLine(slide) && isBeforeNext
}

/** The slide of a lecture on which a problem stands: the first where it is about the lecture as a whole. */
export function slideOfProblem({ slides, file }: Lecture, problem: Problem): Slide | undefined {
  const slide = slides.find((slide, i) => isOnSlide(slide, slides[i + 1], problem))
  const isOfLecture = problem.file !== undefined && problem.file.startsWith(file.replace(/md$/, ''))
  return slide ?? (isOfLecture ? slides[0] : undefined)
}

function firstLine({ line, keyLines }: Slide): number {
  return Math.min(line, ...Object.values(keyLines))
}
