import type { Ranking } from '../text/ranking.ts'
import type { Sentence } from '../text/sentences.ts'
import type { ItemOf } from './items.ts'
import type { SlideText } from './prose-groups.ts'
import type { Block, TextLine } from './slide.ts'
import { limits } from '../limits.ts'
import { shortenSentence } from '../text/compress.ts'
import { anyOf } from '../text/patterns.ts'
import { leansOnOthers } from '../text/statements.ts'
import { chooseLines } from './choose.ts'
import { stepBullets, textBlocks } from './prose-groups.ts'

/** What a lead-in says that says only that something follows. */
const POINTERS = [
  'diagram',
  'figure',
  'image',
  'picture',
  'screenshot',
  'example',
  'output',
  'following',
  'below',
  'like this',
  'look like',
  'looks like',
]
const POINTING = new RegExp(`^(?:\\S+\\s+){0,3}${anyOf(POINTERS)}\\b.{0,40}:$`, 'i')

export interface LeadOptions {
  /** Whether the line that ends in a colon may stand beside what it leads to. */
  withLeadIn: boolean
  /** Whether what is shown has a title of its own. */
  named: boolean
  /** Whether what the text asks stands there as well. */
  questions?: boolean
}

/** The text beside something that is shown: the sentence that leads to it, or the one or two that say most. */
export function chooseLead(
  lead: readonly ItemOf<'prose'>[],
  ranking: Ranking,
  { withLeadIn, named, questions = false }: LeadOptions,
): SlideText {
  const sentences = lead.flatMap(item => item.sentences)
  const last = sentences.at(-1)
  if (!last)
    return { blocks: [], candidates: [] }
  const step = lead.findLast(({ step }) => step)
  if (step)
    return { blocks: [{ type: 'bullets', items: stepBullets([step]) }], candidates: [] }
  if (questions || !withLeadIn || !isLeadIn(last))
    return centralLines(sentences, sentences, ranking, questions)
  const before = sentences.slice(0, -1)
  const line = shortenSentence(last, limits.bullet.item)
  // What has a title of its own needs no lead-in, unless nothing better is there.
  const isNeeded = !named || ranking.isCentral(last) || !before.some(sentence => ranking.isCentral(sentence))
  if (line.words <= limits.bullet.max && isNeeded)
    return leadInLines(last, line, named ? [] : before, ranking)
  return centralLines(before, sentences, ranking)
}

function isLeadIn({ plain }: Sentence): boolean {
  return /[:：]$/.test(plain) && !POINTING.test(plain) && !leansOnOthers(plain)
}

/** The lead-in, and the best sentence before it where both fit. */
function leadInLines(last: Sentence, line: TextLine, before: readonly Sentence[], ranking: Ranking): SlideText {
  const left = limits.words.beside - line.words
  const { lines, candidates } = before.length
    ? chooseLines(before, ranking, { words: left, lines: 1 })
    : { lines: [], candidates: [] }
  const shown = [...lines.filter(other => other.words <= left), line]
  return {
    blocks: shown.map((line): Block => ({ type: 'line', line })),
    candidates: [...candidates, {
      sentence: last,
      text: last.plain,
      score: ranking.scoreOf(last),
      chosen: true,
      central: ranking.isCentral(last),
    }],
  }
}

/**
 * The one or two sentences that say most.
 * @param preferred those that are taken where one of them stands for the document
 */
function centralLines(
  preferred: readonly Sentence[],
  all: readonly Sentence[],
  ranking: Ranking,
  questions = false,
): SlideText {
  const central = preferred.filter(sentence => ranking.isCentral(sentence)).length
  const budget = { words: limits.words.beside, lines: Math.min(2, Math.max(1, central)), questions }
  const { lines, candidates } = chooseLines(central ? preferred : all, ranking, budget)
  return { blocks: textBlocks(lines.filter(({ words }) => words <= limits.words.beside)), candidates }
}
