/** The few words that a generated lecture says itself, by language; everything else is the document's. */
const phrases = {
  en: { continued: 'cont.', agenda: 'In this lecture', questions: 'Questions we will answer', summary: 'Summary', links: 'Links', exercise: 'Exercise', solution: 'Solution', objectives: 'What you will learn', keyPoints: 'Key points', introduction: 'Introduction', figure: 'Figure', footnote: 'Footnote', details: 'Details' },
  de: { continued: 'Forts.', agenda: 'In dieser Vorlesung', questions: 'Fragen, die wir klären', summary: 'Zusammenfassung', links: 'Links', exercise: 'Übung', solution: 'Lösung', objectives: 'Lernziele', keyPoints: 'Das Wichtigste', introduction: 'Einführung', figure: 'Abbildung', footnote: 'Fußnote', details: 'Einzelheiten' },
  fr: { continued: 'suite', agenda: 'Dans ce cours', questions: 'Questions du cours', summary: 'Résumé', links: 'Liens', exercise: 'Exercice', solution: 'Solution', objectives: 'Objectifs', keyPoints: 'Points clés', introduction: 'Introduction', figure: 'Figure', footnote: 'Note', details: 'Détails' },
  es: { continued: 'cont.', agenda: 'En esta clase', questions: 'Preguntas que responderemos', summary: 'Resumen', links: 'Enlaces', exercise: 'Ejercicio', solution: 'Solución', objectives: 'Objetivos', keyPoints: 'Puntos clave', introduction: 'Introducción', figure: 'Figura', footnote: 'Nota', details: 'Detalles' },
} as const

export type Phrases = { [K in keyof typeof phrases.en]: string }

/** @param language BCP 47 tag; English where the language has no phrases */
export function phrasesIn(language: string): Phrases {
  const base = language.toLowerCase().split('-')[0]!
  return base in phrases ? phrases[base as keyof typeof phrases] : phrases.en
}
