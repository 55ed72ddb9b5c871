import type { Slide } from './course.ts'

/**
 * The line of a slide's file that has one of some texts, the first of them that any has; that of the slide where none
 * has. Signs with which Markdown marks words are passed over.
 */
export function lineOfWords({ content, line }: Pick<Slide, 'content' | 'line'>, texts: readonly string[]): number {
  const rows = content.split('\n').map(plain)
  const places = texts.map(plain).filter(Boolean).map(text => rows.findIndex(row => row.includes(text)))
  return line + (places.find(row => row >= 0) ?? 0)
}

/** The first words of a text, at which it is found though it goes on in another line. */
export function firstWords(text: string): string {
  return plain(text).split(' ').slice(0, 3).join(' ')
}

function plain(text: string): string {
  return text.replace(/[*_`]/g, '')
}
