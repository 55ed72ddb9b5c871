/**
 * The typefaces that ship beyond those of the look: the style sheet of each one's package, and its CSS family.
 * A character is drawn by the first that has it, so the order is that of a font stack.
 */
export const fallbackFamilies = [
  { family: 'Noto Color Emoji', sheet: '@infolektuell/noto-color-emoji/index.css' },
  { family: 'Noto Sans Variable', sheet: '@fontsource-variable/noto-sans/wght.css' },
  ...variable('Symbols', 'Arabic', 'Hebrew', 'Devanagari', 'Thai', 'Bengali', 'Tamil', 'Telugu', 'Gujarati'),
  ...variable('Gurmukhi', 'Kannada', 'Malayalam', 'Oriya', 'Sinhala', 'Khmer', 'Lao', 'Myanmar', 'Armenian'),
  ...variable('Georgian', 'Ethiopic', 'Thaana', 'Syriac', 'Cherokee', 'Canadian Aboriginal', 'Adlam'),
  { family: 'Noto Serif Tibetan Variable', sheet: '@fontsource-variable/noto-serif-tibetan/wght.css' },
  ...fixed('Mongolian', 'NKo', 'Tifinagh', 'Runic', 'Math', 'Symbols 2'),
] as const satisfies readonly FontFamily[]

/** A typeface of the fallback stack. */
export interface FontFamily {
  /** As CSS names it. */
  family: string
  /** Style sheet of the package, with one `@font-face` for each part of the typeface. */
  sheet: string
}

/** The typefaces of the look, in the Latin, Greek and Cyrillic parts that a browser loads one by one. */
export const lookFamilies = [
  { family: 'Source Sans 3 Variable', sheet: '@fontsource-variable/source-sans-3/wght.css' },
  { family: 'Source Code Pro Variable', sheet: '@fontsource-variable/source-code-pro/wght.css' },
] as const satisfies readonly FontFamily[]

/** The same two as a whole, with the arrows, fractions, signs and boxes that the parts leave out. */
export const wholeLookFamilies = [
  { family: 'Source Sans 3 Variable', sheet: 'source-sans/source-sans-3VF.css' },
  { family: 'Source Code Pro Variable', sheet: 'source-code-pro/source-code-variable.css' },
] as const satisfies readonly FontFamily[]

const [SC, TC, JP, KR] = variable('SC', 'TC', 'JP', 'KR') as [FontFamily, FontFamily, FontFamily, FontFamily]

/** The typefaces of Han characters. */
export const allHanFamilies = [SC, TC, JP, KR] as const

/**
 * The typefaces of Han characters, which are drawn in another way in each language: that of the language first.
 * @param language of the course, as BCP 47 writes it
 * @param text all that is drawn; where the language is none of them, kana and hangul tell it
 */
export function hanFamilies(language: string, text: string): readonly FontFamily[] {
  const first = hanFamily(language, text)
  return [first, ...[SC, JP, TC, KR].filter(family => family !== first)]
}

function hanFamily(language: string, text: string): FontFamily {
  if (/^ja\b/i.test(language))
    return JP
  if (/^ko\b/i.test(language))
    return KR
  if (/^(?:zh-(?:hant|tw|hk|mo)|yue)\b/i.test(language))
    return TC
  if (/^zh\b/i.test(language))
    return SC
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text))
    return JP
  return /\p{Script=Hangul}/u.test(text) && !/\p{Script=Han}/u.test(text) ? KR : SC
}

function variable(...names: string[]): FontFamily[] {
  return names.map(name => ({
    family: `Noto Sans ${name} Variable`,
    sheet: `@fontsource-variable/noto-sans-${slug(name)}/wght.css`,
  }))
}

function fixed(...names: string[]): FontFamily[] {
  return names.map(name => ({ family: `Noto Sans ${name}`, sheet: `@fontsource/noto-sans-${slug(name)}/400.css` }))
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}
