import type { SearchWords } from '../shared/search-words.ts'
import { wordsIn } from '../shared/search-words.ts'

/** Some 15 kB, compressed, whatever the course; a word beyond them stands on one or two slides of thousands. */
const MAX_WORDS = 6000

/** A word in a title is worth that many in texts. */
const TITLE = 20

interface SearchedSlide { title: string, content: string }

/** What a search is told of a course: the titles of its lectures, and its words, by which others are corrected. */
export function searchWords(
  lectures: SearchWords['lectures'],
  slides: readonly SearchedSlide[],
): SearchWords {
  const counts = new Map<string, number>()
  const count = (text: string, worth: number) => {
    for (const word of wordsIn(text))
      counts.set(word, (counts.get(word) ?? 0) + worth)
  }
  lectures.forEach(({ title }) => count(title, TITLE))
  for (const { title, content } of slides) {
    count(title, TITLE)
    count(content, 1)
  }
  const words = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word)
  return { lectures, words: words.slice(0, MAX_WORDS).join(' ') }
}
