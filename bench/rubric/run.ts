import type { Problem } from '../../src/core/errors.ts'
import type { SourceDocument } from '../../src/generate/document.ts'
import type { Figure } from '../../src/generate/report/figures.ts'
import type { Tallied } from './figures.ts'
import { readFileSync } from 'node:fs'
import { loadCourse } from '../../src/check/load-course.ts'
import { picturesByName } from '../../src/generate/course/pictures.ts'
import { isPlainFormat } from '../../src/generate/read/formats.ts'
import { readInputs } from '../../src/generate/read/read-inputs.ts'
import { tallied, textFigures } from './figures.ts'
import { measureDocument, timeOf } from './measure.ts'
import { pageFigures } from './pages.ts'
import { qualityFigures } from './quality.ts'
import { browserFigures, compileFigure } from './slides.ts'
import { speedFigures } from './speed.ts'

export interface RubricResult {
  documents: number
  slides: number
  figures: Figure[]
  problems: Problem[]
}

export interface RubricOptions {
  /** Folder of documents. */
  folder: string
  assets?: string
  /** Folder of the course whose theme and components the slides get; those of a new course without it. */
  course?: string
  /** Compile every slide. */
  compile: boolean
  /** Measure every slide in a browser. */
  browser: boolean
  /** Make web pages of the Markdown documents too, and count what their lectures keep. */
  pages?: boolean
}

/** All figures of the rubric for a folder of documents. Nothing is written. */
export async function runRubric(options: RubricOptions): Promise<RubricResult> {
  const { folder, assets, course, compile, browser, pages } = options
  const look = course === undefined ? undefined : await loadCourse(course)
  const { documents, problems } = await readInputs([folder])
  const pictures = picturesByName(assets)
  const measured = documents.map(document => tallied(measureDocument(document, pictures)))
  const timed = documents.filter(({ format }) => isPlainFormat(format))
  const times = timed.map(({ file }) => timeOf({ file, bytes: readFileSync(file) }))
  const figures = [
    ...textFigures(measured),
    determinismFigure(documents, measured, pictures),
    ...await qualityFigures(documents),
    ...speedFigures(times),
    ...compile ? [await compileFigure(measured, look)] : [],
    ...pages ? await pageFigures(documents) : [],
    ...browser ? await browserFigures(measured, look) : [],
  ]
  const slides = measured.reduce((sum, one) => sum + one.slides, 0)
  return { documents: documents.length, slides, figures, problems }
}

/** Measures the documents again in another order: what one document leaves behind must not change the next. */
function determinismFigure(
  documents: readonly SourceDocument[],
  measured: readonly Tallied[],
  pictures: Map<string, string>,
): Figure {
  const isSame = (i: number) =>
    measureDocument(documents[i]!, pictures).texts.join('\n') === measured[i]!.texts.join('\n')
  const differing = [...documents.keys()].reverse().filter(i => !isSame(i)).map(i => documents[i]!.file)
  return {
    id: 'R1',
    what: 'the same slides in a second run',
    gate: true,
    value: `${documents.length - differing.length} of ${documents.length}`,
    threshold: 'all',
    passes: !differing.length,
    misses: differing,
  }
}
