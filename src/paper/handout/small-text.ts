import type { Problem } from '../../core/errors.ts'
import type { Course } from '../../course/course.ts'
import type { HandoutSlide } from './handout-slides.ts'
import type { Handout } from './handout.ts'
import { POINTS_PER_MM } from '../../shared/units.ts'
import { byLecture } from './handout-slides.ts'
import { handoutFile } from './handout.ts'
import { slideWidth } from './sheet-size.ts'

/** Points under which print is hard to read at all. */
const MIN_POINTS = 6

interface SmallTextOptions {
  course: Course
  handout: Handout
  /** Pixels of a slide's width. */
  width: number
}

/** Warnings that name the slides most of whose text is too small in a handout, one for each lecture. */
export function smallTextWarnings(
  slides: readonly HandoutSlide[],
  { course, handout, width }: SmallTextOptions,
): Problem[] {
  const scale = slideWidth(handout) * POINTS_PER_MM / width
  return byLecture(slides).flatMap(({ lecture, slides }): Problem[] => {
    const small = slides
      // A cover is not read, but looked at.
      .filter(({ slide: { number, layout = number === 1 ? 'cover' : undefined } }) => layout !== 'cover')
      .map(({ slide, textSize }) => ({ number: slide.number, points: textSize * scale }))
      .filter(({ points }) => points > 0 && Math.round(points * 10) / 10 < MIN_POINTS)
    if (!small.length)
      return []
    const where = small.length === 1
      ? `slide ${small[0]!.number} (${small[0]!.points.toFixed(1)} pt)`
      : `slides ${spans(small.map(({ number }) => number))}`
    return [{
      message: `In ${handoutFile(handout)} most of the text is under ${MIN_POINTS} pt on ${where}.`,
      hint: course.handouts === undefined
        ? 'Use larger text there, or a layout with fewer slides a page.'
        : 'Use larger text there, or name a layout with fewer slides a page in slides.md.',
      file: lecture.file,
    }]
  })
}

/** Ascending numbers in few words, as `2-5, 8`. */
function spans(numbers: readonly number[]): string {
  const starts = numbers.filter(number => !numbers.includes(number - 1))
  return starts.map((start) => {
    let end = start
    while (numbers.includes(end + 1))
      end++
    return end > start ? `${start}-${end}` : String(start)
  }).join(', ')
}
