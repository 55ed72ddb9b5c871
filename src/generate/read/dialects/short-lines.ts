/** Characters that a paragraph has at most, so that parsing stays linear. */
export const longest = 12_000

/** A very long line in parts, cut after sentences, else between words where that cannot cut a link, a tag or code. */
export function shortLines(text: string): string[] {
  if (text.length <= longest)
    return [text]
  const parts: string[] = []
  let start = 0
  while (text.length - start > longest) {
    const end = endOfPart(text, start)
    if (end === undefined)
      break
    parts.push(text.slice(start, end).trimEnd())
    start = end
  }
  return [...parts, text.slice(start)]
}

function endOfPart(text: string, start: number): number | undefined {
  const part = text.slice(start, start + longest)
  const sentence = Math.max(part.lastIndexOf('. '), part.lastIndexOf('? '), part.lastIndexOf('! '), part.lastIndexOf('。') - 1)
  if (sentence > 0)
    return start + sentence + 2
  const space = part.lastIndexOf(' ')
  // No person writes a line of this length; how it is cut matters less than that it is read.
  const isHuge = text.length > 30_000 && !part.includes('](data:')
  return space > 0 && (isHuge || !/[[<`]/.test(part)) ? start + space + 1 : undefined
}
