import type { Wording } from './wording.ts'

export const es: Partial<Wording> = {
  abbreviations: ['p.ej', 'ej'],
  answers: ['sí'],
  turningWords: ['nunca', 'salvo', 'sin', 'sólo'],
  conjunctions: ['y', 'o'],
  summaryTitles: ['conclusión', 'resumen'],
}
