import type { Ranking } from '../text/ranking.ts'
import type { Sentence } from '../text/sentences.ts'
import type { ItemOf } from './items.ts'
import type { PlanContext } from './section.ts'
import type { Block, Bullet, Candidate, TextLine } from './slide.ts'
import { limits } from '../limits.ts'
import { cutSentence, shortenSentence } from '../text/compress.ts'
import { chooseLines } from './choose.ts'
import { wordsInLines } from './slide.ts'

type Prose = ItemOf<'prose'>

/** Text of a slide, and the sentences that it was chosen from. */
export interface SlideText {
  blocks: Block[]
  candidates: Candidate[]
}

/** Words of a step above which it is cut. */
const MAX_STEP = limits.bullet.max * 1.3

/** The text of a slide: the steps of a list where there are some, else the sentences that say most. */
export function textOfGroup(
  group: readonly Prose[],
  ranking: Ranking,
  words: number,
  questions = false,
): SlideText {
  const steps = group.filter(({ step }) => step)
  if (steps.length)
    return textWithSteps(group, steps, ranking)
  const sentences = group.flatMap(item => item.sentences)
  const central = sentences.filter(sentence => ranking.isCentral(sentence)).length
  const lines = Math.min(limits.bullets - 1, Math.max(2, central, Math.round(words / limits.prose.bullet)))
  const selection = chooseLines(sentences, ranking, { words: limits.words.target, lines, questions })
  return { blocks: textBlocks(selection.lines), candidates: selection.candidates }
}

/** Steps with one line of the prose before them, where it fits. */
function textWithSteps(group: readonly Prose[], steps: readonly Prose[], ranking: Ranking): SlideText {
  const bullets = stepBullets(steps)
  const left = limits.words.target - wordsInLines(bullets)
  const before = group.slice(0, group.indexOf(steps[0]!)).flatMap(item => item.sentences)
  const { lines, candidates } = before.length && left >= limits.bullet.long
    ? chooseLines(before, ranking, { words: left, lines: 1 })
    : { lines: [], candidates: [] }
  const fitting = lines.filter(line => line.words <= left).map((line): Block => ({ type: 'line', line }))
  return { blocks: [...fitting, { type: 'bullets', items: bullets }], candidates }
}

/** What each step begins with, numbered as in the document. */
export function stepBullets(steps: readonly Prose[]): Bullet[] {
  return steps.flatMap(({ sentences: [first], step }): Bullet[] =>
    first ? [{ ...stepLine(first), level: 0, number: step?.number }] : [])
}

function stepLine(sentence: Sentence): TextLine {
  const short = shortenSentence(sentence, limits.bullet.item)
  return short.words <= MAX_STEP ? short : cutSentence(sentence, limits.bullet.item)[0]!
}

/** One sentence is a statement, several are bullets. */
export function textBlocks(lines: readonly TextLine[]): Block[] {
  const [only] = lines
  if (!only)
    return []
  if (lines.length === 1)
    return [{ type: 'line', line: only }]
  return [{ type: 'bullets', items: lines.map(line => ({ ...line, level: 0 })) }]
}

/** Prose in groups of about the same length, one for each slide; paragraphs stay whole. */
export function groupProse(prose: readonly Prose[], words: number, pace: PlanContext['pace']): Prose[][] {
  const steps = prose.filter(({ step }) => step).length
  const count = Math.min(prose.length, Math.max(1, Math.round(words / pace.slide)))
  const groups: Prose[][] = [[]]
  /** Words of all groups, and of the steps in the last one. */
  let used = 0
  let stepWords = 0
  for (const item of prose) {
    const group = groups.at(-1)!
    const own = wordsOfStep(item)
    const isFull = stepWords + own > limits.words.target || stepsIn(group) >= limits.bullets - 1
    const beginsSteps = group.length > 0 && stepsIn(group) === 0 && used >= pace.widow && steps > 1
    const hasShare = steps === 0
      && groups.length < count
      && group.some(other => other.words)
      && used + item.words / 2 > words / count * groups.length
    if (item.step ? isFull || beginsSteps : hasShare) {
      groups.push([])
      stepWords = 0
    }
    stepWords += own
    groups.at(-1)!.push(item)
    used += item.words
  }
  return groups
}

function stepsIn(group: readonly Prose[]): number {
  return group.filter(({ step }) => step).length
}

function wordsOfStep({ step, sentences: [first] }: Prose): number {
  return step && first ? Math.min(first.words, limits.bullet.item) : 0
}
