import type { Wording } from './wording.ts'

export const es: Partial<Wording> = {
  abbreviations: ['p.ej', 'ej'],
  answers: ['sí'],
  turningWords: ['nunca', 'salvo', 'sin', 'sólo'],
  conjunctions: ['y', 'o'],
  leaning: [
    'esto',
    'eso',
    'este es',
    'esta es',
    'estos son',
    'estas son',
    'ellos',
    'ellas',
    'aquí',
    'como arriba',
  ],
  summaryTitles: ['conclusión', 'resumen'],
}
