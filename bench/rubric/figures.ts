import type { Picture } from '../../src/generate/course/pictures.ts'
import type { Figure, FileTally } from '../../src/generate/report/figures.ts'
import type { Measured } from './checks.ts'
import { figureOf, fileTally } from '../../src/generate/report/figures.ts'
import { checks, numberOfTextSlides } from './checks.ts'

/** Text slides for 1,000 words of prose. */
const PACE = { min: 7, max: 14 }

/** What is kept in memory of a document that was measured: no trees, of which a folder has too many. */
export interface Tallied {
  file: string
  /** In the order of the checks. */
  tallies: FileTally[]
  slides: number
  textSlides: number
  /** Words of the document's prose. */
  words: number
  texts: string[]
  pictures: Picture[]
}

/** Counts everything that the checks count in a document. */
export function tallied(measured: Measured): Tallied {
  const { document, source, slides, texts, pictures } = measured
  return {
    file: document.file,
    tallies: checks.map(check => fileTally(check, measured)),
    slides: slides.length,
    textSlides: numberOfTextSlides(measured),
    words: source.words,
    texts,
    pictures,
  }
}

/** The figures that need nothing but the Markdown. */
export function textFigures(documents: readonly Tallied[]): Figure[] {
  return [
    ...checks.map((check, i) => figureOf(check, documents.map(({ tallies }) => tallies[i]!))),
    paceFigure(pace(documents)),
  ]
}

/** Text slides for each 1,000 words of prose, over all documents. */
function pace(documents: readonly Tallied[]): number {
  const words = documents.reduce((sum, { words }) => sum + words, 0)
  const texts = documents.reduce((sum, { textSlides }) => sum + textSlides, 0)
  return words ? texts / words * 1000 : 0
}

function paceFigure(slides: number): Figure {
  return numberFigure({
    id: 'D7',
    what: 'text slides for 1,000 words',
    value: slides.toFixed(1),
    threshold: `${PACE.min} to ${PACE.max}`,
    passes: slides >= PACE.min && slides <= PACE.max,
  })
}

/** A figure that is a matter of degree and has no list of what fails. */
export function numberFigure(figure: Omit<Figure, 'gate' | 'misses'>): Figure {
  const { id, what, value, threshold, passes } = figure
  return { id, what, gate: false, value, threshold, passes, misses: [] }
}
