import { parseSync } from '@slidev/parser'

/** A slide of a lecture's file, byte for byte: all slides joined by a line break are the file. */
export interface FileSlide {
  text: string
  /** What it remembers of the document, where it was generated. */
  mark?: string
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
  const { slides } = parseSync(markdown, 'lecture.md')
  const starts = slides.map(({ start, frontmatterRaw }, i) => i === 0 ? 0 : frontmatterRaw === undefined && lines[start - 1]?.startsWith('---') ? start - 1 : start)
  return slides.map(({ frontmatter }, i) => ({
    text: lines.slice(starts[i], starts[i + 1]).join('\n'),
    mark: typeof frontmatter.source === 'string' ? frontmatter.source : undefined,
  }))
}

/** Divides the text of a slide into front matter, body and notes. */
export function splitSlide(text: string): SlideParts {
  const head = /^---\n(?:[^\n]+\n(?:[\s\S]*?\n)??---\n|(?=\n)|$)/.exec(text)?.[0] ?? ''
  const rest = text.slice(head.length)
  const notes = /\n*<!--(?:(?!<!--)[\s\S])*?-->\s*$/.exec(rest)?.[0] ?? ''
  return { head, body: rest.slice(0, rest.length - notes.length).trim(), notes: notes.trim() }
}

export function joinParts({ head, body, notes }: SlideParts): string {
  return `${head}\n${body}\n${notes ? `\n${notes}\n` : ''}`
}

/** The hash in a mark such as `what-is-a-kernel 2-8 3fa9c1`. */
export function hashOf(mark: string | undefined): string | undefined {
  return mark?.split(' ').at(-1)
}
