import type { PlacedSentence } from './score.ts'
import type { Sentence } from './sentences.ts'
import { limits } from '../limits.ts'
import { bulletOf } from './compress.ts'
import { Heap } from './heap.ts'
import { scoreSentences } from './score.ts'
import { contentWords } from './words.ts'

/** Share of a document's words whose best sentences stand for it as a whole. */
const SHARE = 0.22
/** What standing for the whole document adds to a sentence's place among its neighbours. */
const BONUS = 5
/** Words below which a sentence gains nothing by being shorter. */
const MIN_WORDS = 6
/** A longer sentence, in words of a bullet, stands for no document. */
const MAX_WORDS = limits.bullet.max * 1.4

/** How much each sentence of a document says. */
export class Ranking {
  readonly #scores: ReadonlyMap<Sentence, number>
  readonly #central: ReadonlySet<Sentence>

  constructor(scores: ReadonlyMap<Sentence, number>, central: ReadonlySet<Sentence>) {
    this.#scores = scores
    this.#central = central
  }

  scoreOf(sentence: Sentence): number {
    return (this.#scores.get(sentence) ?? 0) + (this.isCentral(sentence) ? BONUS : 0)
  }

  /** Whether the sentence is one of the few that stand for the whole document. */
  isCentral(sentence: Sentence): boolean {
    return this.#central.has(sentence)
  }
}

/**
 * Ranks sentences by their own worth, and by the frequent words of the document that better sentences do not say
 * already. They are taken greedily; as a gain only shrinks while others are taken, most need not be computed again.
 */
export function rankSentences(placed: readonly PlacedSentence[]): Ranking {
  const own = scoreSentences(placed)
  const words = placed.map(({ sentence }) => contentWords(sentence.plain))
  const bags = words.map(list => [...new Set(list)])
  const frequency = new Map<string, number>()
  for (const word of words.flat())
    frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const shown = new Set<string>()
  const gain = (i: number) => {
    const fresh = bags[i]!.reduce((sum, word) => sum + (shown.has(word) ? 0 : Math.log1p(frequency.get(word)!)), 0)
    const total = own[i]! + fresh
    // Brevity makes a good sentence better, and a bad one no better.
    return total > 0 ? total / Math.max(MIN_WORDS, bulletOf(placed[i]!.sentence).words) ** 0.5 : total
  }
  const gains = placed.map((_, i) => gain(i))
  const central = new Set<Sentence>()
  let budget = SHARE * placed.reduce((sum, { sentence }) => sum + sentence.words, 0)
  for (const i of greedy(gains, gain)) {
    if (budget <= 0)
      break
    const { sentence } = placed[i]!
    if (!canStandForDocument(sentence))
      continue
    central.add(sentence)
    budget -= sentence.words
    for (const word of bags[i]!)
      shown.add(word)
  }
  return new Ranking(new Map(placed.map(({ sentence }, i) => [sentence, gains[i]!])), central)
}

/** Neither too long for a bullet, nor a question or a lead-in. */
function canStandForDocument(sentence: Sentence): boolean {
  return bulletOf(sentence).words <= MAX_WORDS && !/[?？:：]$/.test(sentence.plain)
}

/** Indexes by falling gain, where taking one may lower the gains of others; the first of equals comes first. */
function* greedy(bounds: readonly number[], gain: (index: number) => number): Generator<number> {
  const heap = new Heap(bounds.map((bound, index) => ({ bound, index })))
  for (let top = heap.top; top; top = heap.top) {
    const bound = gain(top.index)
    if (bound === top.bound) {
      heap.replaceTop()
      yield top.index
    }
    else {
      heap.replaceTop({ bound, index: top.index })
    }
  }
}
