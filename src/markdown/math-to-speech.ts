import { createRequire } from 'node:module'
import path from 'node:path'
import katex from 'katex'

/** Languages in which formulas can be read aloud. */
export const spokenLanguages = ['af', 'ca', 'da', 'de', 'en', 'es', 'fr', 'hi', 'it', 'ko', 'nb', 'nn', 'sv'] as const
export type SpokenLanguage = typeof spokenLanguages[number]

export function isSpokenLanguage(value: string): value is SpokenLanguage {
  return (spokenLanguages as readonly string[]).includes(value)
}

/** Reads a formula in LaTeX aloud: `E=mc^2` as “E equals m c squared”. What is no LaTeX comes back as it is. */
export type FormulaSpeaker = (latex: string) => string

/** How a binomial is read; the engine takes it for a column. */
const CHOOSE: Partial<Record<SpokenLanguage, string>> = { de: 'über', es: 'sobre', fr: 'sur', it: 'su' }

let speaker: { language: string, speak: FormulaSpeaker } | undefined

/** Prepares to read the formulas of some Markdown aloud, for which nothing is loaded where there are none. */
export async function loadSpeakerFor(markdown: readonly string[], language?: string): Promise<FormulaSpeaker> {
  return markdown.some(text => text.includes('$')) ? loadFormulaSpeaker(language) : latex => latex.trim()
}

/**
 * Prepares to read formulas aloud; the files that this needs lie in a package.
 * The engine speaks one language at a time: the last one that was loaded.
 * @param language BCP 47 tag of the course; English where the language is not among `spokenLanguages`
 */
export async function loadFormulaSpeaker(language = 'en'): Promise<FormulaSpeaker> {
  const primary = language.toLowerCase().split('-')[0]!
  const locale = isSpokenLanguage(primary) ? primary : 'en'
  if (speaker?.language === locale)
    return speaker.speak
  const require = createRequire(import.meta.url)
  const engine = require('speech-rule-engine') as typeof import('speech-rule-engine/js/index.js')
  const json = path.join(path.dirname(require.resolve('speech-rule-engine/package.json')), 'lib/mathmaps')
  await engine.setupEngine({ locale, domain: 'clearspeak', modality: 'speech', markup: 'none', json })
  await engine.engineReady()
  const known = new Map<string, string>()
  const say = (mathml: string) => engine.toSpeech(mathml).replace(/\s+/g, ' ').trim()
  speaker = {
    language: locale,
    speak: (latex) => {
      let words = known.get(latex)
      if (words === undefined)
        known.set(latex, words = speakMathml(latex, say, CHOOSE[locale] ?? 'choose'))
      return words
    },
  }
  return speaker.speak
}

function speakMathml(latex: string, say: (mathml: string) => string, choose: string): string {
  let mathml: string
  try {
    mathml = katex.renderToString(latex, { output: 'mathml', throwOnError: true, strict: 'ignore' })
  }
  catch {
    return latex.trim()
  }
  return sayEverything(simplify(mathml, choose), say) || latex.trim()
}

const LETTERS = /<mo[^>]*><mrow>((?:<mi[^>]*>[^<]*<\/mi>)+)<\/mrow><\/mo>/g
const UPRIGHT_WORD = /(?:<mi mathvariant="normal">[a-z]<\/mi>){2,}/gi
const BINOMIAL = /<mo[^>]*>\(<\/mo>(<mfrac linethickness="0px">[\s\S]*?<\/mfrac>)<mo[^>]*>\)<\/mo>/g
const FRACTION_PARTS = /^<mfrac[^>]*>(<(\w+)>(?:(?!<\2>)[\s\S])*?<\/\2>)(<(\w+)>(?:(?!<\4>)[\s\S])*?<\/\4>)<\/mfrac>$/

/** Takes out of KaTeX's MathML what would be read as something else. */
function simplify(mathml: string, choose: string): string {
  const asText = (marked: string) => `<mtext>${marked.replace(/<[^>]*>/g, '')}</mtext>`
  return (/<math[\s\S]*<\/math>/.exec(mathml)?.[0] ?? '')
    .replace(/<annotation[\s\S]*?<\/annotation>/g, '')
    .replace(/<\/?semantics>/g, '')
    // \operatorname{Var} is not read at all.
    .replace(LETTERS, (_, letters: string) => asText(letters))
    // \mathrm{speed} is a word, not a product.
    .replace(UPRIGHT_WORD, asText)
    // \infty is read as "normal infinity".
    .replaceAll(' mathvariant="normal"', '')
    // \vec{x}: an arrow above a letter has no name, one beside it has.
    .replaceAll('\u20D7', '\u2192')
    // \binom{n}{k} is read as a column.
    .replace(BINOMIAL, (whole, fraction: string) => {
      const parts = FRACTION_PARTS.exec(fraction)
      return parts ? `<mrow>${parts[1]}<mtext>${choose}</mtext>${parts[3]}</mrow>` : whole
    })
}

const LEAF = /<(mi|mn|mo|mtext)\b[^>]*>([^<]+)<\/\1>/g
const MID = '<mo>∣</mo>'
const CORNER = /[⌈⌉⌊⌋]/
const SILENT = /^[\s()[\]{}|,\u2061-\u2064\u200B]*$/

/**
 * The engine passes over some signs, such as the corners of ⌈x⌉; they are put in by their names,
 * for a word left out changes the sense.
 */
function sayEverything(mathml: string, say: (mathml: string) => string): string {
  // Between braces it is "such that"; elsewhere it would be "divides", which P(A ∣ B) does not mean.
  if (mathml.includes(MID) && !mathml.includes('>{</mo>'))
    mathml = mathml.replaceAll(MID, `<mtext>${say('<math><mo>|</mo></math>')}</mtext>`)
  const words = say(mathml)
  const heard = words.toLowerCase()
  const named = mathml.replace(LEAF, (leaf: string, kind: string, text: string, at: number) => {
    if (SILENT.test(text) || heard.includes(text.toLowerCase()))
      return leaf
    const name = say(`<math><${kind}>${text}</${kind}></math>`)
    if (!name || heard.includes(name.toLowerCase()))
      return leaf
    // One corner alone would be read, both are not.
    if (CORNER.test(text))
      return `<mi>${name}</mi>`
    const without = `${mathml.slice(0, at)}<mrow></mrow>${mathml.slice(at + leaf.length)}`
    return say(without) === words ? `<mtext>${name}</mtext>` : leaf
  })
  return named === mathml ? words : say(named)
}
