import type { Wording } from './wording.ts'

export const fr: Partial<Wording> = {
  abbreviations: ['p.ex'],
  answers: ['oui', 'non'],
  turningWords: ['pas', 'jamais', 'sauf', 'sans', 'si'],
  conjunctions: ['et', 'ou'],
  leaning: [
    'il est',
    'il peut',
    'elle est',
    'elle peut',
    'ils sont',
    'elles sont',
    'cela',
    'ceci',
    'c\'est',
    'ce sont',
    'ici',
    'voir ci-dessous',
    'comme ci-dessus',
  ],
  summaryTitles: ['résumé'],
}
