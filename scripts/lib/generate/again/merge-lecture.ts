import { hashOf, readLectureFile } from './lecture-file.ts'
import { markGone, mergeSlide } from './merge-slide.ts'
import { pairByKey, pairByPlace } from './pair.ts'

/** What became of a slide in a run again. */
export type Fate = 'changed' | 'added' | 'removed' | 'conflict' | 'stays deleted'

export interface MergedLecture {
  text: string
  /** In the order of the lecture; slides that stay as they are are not listed. */
  fates: { fate: Fate, title: string }[]
}

/**
 * Brings a changed document into a lecture that a person has edited since.
 * @param base the slides as they were generated last time; undefined where that is not known
 * @param file the lecture's file as it is now
 * @param ours the slides as they are generated now
 */
export function mergeLecture(base: readonly string[] | undefined, file: string, ours: readonly string[]): MergedLecture {
  const theirs = readLectureFile(file)
  const old = base ?? guessBase(theirs.map(({ text }) => text), ours)
  const inFile = pairSlides(old, theirs.map(({ text }) => text), false)
  const inOurs = pairSlides(old, ours, true)
  const oldOfFile = invert(inFile)
  const fates: MergedLecture['fates'] = []
  const result: { text: string, from?: number }[] = []
  theirs.forEach(({ text }, i) => {
    const before = oldOfFile.get(i)
    if (before === undefined)
      return void result.push({ text })
    const next = inOurs.get(before)
    const merged = mergeOne(old[before]!, text, next === undefined ? undefined : ours[next]!)
    if (merged.fate)
      fates.push({ fate: merged.fate, title: titleOf(merged.text ?? text) })
    if (merged.text !== undefined)
      result.push({ text: merged.text, from: next })
  })
  const oldOfOurs = invert(inOurs)
  ours.forEach((text, i) => {
    const before = oldOfOurs.get(i)
    if (before !== undefined) {
      if (!inFile.has(before))
        fates.push({ fate: 'stays deleted', title: titleOf(text) })
      return
    }
    fates.push({ fate: 'added', title: titleOf(text) })
    result.splice(placeAfter(result, i), 0, { text, from: i })
  })
  return { text: result.map(({ text }, i) => i + 1 < result.length ? text : `${text.trimEnd()}\n`).join('\n'), fates }
}

function mergeOne(base: string, theirs: string, ours: string | undefined): { text?: string, fate?: Fate } {
  if (same(base, theirs))
    return ours === undefined ? { fate: 'removed' } : same(base, ours) ? { text: theirs } : { text: ours, fate: bare(base) === bare(ours) ? undefined : 'changed' }
  if (ours === undefined)
    return theirs.includes('no longer has what this slide was made from') ? { text: theirs } : { text: markGone(theirs), fate: 'conflict' }
  if (same(base, ours))
    return { text: theirs }
  const { text, conflict } = mergeSlide(base, theirs, ours)
  return { text, fate: conflict ? 'conflict' : bare(text) === bare(theirs) ? undefined : 'changed' }
}

/** A slide without what it remembers: a mark that moved is no change to a reader. */
function bare(text: string): string {
  return text.replace(/^source: .*\n/m, '').trimEnd()
}

function same(a: string, b: string): boolean {
  return a.trimEnd() === b.trimEnd()
}

/** Pairs of slides: the same text, else the same source, else (for a changed document) alike at the same place. */
function pairSlides(left: readonly string[], right: readonly string[], byPlace: boolean): Map<number, number> {
  const pairs = new Map<number, number>()
  const keys = [(text: string) => text.trimEnd(), (text: string) => bare(text), (text: string) => markOf(text), (text: string) => hashOf(markOf(text))]
  for (const key of keys)
    pairByKey(left, right, pairs, { left: key, right: key })
  if (byPlace)
    pairByPlace(left, right, pairs)
  return pairs
}

/** Without a record, a slide whose source is as it was has been generated as it would be now; of others only the mark is known. */
function guessBase(theirs: readonly string[], ours: readonly string[]): string[] {
  const pairs = new Map<number, number>()
  pairByKey(theirs, ours, pairs, { left: text => hashOf(markOf(text)), right: text => hashOf(markOf(text)) })
  return theirs.flatMap((text, i) => {
    const own = pairs.get(i)
    return own !== undefined ? [ours[own]!] : markOf(text) ? [`---\nsource: ${markOf(text)}\n---\n\n${titleLine(text)}\n`] : []
  })
}

function placeAfter(result: readonly { from?: number }[], index: number): number {
  for (let before = index - 1; before >= 0; before--) {
    const found = result.findLastIndex(({ from }) => from === before)
    if (found >= 0)
      return found + 1
  }
  return 0
}

function invert(pairs: ReadonlyMap<number, number>): Map<number, number> {
  return new Map(Array.from(pairs, ([a, b]) => [b, a]))
}

function markOf(text: string): string | undefined {
  return /^---\n(?:(?!---\n)[^\n]*\n)*?source: ([^\n]+)\n/.exec(text)?.[1]
}

function titleLine(text: string): string {
  return /^(?:#|:::question).*$/m.exec(text)?.[0] ?? ''
}

function titleOf(text: string): string {
  return titleLine(text).replace(/^(?:#+|:::question(?:\{[^}]*\})?)\s*/, '') || 'a slide without a title'
}
