import type { Problem } from '../../../scripts/lib/errors.ts'
import type { SourceDocument } from '../document.ts'
import type { Measured } from './checks.ts'
import type { Figure } from './figures.ts'
import type { Hits, Recognised } from './truth.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { picturesByName } from '../course/pictures.ts'
import { readInputs } from '../read/read-inputs.ts'
import { compileLectures } from './compile.ts'
import { number, signed, textFigures } from './figures.ts'
import { measureDocument, timeOf } from './measure.ts'
import { overflowFigure } from './overflow.ts'
import { salienceOf } from './salience.ts'
import { recognised } from './truth.ts'

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
  const figures = textFigures(measured)
  figures.push(determinism(documents, measured, pictures))
  figures.push(...await qualityFigures(documents))
  figures.push(...speedFigures(times))
  if (compile)
    figures.push(await compileFigure(measured))
  if (browser)
    figures.push(await overflowFigure(measured))
  return { documents: documents.length, slides: measured.reduce((sum, { slides }) => sum + slides.length, 0), figures, problems }
}

function determinism(documents: readonly SourceDocument[], measured: readonly Measured[], pictures: Map<string, string>): Figure {
  const differing = [...documents.keys()].reverse().filter(i => measureDocument(documents[i]!, pictures).texts.join('\n') !== measured[i]!.texts.join('\n')).map(i => documents[i]!.file)
  return { id: 'R1', what: 'the same slides in a second run', gate: true, value: `${documents.length - differing.length} of ${documents.length}`, threshold: 'all', passes: !differing.length, misses: differing }
}

async function qualityFigures(documents: readonly SourceDocument[]): Promise<Figure[]> {
  const figures: Figure[] = []
  const known = (await Promise.all(documents.filter(({ format }) => format === 'text').map(recognised))).filter(found => found !== undefined)
  if (known.length) {
    for (const [id, what, key, precision, recall] of [['Q3', 'headings of plain text', 'headings', 0.9, 0.95], ['Q2', 'questions of plain text', 'questions', 0.85, 0.95]] as const) {
      const { right, found, wanted } = sum(known, key)
      const [p, r] = [found ? right / found : 1, wanted ? right / wanted : 1]
      figures.push(number(id, what, `precision ${p.toFixed(2)}, recall ${r.toFixed(2)}`, `${precision.toFixed(2)} and ${recall.toFixed(2)}`, p >= precision && r >= recall))
    }
  }
  const salience = documents.flatMap(document => salienceOf(document) ?? [])
  if (salience.length) {
    const mean = (values: number[]) => values.reduce((total, value) => total + value, 0) / values.length
    const [chosen, first] = [mean(salience.map(one => one.chosen)), mean(salience.map(one => one.first))]
    figures.push(number('Q4', 'recall of human key points', `${chosen.toFixed(3)}, first sentences ${first.toFixed(3)} (${signed(chosen / first - 1)})`, '+10 %', chosen >= 1.1 * first))
  }
  return figures
}

function sum(known: readonly Recognised[], key: keyof Recognised): Hits {
  return known.reduce((total, one) => ({ right: total.right + one[key].right, found: total.found + one[key].found, wanted: total.wanted + one[key].wanted }), { right: 0, found: 0, wanted: 0 })
}

function speedFigures(times: readonly number[]): Figure[] {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return [
    number('R4', 'processor milliseconds a document, median', at(0.5).toFixed(0), 'under 50', at(0.5) < 50),
    number('R4b', 'processor milliseconds a document, 99th percentile', at(0.99).toFixed(0), 'under 500', at(0.99) < 500),
  ]
}

async function compileFigure(measured: readonly Measured[]): Promise<Figure> {
  const lectures = new Map(measured.flatMap(({ texts }, i) => texts.map((text, k) => [`lecture-${i}-${k}`, text] as const)))
  const faults = await compileLectures(lectures, measured.flatMap(({ addresses }) => [...addresses.values()]))
  const slides = measured.reduce((total, one) => total + one.slides.length, 0)
  return { id: 'V2', what: 'slides that compile', gate: true, value: `${slides - faults.length} of ${slides}`, threshold: 'all', passes: !faults.length, misses: faults.map(({ lecture, slide, message }) => `${path.basename(measured[Number(lecture.split('-')[1])]!.document.file)}, slide ${slide}: ${message}`) }
}
