import type { Part, Say, Words } from './say.ts'
import { sayIn } from './say.ts'
import { ar } from './words/ar.ts'
import { de } from './words/de.ts'
import { en } from './words/en.ts'
import { es } from './words/es.ts'
import { fr } from './words/fr.ts'
import { ja } from './words/ja.ts'
import { pt } from './words/pt.ts'
import { zh } from './words/zh.ts'

const tables = { en, de, es, fr, pt, zh, ja, ar } as const satisfies Record<string, Words>

type OwnLanguage = keyof typeof tables

/** The languages that Docent itself speaks, and in which a new course has its texts. */
export const ownLanguages = Object.keys(tables) as OwnLanguage[]

export function isOwnLanguage(name: string): name is OwnLanguage {
  return (ownLanguages as readonly string[]).includes(name)
}

/** What Docent says in a language, and which language that is: English where it does not speak it. */
export function wordsIn(language: string): { language: string, words: Words } {
  const [primary = ''] = language.toLowerCase().split('-')
  const own = ownLanguages.find(name => name === primary)
  return own && isTag(language) ? { language, words: tables[own] } : { language: 'en', words: en }
}

/** Says a part of the texts in a language, as a BCP 47 tag. */
export function speak<Name extends Part>(language: string, part: Name): Say<Name> {
  const { language: spoken, words } = wordsIn(language)
  return sayIn<Name>(spoken, words[part])
}

/** Whether a text is a tag of a language, as BCP 47 has them. */
export function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0
  }
  catch {
    return false
  }
}
