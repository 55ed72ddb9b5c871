import type { SourceRef } from '../source-ref.ts'
import { parseSlides } from '../../slidev/contract/source.ts'

/** A slide of a lecture's file, byte for byte: all slides joined by a line break are the file. */
export interface FileSlide {
  text: string
  /** What it remembers of the document, where it was generated. */
  ref?: SourceRef
}

/** A slide in the parts that are merged each for itself. */
export interface SlideParts {
  head: string
  body: string
  notes: string
}

/** The slides of a lecture's file as Slidev's parser divides it. */
export function readLectureFile(markdown: string): FileSlide[] {
  const lines = markdown.split('\n')
  const slides = parseSlides(markdown, 'lecture.md')
  const starts = slides.map(({ start, frontmatterRaw }, i) => {
    if (i === 0)
      return 0
    // Without front matter, a slide begins with the line of dashes before it.
    return frontmatterRaw === undefined && lines[start - 1]?.startsWith('---') ? start - 1 : start
  })
  return slides.map(({ frontmatter }, i) => ({
    text: lines.slice(starts[i], starts[i + 1]).join('\n'),
    ref: typeof frontmatter.source === 'string' ? frontmatter.source : undefined,
  }))
}

/** Divides the text of a slide into front matter, body and notes. */
export function splitSlide(text: string): SlideParts {
  const head = /^---\n(?:[^\n]+\n(?:[\s\S]*?\n)??---\n|(?=\n)|$)/.exec(text)?.[0] ?? ''
  const rest = text.slice(head.length)
  const notes = /\n*<!--(?:(?!<!--)[\s\S])*?-->\s*$/.exec(rest)?.[0] ?? ''
  return { head, body: rest.slice(0, rest.length - notes.length).trim(), notes: notes.trim() }
}

/** The text of a slide from its parts. */
export function joinSlide({ head, body, notes }: SlideParts): string {
  return `${head}\n${body}\n${notes ? `\n${notes}\n` : ''}`
}

/** What the text of a slide remembers of the document. */
export function refIn(text: string): SourceRef | undefined {
  return /^---\n(?:(?!---\n)[^\n]*\n)*?source: ([^\n]+)\n/.exec(text)?.[1]
}

/** A slide without what it remembers: a reference that moved is no change to a reader. */
export function withoutRef(text: string): string {
  return text.replace(/^source: .*\n/m, '').trimEnd()
}

/** The line with the title of a slide, with its marks. */
export function titleLine(text: string): string {
  return /^(?:#|:::question).*$/m.exec(text)?.[0] ?? ''
}

/** What a slide is called to a person. */
export function titleOfSlide(text: string): string {
  return titleLine(text).replace(/^(?:#+|:::question(?:\{[^}]*\})?)\s*/, '') || 'a slide without a title'
}
