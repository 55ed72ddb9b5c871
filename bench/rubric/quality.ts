import type { SourceDocument } from '../../src/generate/document.ts'
import type { Figure } from '../../src/generate/report/figures.ts'
import type { Hits, Recognized } from './truth.ts'
import { numberFigure } from './figures.ts'
import { salienceOf } from './salience.ts'
import { recognizedHeadings } from './truth.ts'

const RECOGNIZED = [
  { id: 'Q3', what: 'headings of plain text', key: 'headings', precision: 0.9, recall: 0.95 },
  { id: 'Q2', what: 'questions of plain text', key: 'questions', precision: 0.85, recall: 0.95 },
] as const

/** How much better than first sentences the chosen ones recall the key points. */
const MIN_GAIN = 0.1

/** How well documents are understood, where people have said what is in them. */
export async function qualityFigures(documents: readonly SourceDocument[]): Promise<Figure[]> {
  const texts = documents.filter(({ format }) => format === 'text')
  const known = (await Promise.all(texts.map(recognizedHeadings))).filter(found => found !== undefined)
  return [...recognitionFigures(known), ...salienceFigures(documents)]
}

function recognitionFigures(known: readonly Recognized[]): Figure[] {
  if (!known.length)
    return []
  return RECOGNIZED.map(({ id, what, key, precision, recall }) => {
    const { right, found, wanted } = sumOf(known.map(one => one[key]))
    const [p, r] = [found ? right / found : 1, wanted ? right / wanted : 1]
    return numberFigure({
      id,
      what,
      value: `precision ${p.toFixed(2)}, recall ${r.toFixed(2)}`,
      threshold: `${precision.toFixed(2)} and ${recall.toFixed(2)}`,
      passes: p >= precision && r >= recall,
    })
  })
}

function sumOf(hits: readonly Hits[]): Hits {
  const total = { right: 0, found: 0, wanted: 0 }
  for (const { right, found, wanted } of hits) {
    total.right += right
    total.found += found
    total.wanted += wanted
  }
  return total
}

function salienceFigures(documents: readonly SourceDocument[]): Figure[] {
  const salience = documents.flatMap(document => salienceOf(document) ?? [])
  if (!salience.length)
    return []
  const chosen = mean(salience.map(one => one.chosen))
  const first = mean(salience.map(one => one.first))
  return [numberFigure({
    id: 'Q4',
    what: 'recall of human key points',
    value: `${chosen.toFixed(3)}, first sentences ${first.toFixed(3)} (${signedPercent(chosen / first - 1)})`,
    threshold: signedPercent(MIN_GAIN),
    passes: chosen >= (1 + MIN_GAIN) * first,
  })]
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length
}

function signedPercent(share: number): string {
  return `${share < 0 ? '' : '+'}${(share * 100).toFixed(0)} %`
}
