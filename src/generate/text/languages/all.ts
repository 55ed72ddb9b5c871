import type { Wording } from './wording.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'

/** A list of all languages together: documents mix them, and what one language says means nothing in another. */
export function inAllLanguages(list: keyof Wording): string[] {
  const languages: Partial<Wording>[] = [en, de, fr, es]
  return languages.flatMap(wording => wording[list] ?? [])
}
