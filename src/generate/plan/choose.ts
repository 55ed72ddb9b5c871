import type { Ranking } from '../text/ranking.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Choice, TextLine } from './slide.ts'
import { limits } from '../limits.ts'
import { bulletOf, pieces } from '../text/compress.ts'
import { contentWords } from '../text/words.ts'

export interface Budget {
  words: number
  lines: number
}

/** A sentence that scores less than this share of the best adds nothing to two others. */
const ENOUGH = 0.4

export interface Chosen {
  lines: TextLine[]
  choices: Choice[]
}

/** The sentences that say most, in the document's order, within a budget; at least one. */
export function chooseLines(sentences: readonly Sentence[], ranking: Ranking, budget: Budget): Chosen {
  const candidates = sentences.map((sentence, index) => ({ sentence, index, score: ranking.scoreOf(sentence), short: bulletOf(sentence) })).filter(({ short }) => short.words > 0)
  const chosen: typeof candidates = []
  let left = budget.words
  while (chosen.length < budget.lines) {
    const open = candidates.filter(({ sentence, short }) => short.words <= Math.min(left, limits.bullet.most * 1.4) && worth(sentence) && !chosen.some(other => other.sentence === sentence || alike(other.short.plain, short.plain)))
    const next = best(open)
    if (!next || next.score <= -1 || (chosen.length >= 2 && next.score < chosen[0]!.score * ENOUGH))
      break
    chosen.push(next)
    left -= next.short.words
  }
  const fallback = best(candidates.filter(({ short }) => short.words <= budget.words)) ?? best(candidates)
  if (!chosen.length && fallback)
    chosen.push(fallback)
  chosen.sort((a, b) => a.index - b.index)
  return {
    lines: chosen.flatMap(({ sentence, short }) => short.words <= Math.max(budget.words, limits.words.target + 6) ? [short] : pieces(sentence, limits.bullet.most).slice(0, 2)),
    choices: candidates.map(candidate => ({ text: candidate.sentence.plain, score: Math.round(candidate.score * 100) / 100, chosen: chosen.includes(candidate), central: ranking.isCentral(candidate.sentence) })),
  }
}

function best<T extends { score: number }>(candidates: readonly T[]): T | undefined {
  return candidates.reduce<T | undefined>((top, candidate) => !top || candidate.score > top.score ? candidate : top, undefined)
}

/** Questions and lead-ins do not stand alone. */
function worth({ plain }: Sentence): boolean {
  return !/[?:？：]["'”’)]*$/.test(plain)
}

function alike(a: string, b: string): boolean {
  const words = new Set(contentWords(a))
  const others = contentWords(b)
  const shared = others.filter(word => words.has(word)).length
  return others.length > 0 && shared / Math.min(words.size || 1, others.length) > 0.7
}
