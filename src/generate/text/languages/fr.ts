import type { Wording } from './wording.ts'

export const fr: Partial<Wording> = {
  abbreviations: ['p.ex'],
  answers: ['oui', 'non'],
  turningWords: ['pas', 'jamais', 'sauf', 'sans', 'si'],
  conjunctions: ['et', 'ou'],
  summaryTitles: ['résumé'],
}
