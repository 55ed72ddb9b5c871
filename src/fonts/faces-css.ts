import { readRanges, writeRanges } from './ranges.ts'

/** What text of a script, and what somebody types, may have that no file of the course has. */
const ALWAYS = [...readRanges('20-7E,A0-BF,D7,F7,2010-2014,2018-201E,2020-2022,2026,2030,2039-203A,20AC,2212')]

/** A style sheet of `@font-face` rules without those for none of whose characters a text has a use. */
export function usedFaces(css: string, text: string): string {
  const used = new Set(Array.from(text, character => character.codePointAt(0)!))
  return css.replace(/@font-face\s*\{[^}]*\}/g, (face) => {
    const [, ranges] = /unicode-range:\s*([^;}]+)/.exec(face) ?? []
    return !ranges || hasOne(ranges, used) ? face : ''
  })
}

/**
 * A style sheet whose faces for Latin text have only the characters that a text, or any text in English, has.
 * @param cut writes the font at an address with some of its code points, and returns the address of that
 */
export async function cutLatinFaces(
  css: string,
  text: string,
  cut: (url: string, points: readonly number[]) => Promise<string>,
): Promise<string> {
  // Styles may change the case of letters.
  const letters = new Set(text)
  const cased = Array.from(letters, letter => letter + letter.toUpperCase() + letter.toLowerCase()).join('')
  const used = new Set([...ALWAYS, ...Array.from(cased, letter => letter.codePointAt(0)!)])
  const faces = css.split(/(?=@font-face)/).map(async (face) => {
    const [, ranges] = /unicode-range:\s*([^;}]+)/.exec(face) ?? []
    const [, url] = /url\(["']?([^)"']*-latin-wght-[^)"']*)["']?\)/.exec(face) ?? []
    if (!url || !ranges)
      return face
    const points = pointsOf(ranges).filter(point => used.has(point))
    return face.replace(url, await cut(url, points)).replace(ranges, writeRanges(points, 'U+'))
  })
  return (await Promise.all(faces)).join('')
}

function pointsOf(ranges: string): number[] {
  return [...readRanges(ranges.replace(/U\+|\s/gi, ''))]
}

function hasOne(ranges: string, used: ReadonlySet<number>): boolean {
  for (const point of pointsOf(ranges)) {
    if (used.has(point))
      return true
  }
  return false
}
