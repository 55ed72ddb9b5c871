import type { Ranking } from '../text/ranking.ts'
import type { Prose } from './section-slides.ts'
import type { Block, SlideDraft } from './slide.ts'
import { limits } from '../limits.ts'
import { shorten } from '../text/compress.ts'
import { chooseLines } from './choose.ts'
import { stepBullets } from './prose-groups.ts'

/** A lead-in that says only that something follows. */
const POINTING = /^(?:\S+\s+){0,3}(?:diagram|figure|image|picture|screenshot|example|output|following|below|like this|looks? like)\b.{0,40}:$/i

/** The text beside something that is shown: the sentence that leads to it, or the one or two that say most. */
export function chooseLead(lead: readonly Prose[], ranking: Ranking, withLeadIn = true, named = false): { blocks: Block[], choices: SlideDraft['choices'] } {
  const sentences = lead.flatMap(item => item.sentences)
  const last = sentences.at(-1)
  if (!last)
    return { blocks: [], choices: [] }
  const steps = lead.filter(({ step }) => step)
  if (steps.length)
    return { blocks: [{ type: 'bullets', items: stepBullets(steps.slice(-1)) }], choices: [] }
  const colon = withLeadIn && /[:：]$/.test(last.plain) && !POINTING.test(last.plain)
  const line = colon ? shorten(last, limits.bullet.item) : undefined
  const pool = colon ? sentences.slice(0, -1) : sentences
  if (line && line.words <= limits.bullet.most && (!named || ranking.isCentral(last) || !pool.some(sentence => ranking.isCentral(sentence)))) {
    const { lines, choices } = !named && sentences.length > 1 ? chooseLines(sentences.slice(0, -1), ranking, { words: limits.words.beside - line.words, lines: 1 }) : { lines: [], choices: [] }
    const others = lines.filter(other => other.words + line.words <= limits.words.beside)
    return { blocks: [...others, line].map(own => ({ type: 'line', line: own })), choices: [...choices, { text: last.plain, score: ranking.scoreOf(last), chosen: true, central: ranking.isCentral(last) }] }
  }
  const central = pool.filter(sentence => ranking.isCentral(sentence))
  const { lines, choices } = chooseLines(central.length ? pool : sentences, ranking, { words: limits.words.beside, lines: Math.min(2, Math.max(1, central.length)) })
  const kept = lines.filter(({ words }) => words <= limits.words.beside)
  return { blocks: kept.length > 1 ? [{ type: 'bullets', items: kept.map(own => ({ ...own, level: 0 })) }] : kept.map(own => ({ type: 'line', line: own })), choices }
}
