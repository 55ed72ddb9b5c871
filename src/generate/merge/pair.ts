import { contentWords } from '../text/words.ts'
import { splitSlide } from './lecture-file.ts'

/** Indexes of items on the right by those on the left that they belong to. */
export type Pairs = Map<number, number>

/** What two items have in common that belong together; an item without a key belongs to none. */
type KeyOf = (text: string) => string | undefined

/** Pairs items whose keys are equal, the first with the first and so on; pairs that exist stay. */
export function pairByKey(left: readonly string[], right: readonly string[], pairs: Pairs, keyOf: KeyOf): void {
  const taken = new Set(pairs.values())
  const free = new Map<string, number[]>()
  right.forEach((item, i) => {
    const key = keyOf(item)
    if (key !== undefined && !taken.has(i))
      free.set(key, [...free.get(key) ?? [], i])
  })
  left.forEach((item, i) => {
    const key = keyOf(item)
    const next = pairs.has(i) || key === undefined ? undefined : free.get(key)?.shift()
    if (next !== undefined)
      pairs.set(i, next)
  })
}

/** How alike two slides at the same place must be to be one, and what an equal title counts. */
const SIMILARITY = { min: 0.4, title: 0.3 }

/** Pairs what is left between neighbours that are paired, in order, where the texts are alike. */
export function pairByPlace(left: readonly string[], right: readonly string[], pairs: Pairs): void {
  const taken = new Set(pairs.values())
  let from = 0
  for (let i = 0; i < left.length; i++) {
    const own = pairs.get(i)
    if (own !== undefined) {
      from = own + 1
      continue
    }
    let end = from
    while (end < right.length && !taken.has(end))
      end++
    const best = mostAlike(left[i]!, right, from, end)
    if (best === undefined)
      continue
    pairs.set(i, best)
    taken.add(best)
    from = best + 1
  }
}

/** Index of the text that is most alike, the first of equals; undefined where none is alike enough. */
function mostAlike(text: string, others: readonly string[], from: number, end: number): number | undefined {
  let best: number | undefined
  let bestScore = -1
  for (let i = from; i < end; i++) {
    const score = similarity(text, others[i]!)
    if (score >= SIMILARITY.min && score > bestScore) {
      best = i
      bestScore = score
    }
  }
  return best
}

/** How much of the words of two slides is the same, from 0 to 1; the same title counts for much. */
function similarity(a: string, b: string): number {
  const [left, right] = [wordsAndTitle(a), wordsAndTitle(b)]
  const shared = [...left.words].filter(word => right.words.has(word)).length
  const overlap = shared / Math.max(1, left.words.size, right.words.size)
  return overlap + (left.title && left.title === right.title ? SIMILARITY.title : 0)
}

function wordsAndTitle(slide: string): { words: Set<string>, title: string } {
  const { body, notes } = splitSlide(slide)
  return { words: new Set(contentWords(`${body} ${notes}`)), title: body.split('\n')[0]! }
}
