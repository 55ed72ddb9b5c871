import type { ChapterSource, ChapterText } from './chapter-source.ts'
import { formatTime } from '../../shared/time.ts'
import { MIN_CHAPTER_SECONDS } from '../chapters.ts'
import { cutTitle, nothingShown } from './chapter-source.ts'

const MIN_CHAPTERS = 3
const MAX_TITLE = 70
/** A whole description has at most so many characters. */
const MAX_DESCRIPTION = 5000

/** Lines for a description on YouTube, which drops the whole list without a word where one rule is broken. */
export function youtubeChapters({ chapters }: ChapterSource): ChapterText {
  if (chapters.length < MIN_CHAPTERS)
    return { rule: `a video has at least ${MIN_CHAPTERS} chapters, this one has ${chapters.length}` }
  // Only whole seconds are written, so only they count.
  const whole = chapters.map(({ title, start, end }) => ({ title, start: Math.floor(start), end: Math.floor(end) }))
  const short = whole.find(({ start, end }) => end - start < MIN_CHAPTER_SECONDS)
  if (short)
    return { rule: `a chapter lasts at least ${MIN_CHAPTER_SECONDS} s, "${short.title}" is shorter` }
  const lines = whole.map(({ title, start }) => `${formatTime(start)} ${cutTitle(withoutBrackets(title), MAX_TITLE)}\n`)
  const text = lines.join('')
  if (text.length > MAX_DESCRIPTION) {
    return {
      rule: `a description has at most ${MAX_DESCRIPTION} characters, these chapters have ${text.length}`,
    }
  }
  return { text }
}

/** Angle brackets are not allowed in a description. */
function withoutBrackets(title: string): string {
  return title.replace(/</g, '‹').replace(/>/g, '›').replace(/\s+/g, ' ').trim()
}

/**
 * Metadata that FFmpeg writes into a video file:
 * `ffmpeg -i talk.mp4 -i chapters.ffmetadata -map_metadata 1 -codec copy out.mp4`.
 */
export function ffmetadata({ title, chapters }: ChapterSource): ChapterText {
  if (!chapters.length)
    return nothingShown
  const lines = [
    ';FFMETADATA1',
    `title=${escapeMetadata(title)}`,
    ...chapters.flatMap(({ start, end, title }) => [
      '',
      '[CHAPTER]',
      'TIMEBASE=1/1000',
      `START=${milliseconds(start)}`,
      `END=${milliseconds(end)}`,
      `title=${escapeMetadata(title)}`,
    ]),
  ]
  return { text: `${lines.join('\n')}\n` }
}

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000)
}

function escapeMetadata(text: string): string {
  return text.replace(/[=;#\\\n]/g, '\\$&')
}
