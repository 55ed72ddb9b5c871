// The search index of a course, which is loaded when somebody first searches.
import type { SearchWords } from '../../src/shared/search-words.ts'
import { correctQuery, titleRank, withSpaces } from '../../src/shared/search-words.ts'

/** What the index answers; its code lies beside it. */
interface Pagefind {
  options: (options: { baseUrl: string, excerptLength: number, ranking: object }) => Promise<void>
  init: () => Promise<void>
  /** Nothing where a later search has taken over. */
  debouncedSearch: (query: string, options: object, wait: number) => Promise<{ results: Result[] } | null>
}

interface Result { data: () => Promise<FoundSlide> }

export interface FoundSlide {
  url: string
  /** HTML in which the words found are marked; the rest is escaped. */
  excerpt: string
  meta: { title: string, lecture: string }
}

export type FoundLecture = SearchWords['lectures'][number]

interface Answer {
  /** The query with the words that the course has, where it has not all of them. */
  corrected?: string
  lectures: FoundLecture[]
  /** Number of slides. */
  total: number
  /** Slides from one place in the list to another, the best first. */
  slides: (from: number, to: number) => Promise<FoundSlide[]>
}

export interface SearchIndex {
  /** Nothing where a later search has taken over. */
  search: (query: string) => Promise<Answer | undefined>
}

/** What a word is worth in a title. */
const RANKING = { metaWeights: { title: 20, lecture: 2 } }
/** Slides whose titles are compared with what was asked for. */
const RANKED = 24
const MAX_LECTURES = 6

/** @param root address of the top of the site */
export async function openSearchIndex(root: URL): Promise<SearchIndex> {
  const [pagefind, { lectures, words }] = await Promise.all([loadPagefind(root), loadWords(root)])
  const list = words.split(' ')
  return {
    async search(query) {
      const corrected = correctQuery(query, list)
      const asked = corrected ?? query
      const found = await pagefind.debouncedSearch(withSpaces(asked), {}, 150)
      if (!found)
        return
      const { results } = found
      let ranked: Promise<FoundSlide[]> | undefined
      return {
        corrected,
        lectures: byTitle(lectures, asked).slice(0, MAX_LECTURES),
        total: results.length,
        async slides(from, to) {
          ranked ??= rankedSlides(results.slice(0, RANKED), asked)
          const rest = results.slice(Math.max(from, RANKED), to)
          return [...(await ranked).slice(from, to), ...await Promise.all(rest.map(result => result.data()))]
        },
      }
    },
  }
}

async function loadPagefind(root: URL): Promise<Pagefind> {
  const pagefind = await import(/* @vite-ignore */ new URL('pagefind/pagefind.js', root).href) as Pagefind
  await pagefind.options({ baseUrl: root.pathname, excerptLength: 24, ranking: RANKING })
  await pagefind.init()
  return pagefind
}

async function loadWords(root: URL): Promise<SearchWords> {
  const response = await fetch(new URL('pagefind/words.json', root))
  return response.ok ? await response.json() : { lectures: [], words: '' }
}

/** The index ranks by words: of slides that have them all, those whose title is what was asked for come first. */
async function rankedSlides(results: readonly Result[], query: string): Promise<FoundSlide[]> {
  const slides = await Promise.all(results.map(result => result.data()))
  const rankOf = ({ meta }: FoundSlide) => titleRank(meta.title, query)
  return slides.sort((a, b) => rankOf(a) - rankOf(b))
}

function byTitle(lectures: readonly FoundLecture[], query: string): FoundLecture[] {
  return lectures
    .map(lecture => ({ lecture, rank: titleRank(lecture.title, query) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ lecture }) => lecture)
}
