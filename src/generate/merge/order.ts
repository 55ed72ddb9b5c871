import type { Pairs } from './pair.ts'

/** A slide of a merged lecture by where it is: in the file, among those generated now, or in both. */
export interface OrderedSlide {
  file?: number
  generated?: number
}

/**
 * The order of a merged lecture: what the document moved is moved, what a person moved or wrote stays behind the slide
 * that it stands behind in the file.
 * @param size numbers of slides in the file, and of those that are generated now
 * @param pairs of slides as they were generated last time: with the file, and with those that are generated now
 */
export function orderSlides(
  size: { file: number, generated: number },
  { inFile, inGenerated }: { inFile: Pairs, inGenerated: Pairs },
): OrderedSlide[] {
  const oldOfFile = new Map(Array.from(inFile, ([old, file]) => [file, old]))
  const generatedOf = (file: number) => inGenerated.get(oldOfFile.get(file) ?? -1)
  const files = Array.from({ length: size.file }, (_, file) => file)
  const known = files.filter(file => generatedOf(file) !== undefined)
  const unmoved = new Set(longestRising(known, file => oldOfFile.get(file)!))
  const fileOf = new Map(Array.from(unmoved, file => [generatedOf(file)!, file]))
  // A person moved them to another place, or deleted them.
  const elsewhere = new Set([...inGenerated.values()].filter(generated => !fileOf.has(generated)))
  const result: OrderedSlide[] = []
  for (let generated = 0; generated < size.generated; generated++) {
    const file = fileOf.get(generated)
    if (file !== undefined)
      result.push({ file, generated })
    else if (!elsewhere.has(generated))
      result.push({ generated })
  }
  for (const file of files.filter(file => !unmoved.has(file)))
    result.splice(placeBehind(result, file - 1), 0, { file, generated: generatedOf(file) })
  return result
}

/** Index behind the slide that has this place in the file. */
function placeBehind(slides: readonly OrderedSlide[], file: number): number {
  return file < 0 ? 0 : slides.findIndex(slide => slide.file === file) + 1
}

/** The longest run of items, not all of them neighbours, whose values rise. */
export function longestRising<T>(items: readonly T[], valueOf: (item: T) => number): T[] {
  /** Index of the last item of the best run of each length, and for each item the one before it in its run. */
  const ends: number[] = []
  const before: (number | undefined)[] = []
  items.forEach((item, i) => {
    const value = valueOf(item)
    const found = ends.findIndex(end => valueOf(items[end]!) >= value)
    const length = found < 0 ? ends.length : found
    before[i] = ends[length - 1]
    ends[length] = i
  })
  const run: T[] = []
  for (let i = ends.at(-1); i !== undefined; i = before[i])
    run.unshift(items[i]!)
  return run
}
