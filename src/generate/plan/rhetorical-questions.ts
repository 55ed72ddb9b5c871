import type { Paragraph, PhrasingContent } from 'mdast'
import type { Sentence } from '../text/sentences.ts'
import type { Item, ItemOf } from './items.ts'
import { limits } from '../limits.ts'
import { isAnswer } from '../text/questions.ts'
import { wordsInLines } from './slide.ts'

type Prose = ItemOf<'prose'>

/** Words of a question that a slide can ask, and of an answer that only says yes or no. */
const WORDS = { min: 4, max: 20, bare: 4 }
/** What a question leaves to the sentences before it. */
const LEANING = /\b(?:this|that|these|those|it|they|them|so|why not|how so)\b/i

/** Questions that prose asks and then answers become parts that ask; what stands around them stays as it is. */
export function askQuestions(items: readonly Item[]): Item[] {
  const result: Item[] = []
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!
    const at = item.type === 'prose' && !item.step ? item.sentences.findIndex(isShortQuestion) : -1
    const found = at >= 0 ? partAt(items, i, at) : undefined
    if (!found) {
      result.push(item)
      continue
    }
    result.push(...found.parts)
    i += found.taken - 1
  }
  return result
}

function isShortQuestion({ plain, words }: Sentence): boolean {
  return /[?？]["'”’)]*$/.test(plain)
    && words >= WORDS.min
    && words <= WORDS.max
    && plain.length <= limits.title.sentence + 10
}

/** The question at a sentence of an item with what answers it, and how many items that takes. */
function partAt(items: readonly Item[], index: number, at: number): { parts: Item[], taken: number } | undefined {
  const { sentences, source } = items[index] as Prose
  const question = sentences[at]!
  const rest = sentences.slice(at + 1)
  const [first] = rest
  const next = items[index + 1]
  const before = at > 0 ? [proseOf(sentences.slice(0, at), source)] : []
  if (first) {
    const isAnswered = isAnswer(first.plain) || (at === 0 && !LEANING.test(question.plain))
    if (!isAnswered || rest.some(({ plain }) => /[?？]$/.test(plain)))
      return undefined
    return { parts: [...before, part(question, source, [proseOf(rest, source)])], taken: 1 }
  }
  if (next?.type === 'visual' && (next.block.type === 'stack' || next.block.type === 'flow')) {
    const answer = items[index + 2]?.type === 'aside' ? items.slice(index + 1, index + 3) : [next]
    return { parts: [...before, part(question, source, answer)], taken: 1 + answer.length }
  }
  if (next?.type !== 'prose' || !next.sentences[0] || !isAnswer(next.sentences[0].plain))
    return undefined
  const after = items[index + 2]
  const answer = next.words < WORDS.bare && after?.type === 'prose' ? [next, after] : [next]
  return { parts: [...before, part(question, source, answer)], taken: 1 + answer.length }
}

function part(question: Sentence, source: Prose['source'], items: Item[]): ItemOf<'part'> {
  return { type: 'part', source: paragraphOf([question], source), title: nodesOf(question), question: true, items }
}

/** Prose of some sentences of a paragraph; its source is a paragraph of theirs, as the document has them. */
export function proseOf(sentences: readonly Sentence[], source: Prose['source']): Prose {
  return {
    type: 'prose',
    source: paragraphOf(sentences, source),
    sentences: [...sentences],
    words: wordsInLines(sentences),
  }
}

function paragraphOf(sentences: readonly Sentence[], { data, position }: Prose['source']): Paragraph {
  const children = sentences.flatMap((sentence, i): PhrasingContent[] =>
    [...i ? [{ type: 'text' as const, value: ' ' }] : [], ...nodesOf(sentence.original ?? sentence)])
  return { type: 'paragraph', children, data: data as Paragraph['data'], position }
}

function nodesOf({ inline, text }: Sentence): PhrasingContent[] {
  return inline.restore(text)
}
