import type { Course } from '../../src/course/course.ts'
import type { Overflow } from '../../src/generate/fit/measure.ts'
import type { TemporaryLecture } from '../../src/generate/fit/temporary-course.ts'
import type { Figure } from '../../src/generate/report/figures.ts'
import type { Tallied } from './figures.ts'
import path from 'node:path'
import { measureSlides, overflowsOf } from '../../src/generate/fit/measure.ts'
import { withTemporaryCourse } from '../../src/generate/fit/temporary-course.ts'
import { compileLectures } from './compile.ts'
import { fillFigures } from './fill.ts'

/**
 * How many slides compile, of all documents as one course.
 * @param look the course whose theme and components the slides get
 */
export async function compileFigure(measured: readonly Tallied[], look?: Course): Promise<Figure> {
  const faults = await compileLectures(lecturesOf(measured), look)
  const slides = measured.reduce((sum, one) => sum + one.slides, 0)
  return {
    id: 'V2',
    what: 'slides that compile',
    gate: true,
    value: `${slides - faults.length} of ${slides}`,
    threshold: 'all',
    passes: !faults.length,
    misses: faults.map(({ lecture, slide, message }) => `${fileOf(measured, lecture)}, slide ${slide}: ${message}`),
  }
}

/**
 * How many slides stand over their canvas, and how full they are, of all documents built as one course.
 * @param look the course whose theme and components the slides get
 */
export async function browserFigures(measured: readonly Tallied[], look?: Course): Promise<Figure[]> {
  const slides = await withTemporaryCourse(lecturesOf(measured), { language: 'en', look }, course =>
    measureSlides(course))
  return [overflowFigure(measured, overflowsOf(slides)), ...fillFigures(slides)]
}

function overflowFigure(measured: readonly Tallied[], overflows: readonly Overflow[]): Figure {
  return {
    id: 'D4',
    what: 'slides that overflow in a browser',
    gate: true,
    value: String(overflows.length),
    threshold: 'none',
    passes: !overflows.length,
    misses: overflows.map(({ lecture, slide, title, below, beyond, what }) =>
      `${fileOf(measured, lecture)}, slide ${slide} (${title}): ${below} px below, ${beyond} px beyond; ${what}`),
  }
}

/** Lectures called after the place of their document, because two documents may have one name. */
function lecturesOf(measured: readonly Tallied[]): TemporaryLecture[] {
  return measured.flatMap(({ texts, pictures }, i) =>
    texts.map((text, k) => ({ slug: `lecture-${i}-${k}`, text, pictures })))
}

function fileOf(measured: readonly Tallied[], slug: string): string {
  return path.basename(measured[Number(slug.split('-')[1])]!.file)
}
