import type { Placed } from './score.ts'
import type { Sentence } from './sentences.ts'
import { limits } from '../limits.ts'
import { bulletOf } from './compress.ts'
import { scoreSentences } from './score.ts'
import { contentWords } from './words.ts'

/** Share of a document's words whose best sentences stand for it as a whole. */
const SHARE = 0.22
/** What standing for the whole document adds to a sentence's place among its neighbours. */
const BONUS = 5

/**
 * How much each sentence says: its own worth, and the frequent words of the document that better sentences do not say already.
 * Sentences are taken greedily; as a gain only shrinks while others are taken, most need not be computed again.
 */
export class Ranking {
  readonly #scores = new Map<Sentence, number>()
  readonly #central = new Set<Sentence>()

  constructor(placed: readonly Placed[]) {
    const own = scoreSentences(placed)
    const bags = placed.map(({ sentence }) => [...new Set(contentWords(sentence.plain))])
    const frequency = new Map<string, number>()
    for (const { sentence } of placed) {
      for (const word of contentWords(sentence.plain))
        frequency.set(word, (frequency.get(word) ?? 0) + 1)
    }
    const shown = new Set<string>()
    const gain = (i: number) => {
      const fresh = bags[i]!.reduce((sum, word) => sum + (shown.has(word) ? 0 : Math.log1p(frequency.get(word)!)), 0)
      const total = own[i]! + fresh
      // Brevity makes a good sentence better, and a bad one no better.
      return total > 0 ? total / Math.max(6, bulletOf(placed[i]!.sentence).words) ** 0.5 : total
    }
    const first = placed.map((_, i) => gain(i))
    placed.forEach(({ sentence }, i) => this.#scores.set(sentence, first[i]!))
    let words = SHARE * placed.reduce((sum, { sentence }) => sum + sentence.words, 0)
    for (const i of greedy(first, gain)) {
      if (words <= 0)
        break
      const { sentence } = placed[i]!
      if (bulletOf(sentence).words > limits.bullet.most * 1.4 || /[?？:：]$/.test(sentence.plain))
        continue
      this.#central.add(sentence)
      words -= sentence.words
      for (const word of bags[i]!)
        shown.add(word)
    }
  }

  scoreOf(sentence: Sentence): number {
    return (this.#scores.get(sentence) ?? 0) + (this.isCentral(sentence) ? BONUS : 0)
  }

  /** Whether the sentence is one of the few that stand for the whole document. */
  isCentral(sentence: Sentence): boolean {
    return this.#central.has(sentence)
  }
}

/** Indexes by falling gain, where taking one may lower the gains of others; the first of equals comes first. */
function* greedy(bounds: readonly number[], gain: (index: number) => number): Generator<number> {
  const order = bounds.map((bound, index) => ({ bound, index })).sort((a, b) => b.bound - a.bound || a.index - b.index)
  while (order.length) {
    const top = order.shift()!
    const bound = gain(top.index)
    const next = order[0]
    if (!next || bound > next.bound || (bound === next.bound && top.index < next.index)) {
      yield top.index
      continue
    }
    let low = 0
    let high = order.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = order[middle]!
      if (other.bound > bound || (other.bound === bound && other.index < top.index))
        low = middle + 1
      else
        high = middle
    }
    order.splice(low, 0, { bound, index: top.index })
  }
}
