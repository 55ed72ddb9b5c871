import { readRanges } from './ranges.ts'

/** A style sheet of `@font-face` rules without those for none of whose characters a text has a use. */
export function usedFaces(css: string, text: string): string {
  const used = new Set(Array.from(text, character => character.codePointAt(0)!))
  return css.replace(/@font-face\s*\{[^}]*\}/g, (face) => {
    const [, ranges] = /unicode-range:\s*([^;}]+)/.exec(face) ?? []
    return !ranges || hasOne(ranges, used) ? face : ''
  })
}

function hasOne(ranges: string, used: ReadonlySet<number>): boolean {
  for (const point of readRanges(ranges.replace(/U\+|\s/gi, ''))) {
    if (used.has(point))
      return true
  }
  return false
}
