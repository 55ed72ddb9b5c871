import type { Drawing } from './rendering-page.ts'
import { wordsIn } from '../language/languages.ts'

/** The name of a diagram for who does not see it: the author's own, else the kind and the texts in it. */
export function accessibleName(
  { kind, title, description, labels }: Omit<Drawing, 'svg' | 'width' | 'height'>,
  language = 'en',
): string {
  if (title || description)
    return [title, description].filter(Boolean).map(endSentence).join(' ')
  const { diagrams } = wordsIn(language).words
  // The names begin those that Mermaid itself has for the kinds.
  const words = Object.entries(diagrams).find(([name]) => kind.startsWith(name))?.[1] ?? diagrams.other
  const unique = [...new Set(labels)]
  return unique.length ? endSentence(`${words}: ${unique.join('; ')}`) : words
}

function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}
