/** Characters that a paragraph has at most, so that parsing stays linear. */
export const MAX_PARAGRAPH = 12_000
/** Characters of a line that no person writes. */
const HUGE_LINE = 30_000

/** A very long line in parts, cut after sentences, else between words where that cannot cut a link, a tag or code. */
export function shortLines(text: string): string[] {
  if (text.length <= MAX_PARAGRAPH)
    return [text]
  const parts: string[] = []
  let start = 0
  while (text.length - start > MAX_PARAGRAPH) {
    const end = endOfPart(text, start)
    if (end === undefined)
      break
    parts.push(text.slice(start, end).trimEnd())
    start = end
  }
  return [...parts, text.slice(start)]
}

function endOfPart(text: string, start: number): number | undefined {
  const part = text.slice(start, start + MAX_PARAGRAPH)
  const ends = ['. ', '? ', '! '].map(end => part.lastIndexOf(end))
  const sentence = Math.max(...ends, part.lastIndexOf('。') - 1)
  if (sentence > 0)
    return start + sentence + 2
  const space = part.lastIndexOf(' ')
  // How a line is cut that no person writes matters less than that it is read.
  const isHuge = text.length > HUGE_LINE && !part.includes('](data:')
  return space > 0 && (isHuge || !/[[<`]/.test(part)) ? start + space + 1 : undefined
}
