import { inAllLanguages } from './languages/all.ts'
import { verbs } from './languages/verbs.ts'
import { anyOf } from './patterns.ts'

const VERB = new RegExp(`(?<![\\p{L}\\p{N}'’-])${anyOf(verbs)}(?![\\p{L}\\p{N}'’-])`, 'iu')
const LEANING = new RegExp(`^\\P{L}*${anyOf(inAllLanguages('leaning'))}(?![\\p{L}\\p{N}’'-])`, 'iu')

/** Whether a text has a word that makes a sentence of it. */
export function hasVerb(text: string): boolean {
  return VERB.test(text)
}

/** Words of a line that says who said something. */
const MAX_ATTRIBUTION = 14

/** Whether a line says who said what stands above it: "— Ada Lovelace, Notes". */
export function isAttribution(plain: string): boolean {
  return /^(?:[—―]|[–-]{1,2}\s)\s*[@\p{Lu}]/u.test(plain) && plain.split(/\s+/).length <= MAX_ATTRIBUTION
}

/** Whether the subject of a sentence is named only by what stands before or after it: "It starts", "This means". */
export function leansOnOthers(plain: string): boolean {
  return LEANING.test(plain)
}
