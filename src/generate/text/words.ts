import { stemmer } from 'stemmer'

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’_]*/gu
/** Scripts that are written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu
/** Characters that are about twice as wide as a Latin letter. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303F\uFF01-\uFF60]/u

/** English function words, which say nothing of what a sentence is about. */
const STOP_WORDS = new Set(`a about above after again all also although always am an and any are as at be because been before being below between both but by
can cannot could did do does doing don down during each either else etc even ever every few for from further get gets getting go goes got had has have
having he her here hers herself him himself his how however i if in into is it its itself just ll let like made make makes many may me might more most much
must my myself need needs neither no nor not now of off often on once one only or other others our ours out over own per please quite rather re really s
same shall she should since so some still such t take than that the their theirs them themselves then there these they thing things this those though
through thus to too under until up upon us use used uses using ve very via want was way we well were what when where whether which while who whom whose
why will with within without would yes yet you your yours yourself`.split(/\s+/))

/** Number of words; two characters of a script without spaces count as one. */
export function countWords(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0
  const rest = unspaced ? text.replace(UNSPACED, ' ') : text
  return (rest.match(WORD)?.length ?? 0) + Math.ceil(unspaced / 2)
}

/** Stems of the words that carry meaning, in order; pairs of characters for scripts without spaces. */
export function contentWords(text: string): string[] {
  const words: string[] = []
  const lower = text.toLowerCase()
  for (const [word] of lower.replace(UNSPACED, ' ').matchAll(WORD)) {
    const plain = word.replace(/['’]s?$/, '')
    if (plain.length > 1 && !STOP_WORDS.has(plain) && !STOP_WORDS.has(plain.split(/['’]/)[0]!))
      words.push(/^[a-z]+$/.test(plain) ? stemmer(plain) : plain)
  }
  const unspaced = lower.match(UNSPACED)
  if (unspaced) {
    for (let i = 0; i + 1 < unspaced.length; i++)
      words.push(unspaced[i]! + unspaced[i + 1]!)
  }
  return words
}

/** Width of text in Latin letters. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text)
    width += WIDE.test(character) ? 2 : 1
  return width
}

/** Only letters and digits, in lower case: what two texts have in common whatever marks stand between. */
export function lettersOf(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}
