import type { Ranking } from '../text/ranking.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Item } from './items.ts'
import type { Block, Candidate, TextLine } from './slide.ts'
import { limits } from '../limits.ts'
import { chooseLines } from './choose.ts'
import { wordsInBlocks, wordsInLines } from './slide.ts'
import { splitBlock } from './split.ts'

export interface CalloutBody {
  blocks: Block[]
  /** Whether the blocks say all that the admonition says. */
  complete: boolean
  candidates: Candidate[]
}

/** Pixels that bullets of a callout may have, and words by which they may pass what is left of it. */
const BULLETS = { height: 200, tolerance: 8 }

/** What of an admonition stands on the slide. */
export function calloutBody(items: readonly Item[], ranking: Ranking): CalloutBody {
  const { callout, tolerance } = limits.words
  const sentences = items.flatMap(item => item.type === 'prose' || item.type === 'quote' ? item.sentences : [])
  const bullets = bulletsOf(items)
  const words = wordsInLines(sentences) + wordsInLines(bullets)
  if (words <= callout + tolerance && bullets.length < limits.bullets) {
    const complete = items.every(item => item.type !== 'aside' && (item.type !== 'list' || item.complete))
    const candidates = sentences.map((sentence): Candidate => ({
      sentence,
      text: sentence.plain,
      score: ranking.scoreOf(sentence),
      chosen: false,
      central: ranking.isCentral(sentence),
    }))
    return { blocks: items.flatMap(wholeBlock), complete, candidates: sentences.length > 1 ? candidates : [] }
  }
  const { lines, candidates } = sentences.length
    ? chooseLines(sentences, ranking, { words: callout, lines: 2 })
    : { lines: [], candidates: [] }
  const left = callout - wordsInLines(lines)
  const [kept] = splitBlock({ type: 'bullets', items: bullets }, BULLETS.height)
  const fits = kept?.type === 'bullets'
    && kept.items.length > 0
    && wordsInBlocks([kept]) <= left + BULLETS.tolerance
  const blocks = lines.map((line): Block => ({ type: 'line', line }))
  return { blocks: fits ? [...blocks, kept] : blocks, complete: false, candidates }
}

/** An item with all that it says. */
function wholeBlock(item: Item): Block[] {
  switch (item.type) {
    case 'list':
      return [{ type: 'bullets', items: item.bullets }]
    case 'prose':
    case 'quote':
      return [{ type: 'line', line: joinSentences(item.sentences) }]
    default:
      return []
  }
}

/** Whether a callout holds only text, and no list that would not fit beside it. */
export function isShortCallout(items: readonly Item[]): boolean {
  const bullets = bulletsOf(items)
  return items.every(({ type }) => type !== 'visual' && type !== 'callout')
    && bullets.length < limits.bullets
    && wordsInLines(bullets) <= limits.words.callout
}

function bulletsOf(items: readonly Item[]) {
  return items.flatMap(item => item.type === 'list' ? item.bullets : [])
}

/** Sentences as the document has them: where all are there, each says what the next is about. */
function joinSentences(resolved: readonly Sentence[]): TextLine {
  const sentences = resolved.map(sentence => sentence.original ?? sentence)
  const [first] = sentences
  if (!first)
    return { nodes: [], plain: '', words: 0 }
  const text = sentences.map(({ text }) => text).join(' ')
  return {
    nodes: first.inline.restore(text),
    plain: first.inline.plain(text),
    words: wordsInLines(sentences),
  }
}
