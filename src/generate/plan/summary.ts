import type { Phrases } from '../phrases.ts'
import type { Bullet, SlideDraft, TextLine } from './slide.ts'
import { limits } from '../limits.ts'
import { inAllLanguages } from '../text/languages/all.ts'
import { anyOf } from '../text/patterns.ts'
import { standsAlone } from '../text/score.ts'
import { hasVerb } from '../text/statements.ts'
import { numberOfWords } from '../text/words.ts'
import { phrasingText } from '../write/markdown.ts'
import { leansInside } from './statements.ts'

/** What tells to do something sums up nothing. */
const IMPERATIVE = new RegExp(`^${anyOf(inAllLanguages('imperatives'))}\\b`, 'i')
const SUMMARY = new RegExp(`^${anyOf(inAllLanguages('summaryTitles'))}\\b`, 'i')
/** Words of a line that can stand in a summary. */
const WORDS = { min: 5, max: 16 }

interface SummaryLine {
  line: TextLine
  score: number
  /** Position among the slides. */
  order: number
}

/** The sentence that says most of each of a few sections, where a long lecture has no summary of its own. */
export function summaryOf(slides: readonly SlideDraft[], sections: number, phrases: Phrases): SlideDraft[] {
  const { summary } = limits
  if (slides.length < summary.slides || sections < summary.min || slides.some(slide => isSummary(slide, phrases)))
    return []
  const chosen = chooseBest(bestOfSections(slides))
  if (chosen.length < summary.min)
    return []
  const items = chosen
    .sort((a, b) => a.order - b.order)
    .map(({ line }): Bullet => ({ ...line, level: 0, number: undefined }))
  return [{
    kind: 'summary',
    title: [{ type: 'text', value: phrases.summary }],
    blocks: [{ type: 'bullets', items }],
    notes: [],
    sources: [],
    candidates: [],
    section: phrases.summary,
  }]
}

function isSummary({ title }: SlideDraft, { keyPoints }: Phrases): boolean {
  const text = phrasingText(title)
  return SUMMARY.test(text) || text === keyPoints
}

function bestOfSections(slides: readonly SlideDraft[]): SummaryLine[] {
  const best = new Map<string, SummaryLine>()
  slides.forEach((slide, order) => {
    const found = bestLine(slide)
    const known = best.get(slide.section)
    if (found && (!known || found.score > known.score))
      best.set(slide.section, { ...found, order })
  })
  return [...best.values()]
}

/** The line of a slide that its best sentence became. */
function bestLine({ title, blocks, candidates }: SlideDraft): Omit<SummaryLine, 'order'> | undefined {
  const tops = candidates
    .filter(({ chosen, central, text }) => chosen && central && canSumUp(text))
    .sort((a, b) => b.score - a.score)
  const [top] = tops
  if (!top)
    return undefined
  const line = [titleLine(title), ...blocks.flatMap(linesOf)].find(({ plain }) => top.text.includes(plain))
  return line && line.words >= WORDS.min && line.words <= WORDS.max ? { line, score: top.score } : undefined
}

/** It names what it speaks of, says something of it, and asks nothing. */
function canSumUp(text: string): boolean {
  return standsAlone(text) && !leansInside(text) && hasVerb(text) && !/[?:：]$/.test(text) && !IMPERATIVE.test(text)
}

function titleLine(nodes: SlideDraft['title']): TextLine {
  const plain = phrasingText(nodes)
  return { nodes, plain, words: numberOfWords(plain) }
}

function linesOf(block: SlideDraft['blocks'][number]): TextLine[] {
  switch (block.type) {
    case 'bullets':
      return block.items
    case 'line':
      return [block.line]
    default:
      return []
  }
}

/** Those with the best scores that fit on one slide. */
function chooseBest(lines: readonly SummaryLine[]): SummaryLine[] {
  const chosen: SummaryLine[] = []
  let words = 0
  for (const one of [...lines].sort((a, b) => b.score - a.score || a.order - b.order)) {
    if (chosen.length < limits.summary.max && words + one.line.words <= limits.words.target) {
      chosen.push(one)
      words += one.line.words
    }
  }
  return chosen
}
