import type { FootnoteDefinition, PhrasingContent, RootContent } from 'mdast'
import type { Phrases } from './phrases.ts'
import type { SlideDraft } from './plan/slide.ts'
import { nodesOfType } from './nodes.ts'

/** Footnotes that no slide of a document refers to go into the notes of its last one. */
export function addOtherFootnotes(
  lectures: readonly { slides: readonly SlideDraft[] }[],
  footnotes: ReadonlyMap<string, FootnoteDefinition>,
  phrases: Phrases,
): void {
  const last = lectures.at(-1)?.slides.at(-1)
  const placed = new Set(lectures.flatMap(({ slides }) => slides.flatMap(({ sources }) => sources)))
  for (const note of footnotes.values()) {
    if (!last || placed.has(note))
      continue
    last.notes.push(...footnoteBlocks(note, phrases))
    last.sources.push(note)
  }
}

/** Footnotes go into the notes of the first slide that refers to them. */
export function addFootnotes(
  slides: readonly SlideDraft[],
  footnotes: ReadonlyMap<string, FootnoteDefinition>,
  phrases: Phrases,
): void {
  const left = new Map(footnotes)
  const seen = new Set<RootContent>()
  for (const slide of slides) {
    if (!left.size)
      return
    const fresh = slide.sources.filter(source => !seen.has(source))
    fresh.forEach(source => seen.add(source))
    for (const { identifier } of fresh.flatMap(source => nodesOfType(source, 'footnoteReference'))) {
      const note = left.get(identifier)
      if (!note)
        continue
      left.delete(identifier)
      slide.notes.push(...footnoteBlocks(note, phrases))
      slide.sources.push(note)
    }
  }
}

function footnoteBlocks(note: FootnoteDefinition, { footnote }: Phrases): RootContent[] {
  const [first, ...others] = note.children
  if (first?.type !== 'paragraph')
    return [...note.children]
  const label: PhrasingContent[] = [
    { type: 'emphasis', children: [{ type: 'text', value: `${footnote}:` }] },
    { type: 'text', value: ' ' },
  ]
  return [{ ...first, children: [...label, ...first.children] }, ...others]
}
