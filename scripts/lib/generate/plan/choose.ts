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
export function chooseLines(sentences: readonly Sentence[], scores: ReadonlyMap<Sentence, number>, budget: Budget): Chosen {
  const ranked = sentences.map((sentence, index) => ({ sentence, index, score: scores.get(sentence) ?? 0, short: bulletOf(sentence) }))
    .filter(({ short }) => short.words > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
  const best = ranked[0]?.score ?? 0
  const chosen: (typeof ranked)[number][] = []
  let words = 0
  for (const candidate of ranked) {
    const { short, score, sentence } = candidate
    const enough = chosen.length >= 2 && score < best * ENOUGH
    if (chosen.length < budget.lines && !enough && words + short.words <= budget.words && short.words <= limits.bullet.most * 1.5 && worth(sentence, score) && !chosen.some(other => alike(other.short.plain, short.plain))) {
      chosen.push(candidate)
      words += short.words
    }
  }
  const fallback = ranked.find(({ short }) => short.words <= budget.words) ?? ranked[0]
  if (!chosen.length && fallback)
    chosen.push(fallback)
  chosen.sort((a, b) => a.index - b.index)
  return {
    lines: chosen.flatMap(({ sentence, short }) => short.words <= Math.max(budget.words, limits.words.target + 6) ? [short] : pieces(sentence, limits.bullet.most).slice(0, 2)),
    choices: ranked.sort((a, b) => a.index - b.index).map(candidate => ({ text: candidate.sentence.plain, score: Math.round(candidate.score * 100) / 100, chosen: chosen.includes(candidate) })),
  }
}

/** Questions and lead-ins do not stand alone. */
function worth({ plain }: Sentence, score: number): boolean {
  return score > -1 && !/[?:？：]["'”’)]*$/.test(plain)
}

function alike(a: string, b: string): boolean {
  const words = new Set(contentWords(a))
  const others = contentWords(b)
  const shared = others.filter(word => words.has(word)).length
  return others.length > 0 && shared / Math.min(words.size || 1, others.length) > 0.7
}
