import type { FontFace } from './faces.ts'
import type { FontFamily } from './families.ts'
import { faceWith } from './coverage.ts'
import { readFaces } from './faces.ts'
import { fallbackFamilies, hanFamilies, lookFamilies, wholeLookFamilies } from './families.ts'
import { readRanges } from './ranges.ts'

/** A face, and the characters that it is there for. */
export interface UsedFace extends FontFace {
  /** Code points, in order. */
  points: readonly number[]
}

/** Which typefaces a text needs beside those of the look. */
export interface FontPlan {
  /** In the order of the font stack. */
  faces: readonly UsedFace[]
  /** Code points that no typeface draws, in order. */
  missing: readonly number[]
}

/** What needs no shape of its own: blanks, controls, joiners, selectors; and what is not a character. */
const INVISIBLE = /[\s\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u
/** What joins the letter before it, and is drawn by the same typeface. */
const JOINING = /[\p{M}\u200C\u200D]/u

/** With the frame of keycaps; skin tones and joiners go with the emoji before them. */
const EMOJI = /[\p{Emoji}\u20E3]/u

/**
 * Finds a typeface for each character of a text.
 * @param text all that is drawn
 * @param language of the text, as BCP 47 writes it; it chooses among the typefaces of Han characters
 */
export function planFonts(text: string, language: string): FontPlan {
  const points = inOrder(Array.from(text, character => character.codePointAt(0)!))
  const joining = points.filter(point => JOINING.test(String.fromCodePoint(point)))
  const fallback = [...fallbackFamilies, ...hanFamilies(language, text)]
  const used = new Map<FontFace, Set<number>>()
  const use = (face: FontFace, point: number) => used.set(face, (used.get(face) ?? new Set()).add(point))
  const missing: number[] = []
  // U+FE0F asks for the picture of a sign that also is a letter.
  const pictures = new Set(Array.from(text.matchAll(/(.)\uFE0F/gu), ([, sign]) => sign!.codePointAt(0)!))
  for (const point of points.filter(needsShape)) {
    const isPicture = pictures.has(point)
    const whole = wholeLookFamilies.map((family, i) =>
      faceWith(lookFamilies[i]!, point) ?? (isPicture ? undefined : faceWith(family, point)))
    whole.forEach((face, i) => face && isPart(face, wholeLookFamilies[i]!) && use(face, point))
    const face = whole.every(Boolean) ? undefined : firstFace(fallback, point)
    if (face)
      use(face, point)
    else if (!whole.some(Boolean))
      missing.push(point)
  }
  // A letter and its marks are drawn together, or a mark stands beside its letter on a dotted circle.
  const pointsOf = (family: FontFamily, face: FontFace) =>
    inOrder([...used.get(face)!, ...joining.filter(point => faceWith(family, point) === face)])
  const faces = [...wholeLookFamilies, ...fallback].flatMap((family) => {
    const mine = readFaces(family).filter(face => used.has(face))
    if (mine.some(({ color }) => color))
      return emojiFaces(family, points)
    return mine.flatMap(face => alsoItalic(family, face).map(each => ({ ...each, points: pointsOf(family, face) })))
  })
  return { faces, missing }
}

/** Emoji are joined from several, and their package knows which file has those: each face is taken as it is meant. */
function emojiFaces(family: FontFamily, points: readonly number[]): UsedFace[] {
  const emoji = points.filter(point => point > 0xFF && EMOJI.test(String.fromCodePoint(point)))
  return readFaces(family)
    .map(face => ({ ...face, points: [...readRanges(face.declared)] }))
    .filter(face => emoji.some(point => face.points.includes(point)))
}

/** Italic text takes an italic face, or none at all of a typeface that has one. */
function alsoItalic(family: FontFamily, face: FontFace): readonly FontFace[] {
  return isPart(face, wholeLookFamilies[0]) || isPart(face, wholeLookFamilies[1]) ? readFaces(family) : [face]
}

function isPart(face: FontFace, family: FontFamily): boolean {
  return readFaces(family).includes(face)
}

function inOrder(points: readonly number[]): number[] {
  return [...new Set(points)].sort((a, b) => a - b)
}

function needsShape(point: number): boolean {
  return point > 0x7E && !INVISIBLE.test(String.fromCodePoint(point))
}

function firstFace(families: readonly FontFamily[], point: number): FontFace | undefined {
  for (const family of families) {
    const face = faceWith(family, point)
    if (face)
      return face
  }
}
