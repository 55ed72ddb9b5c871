import type { Problem } from '../../scripts/lib/errors.ts'
import type { SourceDocument } from '../../src/generate/document.ts'
import type { Figure } from '../../src/generate/report/figures.ts'
import type { Measured } from './checks.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { picturesByName } from '../../src/generate/course/pictures.ts'
import { readInputs } from '../../src/generate/read/read-inputs.ts'
import { compileLectures } from './compile.ts'
import { textFigures } from './figures.ts'
import { measureDocument, timeOf } from './measure.ts'
import { overflowFigure } from './overflow.ts'
import { qualityFigures } from './quality.ts'
import { speedFigures } from './speed.ts'

export interface RubricResult {
  documents: number
  slides: number
  figures: Figure[]
  problems: Problem[]
}

export interface RubricOptions {
  folder: string
  assets?: string
  /** Compile every slide. */
  compile: boolean
  /** Measure every slide in a browser. */
  browser: boolean
}

/** All figures of the rubric for a folder of documents. Nothing is written. */
export async function runRubric({ folder, assets, compile, browser }: RubricOptions): Promise<RubricResult> {
  const { documents, problems } = readInputs([folder])
  const pictures = picturesByName(assets)
  const measured = documents.map(document => measureDocument(document, pictures))
  const times = documents.map(({ file }) => timeOf({ file, bytes: readFileSync(file) }))
  const figures = [
    ...textFigures(measured),
    determinismFigure(documents, measured, pictures),
    ...await qualityFigures(documents),
    ...speedFigures(times),
    ...compile ? [await compileFigure(measured)] : [],
    ...browser ? [await overflowFigure(measured)] : [],
  ]
  return { documents: documents.length, slides: countSlides(measured), figures, problems }
}

function countSlides(measured: readonly Measured[]): number {
  return measured.reduce((sum, { slides }) => sum + slides.length, 0)
}

/** Measures the documents again in another order: what one document leaves behind must not change the next. */
function determinismFigure(
  documents: readonly SourceDocument[],
  measured: readonly Measured[],
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

async function compileFigure(measured: readonly Measured[]): Promise<Figure> {
  const lectures = new Map(measured.flatMap(({ texts }, i) =>
    texts.map((text, k) => [`lecture-${i}-${k}`, text] as const)))
  const faults = await compileLectures(lectures, measured.flatMap(({ addresses }) => [...addresses.values()]))
  const slides = countSlides(measured)
  const fileOf = (lecture: string) => path.basename(measured[Number(lecture.split('-')[1])]!.document.file)
  return {
    id: 'V2',
    what: 'slides that compile',
    gate: true,
    value: `${slides - faults.length} of ${slides}`,
    threshold: 'all',
    passes: !faults.length,
    misses: faults.map(({ lecture, slide, message }) => `${fileOf(lecture)}, slide ${slide}: ${message}`),
  }
}
