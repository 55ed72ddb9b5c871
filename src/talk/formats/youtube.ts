import type { Talk, Written } from './chapter-formats.ts'
import { formatTime } from '../../shared/time.ts'
import { SHORTEST_CHAPTER } from '../chapters.ts'
import { cutTitle } from './chapter-formats.ts'

const FEWEST = 3
const TITLE_LENGTH = 70
/** A whole description has at most so many characters. */
const LENGTH = 5000

/** Lines for a description on YouTube, which drops the whole list without a word where one rule is broken. */
export function youtubeChapters({ chapters, duration }: Talk): Written {
  if (chapters.length < FEWEST)
    return { rule: `a video has at least ${FEWEST} chapters, this one has ${chapters.length}` }
  // Only whole seconds are written, so only they count.
  const starts = chapters.map(({ start }) => Math.floor(start))
  const short = chapters.find((_, i) => (starts[i + 1] ?? Math.floor(duration)) - starts[i]! < SHORTEST_CHAPTER)
  if (short)
    return { rule: `a chapter lasts at least ${SHORTEST_CHAPTER} s, "${short.title}" is shorter` }
  const text = `${chapters.map(({ title }, i) => `${formatTime(starts[i]!)} ${cutTitle(plain(title), TITLE_LENGTH)}`).join('\n')}\n`
  return text.length > LENGTH ? { rule: `a description has at most ${LENGTH} characters, these chapters have ${text.length}` } : { text }
}

/** Angle brackets are not allowed in a description. */
function plain(title: string): string {
  return title.replace(/</g, '‹').replace(/>/g, '›').replace(/\s+/g, ' ').trim()
}
