import type { PhrasingContent, RootContent } from 'mdast'
import type { PlanContext, PlannedSection } from './section.ts'
import type { SlideDraft } from './slide.ts'
import { limits } from '../limits.ts'
import { countWords } from '../text/words.ts'
import { phrasingText } from '../write/markdown.ts'
import { planSection } from './section.ts'

/** A lecture before it is planned. */
export interface LectureInput {
  title: PhrasingContent[]
  titleSources: RootContent[]
  description?: string
  /** What stands below the title, before the first section. */
  intro: PlannedSection
  sections: PlannedSection[]
}

/** All slides of a lecture: cover, agenda, the document's, summary, links. */
export function planLecture({ title, titleSources, description, intro, sections }: LectureInput, context: PlanContext): SlideDraft[] {
  const cover: SlideDraft = { kind: 'cover', title, blocks: description ? [{ type: 'line', line: plainLine(description) }] : [], notes: [], sources: titleSources, choices: [], section: phrasingText(title) }
  const introSlides = intro.items.length || intro.children.length ? planSection(intro, context) : []
  const body = sections.flatMap(section => planSection(section, context))
  const agenda = agendaOf(sections, context)
  const slides = [cover, ...agenda, ...introSlides, ...body]
  return [...slides, ...summaryOf(slides, sections, context)]
}

function plainLine(text: string) {
  const plain = text.replace(/\s+/g, ' ').trim()
  return { nodes: [{ type: 'text' as const, value: plain }], plain, words: countWords(plain) }
}

function agendaOf(sections: readonly PlannedSection[], { phrases }: PlanContext): SlideDraft[] {
  const named = sections.filter(({ title }) => phrasingText(title))
  const words = named.reduce((sum, { title }) => sum + countWords(phrasingText(title)), 0)
  if (named.length < limits.agenda.least || named.length > limits.agenda.most || words > limits.words.target)
    return []
  const title = named.every(({ question }) => question) ? phrases.questions : phrases.agenda
  return [{
    kind: 'agenda',
    title: [{ type: 'text', value: title }],
    blocks: [{ type: 'bullets', items: named.map(({ title }) => ({ nodes: title, plain: phrasingText(title), words: countWords(phrasingText(title)), level: 0 })) }],
    notes: [],
    sources: [],
    choices: [],
    section: title,
  }]
}

const SUMMARY = /^(?:summary|conclusions?|recap|key ?points|wrap[- ]?up|in summary|takeaways?|zusammenfassung|fazit|résumé|conclusión|resumen)\b/i

/** The sentence that says most of each of up to five sections, where a long lecture has no summary of its own. */
function summaryOf(slides: readonly SlideDraft[], sections: readonly PlannedSection[], { phrases }: PlanContext): SlideDraft[] {
  const has = slides.some(({ title }) => SUMMARY.test(phrasingText(title)) || phrasingText(title) === phrases.keyPoints)
  if (has || slides.length < limits.summary || sections.length < 3)
    return []
  const best = new Map<string, { line: SlideDraft['blocks'], score: number, order: number, words: number }>()
  slides.forEach((slide, order) => {
    const top = slide.choices.filter(({ chosen }) => chosen).sort((a, b) => b.score - a.score)[0]
    const line = top && slide.blocks.flatMap(block => block.type === 'bullets' ? block.items : block.type === 'line' ? [block.line] : [])
      .find(({ plain }) => top.text.includes(plain) && !/[?:]$/.test(plain))
    const known = best.get(slide.section)
    if (line && line.words >= 5 && line.words <= 16 && (!known || top.score > known.score))
      best.set(slide.section, { line: [{ type: 'bullets', items: [{ ...line, level: 0, number: undefined }] }], score: top.score, order, words: line.words })
  })
  const chosen: typeof best extends Map<string, infer V> ? V[] : never = []
  let words = 0
  for (const candidate of [...best.values()].sort((a, b) => b.score - a.score || a.order - b.order)) {
    if (chosen.length < 5 && words + candidate.words <= limits.words.target) {
      chosen.push(candidate)
      words += candidate.words
    }
  }
  if (chosen.length < 3)
    return []
  const items = chosen.sort((a, b) => a.order - b.order).flatMap(({ line }) => line.flatMap(block => block.type === 'bullets' ? block.items : []))
  return [{ kind: 'summary', title: [{ type: 'text', value: phrases.summary }], blocks: [{ type: 'bullets', items }], notes: [], sources: [], choices: [], section: phrases.summary }]
}
