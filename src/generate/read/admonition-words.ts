import type { AdmonitionKind } from '../document.ts'
import { wordList } from '../text/patterns.ts'

/** What dialects call their admonitions, by the kind that each folds to. */
const WORDS: Record<AdmonitionKind, string> = {
  note: `
    note notes details callout aside comment annotation remark seealso see-also cite quote
    abstract sidebar admonition hinweis bemerkung prereq prerequisites prerequisite checklist testimonial explanation
  `,
  tip: 'tip tips hint hints protip pro-tip idea success check done best-practice bestpractice trick tipp good',
  info: 'info information todo default secondary primary deepdive deep-dive spoiler more',
  important: 'important key attention wichtig canary',
  warning: 'warning warn warnings pitfall experimental deprecated wip achtung',
  caution: 'caution careful vorsicht',
  danger: 'danger error errors bug failure fail missing alert critical security gefahr bad',
  question: 'question questions faq help discussion discuss quiz poll frage',
  exercise: `
    exercise exercises challenge challenges task tasks activity practice lab try-it tryit assignment homework
    testquestion aufgabe
  `,
  solution: 'solution solutions answer answers loesung',
  summary: `
    summary summaries recap keypoints key-points key-takeaways takeaways tldr conclusion zusammenfassung
  `,
  instructor: `
    instructor instructors instructor-note instructor-notes instructors-note instructor's-note instructor’s-note
    teacher teacher-note teacher-notes teachers-note teacher's-note teacher’s-note teaching-note teaching-notes
    for-instructors for-teachers presenter-note speaker-note trainer-note facilitator-note dozentenhinweis
    note-de-l'enseignant nota-del-docente
  `,
  objectives: 'objectives objective learning-objectives goals goal outcomes you-will-learn lernziele',
}

const kindOfWord = new Map((Object.keys(WORDS) as AdmonitionKind[]).flatMap(kind =>
  wordList(WORDS[kind]).map(word => [word, kind] as const)))

const BEGINNINGS = /^(?:callout|alert|admonition|hint|is|box|markdown-alert|theme-admonition)-/
const ENDINGS = /-(?:callout|alert|box|block|title)$/

/** The kind that a word of any dialect folds to; `callout-tip`, `alert-warning` and `Pro tip` are words too. */
export function admonitionKind(word: string): AdmonitionKind | undefined {
  const plain = word.trim().toLowerCase().replace(/[\s_]+/g, '-')
  return kindOfWord.get(plain)
    ?? kindOfWord.get(plain.replace(BEGINNINGS, ''))
    ?? kindOfWord.get(plain.replace(ENDINGS, ''))
}

/** A part that folds is a solution or a hint where its title says so. */
export function kindOfFold(title: string): AdmonitionKind {
  if (/\b(?:solution|answer|lösung)\b/i.test(title))
    return 'solution'
  return /\bhints?\b/i.test(title) ? 'tip' : 'note'
}

/** Signs at the start of a quotation that make it an admonition. */
export const admonitionSigns: readonly (readonly [sign: string, kind: AdmonitionKind])[] = [
  ['⚠️', 'warning'],
  ['⚠', 'warning'],
  ['🚨', 'danger'],
  ['🛑', 'danger'],
  ['❗', 'important'],
  ['💡', 'tip'],
  ['💁', 'info'],
  ['ℹ️', 'info'],
  ['ℹ', 'info'],
  ['🎓', 'note'],
  ['📝', 'note'],
  ['✅', 'question'],
  ['❓', 'question'],
  ['🤔', 'question'],
]
