import type { AdmonitionKind } from '../document.ts'

/** The kinds of callout that slides have. */
const calloutKinds = ['note', 'tip', 'info', 'important', 'warning', 'caution', 'danger'] as const
export type CalloutKind = typeof calloutKinds[number]

/** The callout that stands for an admonition of a kind of its own. */
const folded: Record<Exclude<AdmonitionKind, CalloutKind>, CalloutKind> = {
  question: 'note',
  exercise: 'important',
  solution: 'tip',
  summary: 'info',
  objectives: 'info',
  instructor: 'note',
}

export function calloutKind(kind: AdmonitionKind): CalloutKind {
  return isCalloutKind(kind) ? kind : folded[kind]
}

function isCalloutKind(kind: AdmonitionKind): kind is CalloutKind {
  return (calloutKinds as readonly string[]).includes(kind)
}
