import type { PlannedSection } from './section.ts'
import type { SlideDraft } from './slide.ts'
import { inAllLanguages } from '../text/languages/all.ts'
import { anyOf } from '../text/patterns.ts'
import { phrasingText } from '../write/markdown.ts'

const REFERENCES = new RegExp(`^${anyOf(inAllLanguages('referenceTitles'))}$`, 'i')
/** Slides that a list of sources has at most; of a longer one the first is shown, and all of it is in the notes. */
const MAX = 2

/** Slides of a section; a long list of what the text was taken from is nothing to show item by item. */
export function shortReferences({ title, items }: PlannedSection, slides: SlideDraft[]): SlideDraft[] {
  const [first, ...others] = slides
  const name = phrasingText(title).replace(/^[\d.\s]+|[:\s]+$/g, '')
  const isList = items.filter(({ type }) => type !== 'aside').every(({ type }) => type === 'list')
  if (!first || slides.length <= MAX || !REFERENCES.test(name) || !isList)
    return slides
  const sources = [...new Set([...first.sources, ...others.flatMap(({ sources }) => sources)])]
  const notes = [...new Set([...first.notes, ...items.map(({ source }) => source)])]
  return [{ ...first, title, sources, notes }]
}
