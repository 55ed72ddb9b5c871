import { wordsIn } from '../language/languages.ts'
import { en } from '../language/words/en.ts'

/** What a talk refuses, in its language; sentences that no table has stay as they are. */
export function refusalIn(language: string, english: string): string {
  const { refusals } = wordsIn(language).words
  const key = (Object.keys(en.refusals) as (keyof typeof en.refusals)[]).find(key => en.refusals[key] === english)
  return key ? String(refusals[key]) : english
}
