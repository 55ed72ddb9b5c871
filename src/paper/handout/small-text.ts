import type { Problem } from '../../core/errors.ts'
import type { Course } from '../../course/course.ts'
import type { HandoutSlide } from './handout-slides.ts'
import type { Handout } from './handout.ts'
import type { DeckSize } from './slide-size.ts'
import { spans } from '../../core/format.ts'
import { byLecture } from './handout-slides.ts'
import { handoutFile } from './handout.ts'
import { isReadable, MIN_POINTS, printedPoints, slideSize } from './slide-size.ts'

interface SmallTextOptions {
  course: Course
  handout: Handout
  size: DeckSize
}

/**
 * Warnings that name the slides most of whose text is too small in whatever size a handout has, one for each lecture.
 */
export function smallTextWarnings(
  slides: readonly HandoutSlide[],
  { course, handout, size }: SmallTextOptions,
): Problem[] {
  return byLecture(slides).flatMap(({ lecture, slides }): Problem[] => {
    const small = slides
      .flatMap((item) => {
        const { width } = slideSize(item, handout, size)
        return isReadable(item, width, size) ? [] : [{ item, points: printedPoints(item, width, size)! }]
      })
    if (!small.length)
      return []
    const where = small.length === 1
      ? `slide ${small[0]!.item.slide.number} (${small[0]!.points.toFixed(1)} pt)`
      : `slides ${spans(small.map(({ item }) => item.slide.number))}`
    return [{
      message: `In ${handoutFile(handout)} much of the text is under ${MIN_POINTS} pt on ${where}.`,
      hint: course.handouts === undefined
        ? 'Use larger text there, or a layout with fewer slides a page.'
        : 'Use larger text there, or name a layout with fewer slides a page in slides.md.',
      file: lecture.file,
    }]
  })
}
