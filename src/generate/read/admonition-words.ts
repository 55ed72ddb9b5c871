import type { AdmonitionKind } from '../document.ts'

/** What dialects call their admonitions, and the kind that each folds to. */
const kindOfWord: Record<string, AdmonitionKind> = {
  ...words('note', 'note notes details instructor-note instructor callout aside comment annotation remark seealso see-also cite quote abstract sidebar admonition hinweis bemerkung prereq prerequisites prerequisite checklist testimonial explanation'),
  ...words('tip', 'tip tips hint hints protip pro-tip idea success check done best-practice bestpractice trick tipp good'),
  ...words('info', 'info information todo default secondary primary deepdive deep-dive spoiler more'),
  ...words('important', 'important key attention wichtig canary'),
  ...words('warning', 'warning warn warnings pitfall experimental deprecated wip achtung'),
  ...words('caution', 'caution careful vorsicht'),
  ...words('danger', 'danger error errors bug failure fail missing alert critical security gefahr bad'),
  ...words('question', 'question questions faq help discussion discuss quiz poll frage'),
  ...words('exercise', 'exercise exercises challenge challenges task tasks activity practice lab try-it tryit assignment homework testquestion aufgabe'),
  ...words('solution', 'solution solutions answer answers loesung'),
  ...words('summary', 'summary summaries recap keypoints key-points key-takeaways takeaways tldr conclusion zusammenfassung'),
  ...words('objectives', 'objectives objective learning-objectives goals goal outcomes you-will-learn lernziele'),
}

function words(kind: AdmonitionKind, list: string): Record<string, AdmonitionKind> {
  return Object.fromEntries(list.split(' ').map(word => [word, kind]))
}

/** The kind that a word of any dialect folds to; `callout-tip`, `alert-warning` and `Pro tip` are words too. */
export function admonitionKind(word: string): AdmonitionKind | undefined {
  const plain = word.trim().toLowerCase().replace(/[\s_]+/g, '-')
  return own(plain) ?? own(plain.replace(/^(?:callout|alert|admonition|hint|is|box|markdown-alert|theme-admonition)-/, '')) ?? own(plain.replace(/-(?:callout|alert|box|block|title)$/, ''))
}

function own(word: string): AdmonitionKind | undefined {
  return Object.hasOwn(kindOfWord, word) ? kindOfWord[word] : undefined
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
