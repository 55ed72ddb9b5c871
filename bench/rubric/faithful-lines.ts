import type { Tally } from '../../src/generate/report/figures.ts'
import type { SourceFacts } from '../../src/generate/report/source-facts.ts'
import type { Measured } from './checks.ts'
import { tallyOf } from '../../src/generate/report/figures.ts'
import { contentWords, lettersOf } from '../../src/generate/text/words.ts'

/** Sentences over which the words of one line may be spread. */
const WINDOW = 12

/** Every line of a slide has the content words of the document in their order. */
export function faithfulLines({ source, slides, planned }: Measured): Tally {
  const sentences = source.sentences.map(({ text }) => contentWords(text))
  const sentencesWith = indexOfWords(sentences)
  const lines = slides.flatMap(({ lines, title }, i) =>
    ['cover', 'agenda'].includes(planned[i]?.kind ?? '') ? [] : lines.map(line => ({ line, title })))
  const headings = new Set(source.headings.map(lettersOf))
  return tallyOf(lines, ({ line }) => {
    const words = contentWords(withoutHeading(line, headings).replace(/\[[^\]]*\]/g, ''))
    const [first] = words
    if (!first)
      return true
    return (sentencesWith.get(first) ?? []).some(i => isSubsequence(words, sentences.slice(i, i + WINDOW).flat()))
      || standsIn(source, lettersOf(line))
  }, ({ line, title }) => `${title}: ${line}`)
}

/** A line without the heading that it begins with. */
function withoutHeading(line: string, headings: ReadonlySet<string>): string {
  const ends = Array.from(line.matchAll(/: /g), ({ index }) => index)
  const end = ends.find(index => headings.has(lettersOf(line.slice(0, index))))
  return end === undefined ? line : line.slice(end + 2)
}

/** Which sentences have a word, by the word. */
function indexOfWords(sentences: readonly string[][]): Map<string, number[]> {
  const index = new Map<string, number[]>()
  sentences.forEach((words, i) => {
    for (const word of new Set(words))
      index.set(word, [...index.get(word) ?? [], i])
  })
  return index
}

/** Whether a document says these letters as they are, or names a picture by them. */
function standsIn(source: SourceFacts, letters: string): boolean {
  return source.sentences.some(({ text }) => lettersOf(text).includes(letters))
    || source.headings.some(text => lettersOf(text) === letters)
    || source.admonitions.some(({ title }) => lettersOf(title ?? '') === letters)
    || source.images.some(url => letters.includes(lettersOf(url)) || lettersOf(url).includes(letters))
}

function isSubsequence(words: readonly string[], text: readonly string[]): boolean {
  let at = 0
  for (const word of text) {
    if (word === words[at])
      at++
  }
  return at === words.length
}
