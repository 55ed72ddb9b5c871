import type { Wording } from './wording.ts'

export const de: Partial<Wording> = {
  abbreviations: ['z.b', 'd.h', 'u.a', 'bzw', 'usw', 'ggf', 'bsp', 'nr', 'abb', 's'],
  answers: ['ja', 'nein'],
  turningWords: ['nicht', 'kein*', 'nie', 'nur', 'außer', 'ohne', 'wenn', 'falls'],
  conjunctions: ['und', 'oder'],
  summaryTitles: ['zusammenfassung', 'fazit'],
}
