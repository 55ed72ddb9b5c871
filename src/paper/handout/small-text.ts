import type { Problem } from '../../core/errors.ts'
import type { Course } from '../../course/course.ts'
import type { Handout } from './handout.ts'
import type { HandoutSlide } from './sheets.ts'
import { handoutFile } from './handout.ts'
import { slideWidthMm } from './page-style.ts'

/** Points under which print is hard to read. */
export const LEAST_POINTS = 6

const POINTS_PER_MM = 72 / 25.4

/**
 * A warning that names the slides whose smallest text is too small in a handout.
 * @param slideWidth pixels of a slide's width
 */
export function smallTextWarnings(slides: readonly (HandoutSlide & { smallest: number })[], handout: Handout, slideWidth: number, course: Course): Problem[] {
  const scale = slideWidthMm(handout) * POINTS_PER_MM / slideWidth
  const lectures = [...new Set(slides.map(({ lecture }) => lecture))]
  return lectures.flatMap((lecture) => {
    const small = slides.filter(item => item.lecture === lecture && item.smallest > 0 && Math.round(item.smallest * scale * 10) / 10 < LEAST_POINTS)
    if (!small.length)
      return []
    const names = small.map(({ slide, smallest }) => `${slide.number} (${(smallest * scale).toFixed(1)} pt)`)
    const what = small.length === 1 ? 'slide' : 'slides'
    return [{
      message: `In ${handoutFile(handout)} the smallest text is under ${LEAST_POINTS} pt on ${what} ${names.join(', ')}.`,
      hint: course.handouts === undefined ? 'Use larger text there, or a layout with fewer slides a page.' : 'Use larger text there, or name a layout with fewer slides a page in slides.md.',
      file: lecture.file,
    }]
  })
}
