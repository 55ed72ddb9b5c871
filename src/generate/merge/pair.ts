import { contentWords } from '../text/words.ts'
import { splitSlide } from './lecture-file.ts'

/** Pairs items whose keys are equal, the first with the first and so on; pairs that exist stay. */
export function pairByKey<A, B>(left: readonly A[], right: readonly B[], pairs: Map<number, number>, key: { left: (item: A) => string | undefined, right: (item: B) => string | undefined }): void {
  const taken = new Set(pairs.values())
  const free = new Map<string, number[]>()
  right.forEach((item, i) => {
    const name = key.right(item)
    if (name !== undefined && !taken.has(i))
      free.set(name, [...free.get(name) ?? [], i])
  })
  left.forEach((item, i) => {
    const name = key.left(item)
    const next = pairs.has(i) || name === undefined ? undefined : free.get(name)?.shift()
    if (next !== undefined)
      pairs.set(i, next)
  })
}

/** Pairs what is left between neighbours that are paired, in order, where the texts are alike. */
export function pairByPlace(left: readonly string[], right: readonly string[], pairs: Map<number, number>): void {
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
    const candidates = Array.from({ length: Math.max(0, end - from) }, (_, k) => from + k)
    const best = candidates.map(k => ({ k, score: similarity(left[i]!, right[k]!) })).sort((a, b) => b.score - a.score || a.k - b.k)[0]
    if (best && best.score >= 0.4) {
      pairs.set(i, best.k)
      taken.add(best.k)
      from = best.k + 1
    }
  }
}

/** How much of the words of two slides is the same, from 0 to 1; the same title counts for much. */
function similarity(a: string, b: string): number {
  const [left, right] = [a, b].map(text => splitSlide(text))
  const titles = [left!, right!].map(({ body }) => body.split('\n')[0]!)
  const [first, second] = [left!, right!].map(({ body, notes }) => new Set(contentWords(`${body} ${notes}`)))
  const shared = [...first!].filter(word => second!.has(word)).length
  const overlap = shared / Math.max(1, Math.max(first!.size, second!.size))
  return overlap + (titles[0] === titles[1] && titles[0] ? 0.3 : 0)
}
