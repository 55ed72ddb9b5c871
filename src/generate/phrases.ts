/** The few words that a generated lecture says itself; everything else is the document's. */
export interface Phrases {
  continued: string
  agenda: string
  questions: string
  summary: string
  exercise: string
  solution: string
  objectives: string
  keyPoints: string
  introduction: string
  footnote: string
  /** Before the numbers of lines that are shown of a listing. */
  lines: string
}

const phrases = new Map<string, Phrases>(Object.entries({
  en: {
    continued: 'cont.',
    agenda: 'In this lecture',
    questions: 'Questions we will answer',
    summary: 'Summary',
    exercise: 'Exercise',
    solution: 'Solution',
    objectives: 'What you will learn',
    keyPoints: 'Key points',
    introduction: 'Introduction',
    footnote: 'Footnote',
    lines: 'lines',
  },
  de: {
    continued: 'Forts.',
    agenda: 'In dieser Vorlesung',
    questions: 'Fragen, die wir klären',
    summary: 'Zusammenfassung',
    exercise: 'Übung',
    solution: 'Lösung',
    objectives: 'Lernziele',
    keyPoints: 'Das Wichtigste',
    introduction: 'Einführung',
    footnote: 'Fußnote',
    lines: 'Zeilen',
  },
  fr: {
    continued: 'suite',
    agenda: 'Dans ce cours',
    questions: 'Questions du cours',
    summary: 'Résumé',
    exercise: 'Exercice',
    solution: 'Solution',
    objectives: 'Objectifs',
    keyPoints: 'Points clés',
    introduction: 'Introduction',
    footnote: 'Note',
    lines: 'lignes',
  },
  es: {
    continued: 'cont.',
    agenda: 'En esta clase',
    questions: 'Preguntas que responderemos',
    summary: 'Resumen',
    exercise: 'Ejercicio',
    solution: 'Solución',
    objectives: 'Objetivos',
    keyPoints: 'Puntos clave',
    introduction: 'Introducción',
    footnote: 'Nota',
    lines: 'líneas',
  },
}))

/** @param language BCP 47 tag; English where the language has no phrases */
export function phrasesIn(language: string): Phrases {
  return phrases.get(language.toLowerCase().split('-')[0]!) ?? phrases.get('en')!
}

/** What stands in brackets behind a title that goes on, in all languages. */
export const continuations: readonly string[] = Array.from(phrases.values(), ({ continued }) => continued)
