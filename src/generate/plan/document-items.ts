import type { Admonition } from '../document.ts'
import type { Phrases } from '../phrases.ts'
import type { Placed } from '../text/score.ts'
import type { Item } from './items.ts'
import { Ranking } from '../text/ranking.ts'

/** What an admonition is called where its author gave no title; undefined where its kind says enough. */
export function admonitionTitle(node: Pick<Admonition, 'kind' | 'title'>, phrases: Phrases): string | undefined {
  const own = node.title?.replace(/\s+/g, ' ').trim()
  const kind = { exercise: phrases.exercise, solution: phrases.solution, summary: phrases.keyPoints, objectives: phrases.objectives, question: phrases.questions }[node.kind as string]
  if (!kind || node.kind === 'question')
    return own || kind
  return own ? own.toLowerCase().startsWith(kind.toLowerCase()) ? own : `${kind}: ${own}` : kind
}

/** Ranks all sentences of a document. */
export function rankItems(sections: readonly { heading: string, items: readonly Item[] }[]): Ranking {
  return new Ranking(sections.flatMap(({ heading, items }) => place(items, heading)))
}

function place(items: readonly Item[], heading: string): Placed[] {
  const placed: Placed[] = []
  let paragraph = 0
  const add = (list: readonly Item[]) => {
    for (const item of list) {
      if (item.type === 'prose' || item.type === 'quote') {
        item.sentences.forEach((sentence, position) => placed.push({ sentence, heading, paragraph, position, inSection: placed.length }))
        paragraph++
      }
      else if (item.type === 'callout' || item.type === 'part') {
        add(item.items)
      }
    }
  }
  add(items)
  return placed
}
