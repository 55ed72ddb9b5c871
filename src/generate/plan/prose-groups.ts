import type { Ranking } from '../text/ranking.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Prose } from './section-slides.ts'
import type { Block, Bullet, Choice, TextLine } from './slide.ts'
import { limits } from '../limits.ts'
import { pieces, shorten } from '../text/compress.ts'
import { chooseLines } from './choose.ts'

/** The text of a slide: the steps of a list where there are some, else the sentences that say most. */
export function textOfGroup(group: readonly Prose[], ranking: Ranking, words: number): { blocks: Block[], choices: Choice[] } {
  const steps = group.filter(({ step }) => step)
  if (steps.length) {
    const bullets = stepBullets(steps)
    const left = limits.words.target - bullets.reduce((sum, bullet) => sum + bullet.words, 0)
    const before = group.slice(0, group.indexOf(steps[0]!)).flatMap(item => item.sentences)
    const { lines, choices } = before.length && left >= limits.bullet.long ? chooseLines(before, ranking, { words: left, lines: 1 }) : { lines: [], choices: [] }
    const fitting = lines.filter(line => line.words <= left)
    return { blocks: [...fitting.map((line): Block => ({ type: 'line', line })), { type: 'bullets', items: bullets }], choices }
  }
  const sentences = group.flatMap(item => item.sentences)
  const central = sentences.filter(sentence => ranking.isCentral(sentence)).length
  const lines = Math.min(limits.bullets - 1, Math.max(2, central, Math.round(words / limits.prose.bullet)))
  const { lines: chosen, choices } = chooseLines(sentences, ranking, { words: limits.words.target, lines })
  return { blocks: textBlocks(chosen), choices }
}

/** What each step begins with, numbered as in the document. */
export function stepBullets(steps: readonly Prose[]): Bullet[] {
  return steps.flatMap(({ sentences: [first], step }): Bullet[] => first ? [{ ...stepLine(first), level: 0, number: step?.number }] : [])
}

function stepLine(sentence: Sentence): TextLine {
  const short = shorten(sentence, limits.bullet.item)
  return short.words <= limits.bullet.most * 1.3 ? short : pieces(sentence, limits.bullet.item)[0]!
}

/** One sentence is a statement, several are bullets. */
function textBlocks(lines: readonly TextLine[]): Block[] {
  const [only] = lines
  if (!only)
    return []
  return lines.length === 1 ? [{ type: 'line', line: only }] : [{ type: 'bullets', items: lines.map(line => ({ ...line, level: 0 })) }]
}

/** Prose in groups of about the same length, one for each slide; paragraphs stay whole. */
export function groupProse(prose: readonly Prose[], words: number): Prose[][] {
  const count = Math.min(prose.length, Math.max(1, Math.round(words / limits.prose.slide)))
  const parts: Prose[][] = [[]]
  let used = 0
  let bullets = 0
  prose.forEach((item) => {
    const share = words / count * parts.length
    const stepWords = item.step && item.sentences[0] ? Math.min(item.sentences[0].words, limits.bullet.item) : 0
    const full = bullets + stepWords > limits.words.target || parts.at(-1)!.filter(({ step }) => step).length >= limits.bullets - 1
    const begins = item.step && parts.at(-1)!.length > 0 && !parts.at(-1)!.some(({ step }) => step) && used >= limits.prose.widow && prose.filter(({ step }) => step).length > 1
    if ((item.step && full) || begins || (parts.length < count && !item.step && parts.at(-1)!.some(other => other.words) && !prose.some(({ step }) => step) && used + item.words / 2 > share)) {
      parts.push([])
      bullets = 0
    }
    bullets += stepWords
    parts.at(-1)!.push(item)
    used += item.words
  })
  return parts
}
