import type { Ranking } from '../text/ranking.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Item } from './items.ts'
import type { Prose } from './section-slides.ts'
import type { Block, SlideDraft, TextLine } from './slide.ts'
import { limits } from '../limits.ts'
import { chooseLines } from './choose.ts'
import { wordsOf } from './slide.ts'
import { splitBlock } from './split.ts'

/** What of an admonition stands on the slide, and whether that is all of it. */
export function calloutBody(items: readonly Item[], ranking: Ranking): { blocks: Block[], complete: boolean, choices: SlideDraft['choices'] } {
  const prose = items.filter((item): item is Prose => item.type === 'prose' || item.type === 'quote')
  const sentences = prose.flatMap(item => item.sentences)
  const bullets = items.flatMap(item => item.type === 'list' ? item.bullets : [])
  const listWords = bullets.reduce((sum, { words }) => sum + words, 0)
  const words = sentences.reduce((sum, sentence) => sum + sentence.words, 0)
  const asides = items.some(({ type }) => type === 'aside')
  if (words + listWords <= limits.words.callout + 6 && bullets.length < limits.bullets) {
    const lines: Block[] = prose.map(item => ({ type: 'line', line: join(item.sentences) }))
    const order = items.flatMap((item): Block[] => item.type === 'list' ? [{ type: 'bullets', items: item.bullets }] : item.type === 'prose' || item.type === 'quote' ? [lines[prose.indexOf(item as Prose)]!] : [])
    return { blocks: order, complete: !asides && items.every(item => item.type !== 'list' || item.complete), choices: [] }
  }
  const { lines, choices } = sentences.length ? chooseLines(sentences, ranking, { words: limits.words.callout, lines: 2 }) : { lines: [], choices: [] }
  const left = limits.words.callout - lines.reduce((sum, line) => sum + line.words, 0)
  const kept = splitBlock({ type: 'bullets', items: bullets }, 200)[0]
  const fits = kept?.type === 'bullets' && kept.items.length > 0 && wordsOf([kept]) <= left + 8
  return { blocks: [...lines.map((line): Block => ({ type: 'line', line })), ...fits ? [kept] : []], complete: false, choices }
}

/** Whether a callout holds only text, and no list that would not fit beside it. */
export function isShort(items: readonly Item[]): boolean {
  const bullets = items.flatMap(item => item.type === 'list' ? item.bullets : [])
  const words = bullets.reduce((sum, { words }) => sum + words, 0)
  return items.every(({ type }) => type !== 'visual' && type !== 'callout') && bullets.length < limits.bullets && words <= limits.words.callout
}

function join(sentences: readonly Sentence[]): TextLine {
  const [first] = sentences
  if (!first)
    return { nodes: [], plain: '', words: 0 }
  const text = sentences.map(({ text }) => text).join(' ')
  return { nodes: first.inline.restore(text), plain: first.inline.plain(text), words: sentences.reduce((sum, { words }) => sum + words, 0) }
}
