import type { Problem } from '../core/errors.ts'
import type { SlideText } from './slide-text.ts'
import { nodesOf } from './slide-text.ts'
import { namesThatAreWords } from './words.ts'

/** How often a name is written in one way before another is told, and in how many slides. */
const USUAL = { times: 6, slides: 3 } as const
/** At most one in so many is written in another way. */
const SELDOM = 6

/** A word that is no part of an address, a file name or a compound. */
const WORD = /(?<![\p{L}\p{N}_./@#:\\-])\p{L}[\p{L}\p{N}]{3,}(?![\p{L}\p{N}_/@\\-]|\.\p{L})/gu
const NUMBERED = /^\s*\d/

/** A spelling of a word: where it stands. */
interface Spelling {
  slides: Set<unknown>
  places: { file: string, line: number }[]
  /** How often it goes on in a sentence, after a small word. */
  inSentences: number
}

/** Names that a course mostly writes in one way, with capitals, and at some places in another. */
export function termProblems(texts: readonly SlideText[]): Problem[] {
  const words = new Map<string, Map<string, Spelling>>()
  const commands = commandsOf(texts)
  for (const text of texts) {
    for (const { word, next, line, inSentence } of wordsOf(text)) {
      if (commands.has(`${word} ${next}`))
        continue
      const spellings = words.get(word.toLowerCase()) ?? new Map<string, Spelling>()
      words.set(word.toLowerCase(), spellings)
      const spelling = spellings.get(word) ?? { slides: new Set(), places: [], inSentences: 0 }
      spellings.set(word, spelling)
      spelling.inSentences += inSentence ? 1 : 0
      spelling.slides.add(text.slide)
      spelling.places.push({ file: text.slide.file, line })
    }
  }
  return Array.from(words).flatMap(([word, spellings]) =>
    spellings.size > 1 && !namesThatAreWords.has(word) ? otherSpellings(spellings) : [])
}

/** The first two words of each command in code, which prose may name as well, such as `docker scan`. */
function commandsOf(texts: readonly SlideText[]): Set<string> {
  const codes = texts.flatMap(({ tree, slide }) => [
    ...Array.from(nodesOf(tree), node => node.type === 'code' || node.type === 'inlineCode' ? node.value : ''),
    ...slide.notes.match(/`[^`]+`/g) ?? [],
  ])
  const lines = codes.flatMap(code => code.split('\n'))
  return new Set(lines.flatMap(line => /^[`$>% ]*([\p{L}\p{N}]+ \p{L}[\p{L}\p{N}]*)/u.exec(line)?.[1] ?? []))
}

function otherSpellings(spellings: ReadonlyMap<string, Spelling>): Problem[] {
  const [[usual, { places, slides, inSentences }], ...others] = [...spellings].sort(([, a], [, b]) =>
    b.places.length - a.places.length) as [[string, Spelling], ...[string, Spelling][]]
  const count = others.reduce((sum, [, { places }]) => sum + places.length, 0)
  const isName = /\p{Lu}/u.test(usual) && inSentences >= USUAL.times && slides.size >= USUAL.slides
  if (!isName || count * SELDOM > places.length)
    return []
  return others.filter(([word]) => word !== word.toUpperCase()).flatMap(([word, { places: at }]) => at.map(place => ({
    message: `"${word}" is "${usual}" at ${places.length} other places.`,
    hint: 'Write it as everywhere else.',
    ...place,
    edit: { from: word, to: usual },
  })))
}

/** The words of a slide's running text and of its notes that no sentence begins with. */
function* wordsOf({ slide: { content, notes, notesLine }, tree, lineOf }: SlideText) {
  if (!/\p{L}/u.test(content + notes))
    return
  for (const node of nodesOf(tree)) {
    // Titles and labels have capitals of their own.
    if (node.type !== 'paragraph')
      continue
    let isFirst = true
    for (const part of nodesOf(node)) {
      if (part.type === 'text')
        yield* wordsIn(part.value, lineOf(part), isFirst)
      if ('value' in part)
        isFirst = false
    }
  }
  const spoken = notes.replace(/`+[^`]*`+|<[^>]*>|\]\([^)]*\)/g, text => text.replace(/[^\n]/g, ' '))
  // What arrows join are labels, which are written as they are drawn.
  const lines = spoken.split('\n').map(line => /→|->/.test(line) ? '' : line)
  yield* wordsIn(lines.join('\n'), notesLine, true)
}

function* wordsIn(text: string, line: number, isStart: boolean) {
  for (const { index, 0: word } of text.matchAll(WORD)) {
    const before = text.slice(0, index)
    const lead = before.replace(/["'“”‘’*_(\s]+$/, '')
    const gap = before.slice(lead.length)
    const beginsSentence = lead ? /[.!?:…|>)\]*•–—-]$|^\d+\.$/.test(lead) || /\n[^\n]*\n/.test(gap) : isStart
    const after = text.slice(index + word.length)
    const isQuoted = /["'“‘]$/.test(before) && /^["'”’]/.test(after)
    if (beginsSentence || isQuoted || NUMBERED.test(after))
      continue
    // Labels have capitals too.
    const inSentence = /(?:^|\s)\p{Ll}+\s$/u.test(before)
    const next = /^ (\p{L}[\p{L}\p{N}]*)/u.exec(after)?.[1]
    yield { word, next, inSentence, line: line + before.split('\n').length - 1 }
  }
}
