import type { Figure } from '../../src/generate/report/figures.ts'
import type { Measured } from './checks.ts'
import path from 'node:path'
import { measureSlides } from '../../src/generate/fit/measure.ts'
import { withTemporaryCourse } from '../../src/generate/fit/temporary-course.ts'

/** How many slides stand over their canvas, of all documents built as one course. */
export async function overflowFigure(measured: readonly Measured[]): Promise<Figure> {
  const lectures = measured.flatMap(({ texts, pictures }, i) =>
    texts.map((text, k) => ({ name: `lecture-${i}-${k}`, text, pictures })))
  const overflows = await withTemporaryCourse(lectures, 'en', course => measureSlides(course))
  const nameOf = (slug: string) => path.basename(measured[Number(slug.split('-')[1])]!.document.file)
  return {
    id: 'D4',
    what: 'slides that overflow in a browser',
    gate: true,
    value: String(overflows.length),
    threshold: 'none',
    passes: !overflows.length,
    misses: overflows.map(({ lecture, slide, title, below, beyond, what }) =>
      `${nameOf(lecture)}, slide ${slide} (${title}): ${below} px below, ${beyond} px beyond; ${what}`),
  }
}
