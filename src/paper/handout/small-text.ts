import type { Problem } from '../../core/errors.ts'
import type { Course } from '../../course/course.ts'
import type { HandoutSlide } from './handout-slides.ts'
import type { Handout } from './handout.ts'
import { POINTS_PER_MM } from '../../shared/units.ts'
import { byLecture } from './handout-slides.ts'
import { handoutFile } from './handout.ts'
import { slideWidth } from './sheet-size.ts'

/** Points under which print is hard to read. */
const MIN_POINTS = 6

interface SmallTextOptions {
  course: Course
  handout: Handout
  /** Pixels of a slide's width. */
  width: number
}

/** Warnings that name the slides whose smallest text is too small in a handout, one for each lecture. */
export function smallTextWarnings(
  slides: readonly HandoutSlide[],
  { course, handout, width }: SmallTextOptions,
): Problem[] {
  const scale = slideWidth(handout) * POINTS_PER_MM / width
  return byLecture(slides).flatMap(({ lecture, slides }): Problem[] => {
    const small = slides
      // A cover is not read, but looked at.
      .filter(({ slide: { number, layout = number === 1 ? 'cover' : undefined } }) => layout !== 'cover')
      .map(({ slide, smallestText }) => ({ number: slide.number, points: smallestText * scale }))
      .filter(({ points }) => points > 0 && Math.round(points * 10) / 10 < MIN_POINTS)
    if (!small.length)
      return []
    return [{
      message: `In ${handoutFile(handout)} the smallest text is under ${MIN_POINTS} pt on ${placesOf(small)}.`,
      hint: course.handouts === undefined
        ? 'Use larger text there, or a layout with fewer slides a page.'
        : 'Use larger text there, or name a layout with fewer slides a page in slides.md.',
      file: lecture.file,
    }]
  })
}

/** Slides that are named one by one; of more, their number. */
const MAX_NAMES = 4

interface SmallText {
  /** Of the slide. */
  number: number
  points: number
}

function placesOf(small: readonly SmallText[]): string {
  if (small.length > MAX_NAMES) {
    const least = small.reduce((least, one) => one.points < least.points ? one : least)
    return `${small.length} slides; it is smallest on slide ${least.number} (${least.points.toFixed(1)} pt)`
  }
  const names = small.map(({ number, points }) => `${number} (${points.toFixed(1)} pt)`)
  return `${small.length === 1 ? 'slide' : 'slides'} ${names.join(', ')}`
}
