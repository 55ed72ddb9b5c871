import { STACK_ADVANCES } from './advances.ts'

/** How wide a character is, as a part of the font size. */
const ADVANCES = new Map(STACK_ADVANCES.flatMap(([width, characters]) =>
  Array.from(characters, character => [character, width / 1000] as const)))
const MARKS = /\p{M}/u
const LETTER = /\p{L}/u
// Whatever is as wide as it is high: ideographs, kana, hangul, pictographs.
const SQUARE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFF60]/u
const PICTOGRAPH = /\p{Extended_Pictographic}/u
/** Between these a line may end. */
const IDEOGRAPH = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]'
const HAS_IDEOGRAPH = new RegExp(IDEOGRAPH, 'u')
/** An ideograph with the punctuation after it, or what stands between ideographs. */
const IDEOGRAPH_OR_REST = new RegExp(`${IDEOGRAPH}[\\p{P}\\s]*|(?:(?!${IDEOGRAPH}).)+`, 'gsu')

// Kerning, and a renderer's rounding, may make a line a little wider than the sum of its letters.
const SAFETY = 1.02

// A width that was computed from the text itself must hold that text, whatever the order of additions.
const SLACK = 0.01

// A layout tries many widths for the same few words.
const measured = new Map<string, number>()

/** How wide a line of text is at a font size, in its unit; for letters that the font lacks, a generous guess. */
export function textWidth(text: string, size: number): number {
  let width = measured.get(text)
  if (width === undefined) {
    width = 0
    for (const character of text.normalize('NFD'))
      width += advance(character)
    measured.set(text, width)
  }
  return width * size * SAFETY
}

function advance(character: string): number {
  const known = ADVANCES.get(character)
  if (known !== undefined)
    return known
  if (MARKS.test(character) || character === '\u200D')
    return 0
  if (PICTOGRAPH.test(character))
    return 1.35
  if (SQUARE.test(character))
    return 1.05
  return LETTER.test(character) ? 0.86 : 1.05
}

/** The width of the widest piece of a text that is not broken across lines unless it must be. */
export function longestWord(text: string, size: number): number {
  return Math.max(0, ...words(text).map(word => textWidth(word.trimEnd(), size)))
}

/**
 * Breaks text into lines no wider than `width`: at spaces, after hyphens and slashes, between ideographs,
 * and inside a word only when the word alone is too wide.
 */
export function wrapText(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words(text)) {
    if (textWidth((line + word).trimEnd(), size) <= width + SLACK) {
      line += word
      continue
    }
    if (line)
      lines.push(line.trimEnd())
    line = word
    while (textWidth(line.trimEnd(), size) > width + SLACK) {
      const head = longestHead(line, width, size)
      if (head.length >= line.length)
        break
      lines.push(head)
      line = line.slice(head.length)
    }
  }
  return [...lines, line.trimEnd()].filter(Boolean)
}

/** The narrowest wrapping of a text that takes no more lines than it does at `width`: lines are about equal. */
export function balanceText(text: string, width: number, size: number): string[] {
  const lines = wrapText(text, width, size)
  if (lines.length < 2)
    return lines
  let best = lines
  for (let narrower = width - 4; narrower >= longestWord(text, size); narrower -= 4) {
    const tried = wrapText(text, narrower, size)
    if (tried.length > lines.length)
      break
    best = tried
  }
  return best
}

/** The width of the widest of some lines. */
export function linesWidth(lines: readonly string[], size: number): number {
  return Math.max(0, ...lines.map(line => textWidth(line, size)))
}

/** The pieces of a text between which a line may end, each with the space that follows it. */
function words(text: string): string[] {
  const pieces = text.replace(/\s+/g, ' ').trim().match(/[^\s\-/]*[\-/]+(?=[^\s\-/])|\S+ ?/g) ?? []
  return pieces.flatMap(piece => HAS_IDEOGRAPH.test(piece) ? piece.match(IDEOGRAPH_OR_REST) ?? [piece] : [piece])
}

/** The longest beginning of a word that fits, at least one letter with its marks. */
function longestHead(word: string, width: number, size: number): string {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  const letters = Array.from(segmenter.segment(word), part => part.segment)
  let head = letters[0] ?? word
  for (const letter of letters.slice(1)) {
    if (textWidth(head + letter, size) > width + SLACK)
      break
    head += letter
  }
  return head
}
