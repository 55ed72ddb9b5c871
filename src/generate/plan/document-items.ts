import type { Admonition } from '../document.ts'
import type { Phrases } from '../phrases.ts'
import type { Ranking } from '../text/ranking.ts'
import type { PlacedSentence } from '../text/score.ts'
import type { Item } from './items.ts'
import { rankSentences } from '../text/ranking.ts'

/** What an admonition is called where its author gave no title; undefined where its kind says enough. */
export function admonitionTitle(node: Pick<Admonition, 'kind' | 'title'>, phrases: Phrases): string | undefined {
  const title = node.title?.replace(/\s+/g, ' ').trim()
  switch (node.kind) {
    case 'question':
      return title || phrases.questions
    case 'exercise':
      return withKind(title, phrases.exercise)
    case 'solution':
      return withKind(title, phrases.solution)
    case 'summary':
      return withKind(title, phrases.keyPoints)
    case 'objectives':
      return withKind(title, phrases.objectives)
    default:
      return title || undefined
  }
}

function withKind(title: string | undefined, kind: string): string {
  if (!title)
    return kind
  return title.toLowerCase().startsWith(kind.toLowerCase()) ? title : `${kind}: ${title}`
}

/** Ranks all sentences of a document. */
export function rankItems(sections: readonly { heading: string, items: readonly Item[] }[]): Ranking {
  return rankSentences(sections.flatMap(({ heading, items }) => placeSentences(items, heading)))
}

function placeSentences(items: readonly Item[], heading: string): PlacedSentence[] {
  const placed: PlacedSentence[] = []
  let paragraph = 0
  const add = (list: readonly Item[]) => {
    for (const item of list) {
      if (item.type === 'prose' || item.type === 'quote') {
        item.sentences.forEach((sentence, position) =>
          placed.push({ sentence, heading, paragraph, position, inSection: placed.length }))
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
