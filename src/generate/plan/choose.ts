import type { Shortened } from '../text/compress.ts'
import type { Ranking } from '../text/ranking.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Candidate, TextLine } from './slide.ts'
import { limits } from '../limits.ts'
import { bulletOf, cutSentence, reasonParts } from '../text/compress.ts'
import { standsAlone } from '../text/score.ts'
import { leansOnOthers } from '../text/statements.ts'
import { contentWords } from '../text/words.ts'

export interface Budget {
  words: number
  lines: number
  /** Whether a question can be chosen, and comes before all else. */
  questions?: boolean
}

/** Lines that were chosen, and the sentences that they were chosen from. */
export interface Selection {
  lines: TextLine[]
  candidates: Candidate[]
}

/** What a sentence must score to be chosen beside others. */
const MIN_SCORE = {
  absolute: -1,
  /** Share of the best one's score from which a sentence adds something to two others. */
  relative: 0.4,
}
/** What a question of an exercise has before what only explains it. */
const QUESTION_BONUS = 10
/** Words of a bullet above which a sentence is only chosen for want of another. */
const MAX_WORDS = limits.bullet.max * 1.4
/** Share of content words in common from which two sentences say the same. */
const MAX_SHARED = 0.7

interface Scored {
  sentence: Sentence
  index: number
  score: number
  short: Shortened
}

/** The sentences that say most, in the document's order, within a budget; at least one. */
export function chooseLines(sentences: readonly Sentence[], ranking: Ranking, budget: Budget): Selection {
  const scoreOf = (sentence: Sentence) =>
    ranking.scoreOf(sentence) + (budget.questions && isAsking(sentence.plain) ? QUESTION_BONUS : 0)
  const scored = sentences
    .map((sentence, index) => ({ sentence, index, score: scoreOf(sentence), short: bulletOf(sentence) }))
    .filter(({ short }) => short.words > 0)
  const chosen = choose(scored, budget)
  const standing = scored.filter(({ sentence, short }) => canBeChosen(sentence, budget) && !leansOnOthers(short.plain))
  const fallback = best(standing) ?? best(scored.filter(({ short }) => short.words <= budget.words)) ?? best(scored)
  if (!chosen.length && fallback)
    chosen.push(fallback)
  chosen.sort((a, b) => a.index - b.index)
  return {
    lines: chosen.flatMap(one => linesOf(one, budget.words)),
    candidates: scored.map(one => ({
      sentence: one.sentence,
      text: one.sentence.plain,
      score: Math.round(one.score * 100) / 100,
      chosen: chosen.includes(one),
      central: ranking.isCentral(one.sentence),
    })),
  }
}

function choose(scored: readonly Scored[], budget: Budget): Scored[] {
  const chosen: Scored[] = []
  let left = budget.words
  while (chosen.length < budget.lines) {
    const next = best(scored.filter(({ sentence, short }) =>
      short.words <= Math.min(left, MAX_WORDS)
      && canBeChosen(sentence, budget)
      && !leansOnOthers(short.plain)
      && (!chosen.length || budget.questions || standsAlone(short.plain))
      && !chosen.some(other => other.sentence === sentence || isAlike(other.short.plain, short.plain))))
    if (!next || next.score <= MIN_SCORE.absolute)
      break
    if (chosen.length >= 2 && next.score < chosen[0]!.score * MIN_SCORE.relative)
      break
    chosen.push(next)
    left -= next.short.words
  }
  return chosen
}

/** A sentence that is too long for the slide is cut in two lines. */
function linesOf({ sentence, short }: Scored, words: number): TextLine[] {
  const parts = short.words > limits.bullet.max ? reasonParts(sentence) : undefined
  if (parts && parts.reduce((sum, part) => sum + part.words, 0) <= words)
    return parts.map(part => ({ ...part, sentence }))
  if (short.words <= Math.max(words, limits.words.target + limits.words.tolerance))
    return [short]
  return cutSentence(sentence, limits.bullet.max).slice(0, 2)
}

function best(scored: readonly Scored[]): Scored | undefined {
  let top: Scored | undefined
  for (const one of scored) {
    if (!top || one.score > top.score)
      top = one
  }
  return top
}

function isAsking(plain: string): boolean {
  return /[?？]["'”’)]*$/.test(plain)
}

/** Questions and lead-ins do not stand alone. */
function canBeChosen({ plain }: Sentence, { questions = false }: Budget): boolean {
  return (questions && isAsking(plain)) || !/[?:？：]["'”’)]*$/.test(plain)
}

function isAlike(a: string, b: string): boolean {
  const words = new Set(contentWords(a))
  const others = contentWords(b)
  const shared = others.filter(word => words.has(word)).length
  return others.length > 0 && shared / Math.min(words.size || 1, others.length) > MAX_SHARED
}
