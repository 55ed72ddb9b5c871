import type { PhrasingContent, RootContent } from 'mdast'
import type { PlanContext, PlannedSection } from './section.ts'
import type { SlideDraft } from './slide.ts'
import { limits } from '../limits.ts'
import { shortenSentence } from '../text/compress.ts'
import { leansOnOthers } from '../text/statements.ts'
import { phrasingText } from '../write/markdown.ts'

/** Words of prose below a heading, up to which it is only announced where others stand below it. */
const MAX_DIVIDER_WORDS = limits.prose.bullet * 1.7

/** A heading with others below it and little text of its own gets a slide that only announces it. */
export function hasDivider({ items, children, question }: PlannedSection): boolean {
  if (!items.length)
    return true
  const words = items.reduce((sum, item) => sum + (item.type === 'prose' ? item.words : Infinity), 0)
  return children.length > 0 && !question && words <= MAX_DIVIDER_WORDS
}

/** The slide that announces a section, with the sentence of it that says most. */
export function divider({ title, items }: PlannedSection, { ranking }: PlanContext): SlideDraft {
  const sentences = items.flatMap(item => item.type === 'prose' ? item.sentences : [])
  const [best] = [...sentences].sort((a, b) => ranking.scoreOf(b) - ranking.scoreOf(a))
  const line = best && shortenSentence(best)
  const isShown = line && line.words <= limits.bullet.max && !/[?:]$/.test(line.plain) && !leansOnOthers(line.plain)
  const sources = items.map(({ source }) => source)
  return {
    ...emptySlide(title, sources),
    blocks: isShown ? [{ type: 'line', line }] : [],
    notes: [...sources],
    candidates: sentences.map(sentence => ({
      sentence,
      text: sentence.plain,
      score: ranking.scoreOf(sentence),
      chosen: sentence === best,
      central: ranking.isCentral(sentence),
    })),
  }
}

/** A slide that only has a title. */
export function emptySlide(title: PhrasingContent[], sources: RootContent[]): SlideDraft {
  return { kind: 'section', title, blocks: [], notes: [], sources, candidates: [], section: phrasingText(title) }
}
