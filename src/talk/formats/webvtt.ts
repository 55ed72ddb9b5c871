import type { ChapterSource, ChapterText } from './chapter-source.ts'
import { formatTimestamp } from '../../shared/time.ts'
import { nothingShown } from './chapter-source.ts'

/** `<track kind="chapters">`: a cue a chapter, its text the title. */
export function webvttChapters({ chapters }: ChapterSource): ChapterText {
  return webvtt(chapters.map(({ start, end, title }) => ({ start, end, text: escapeCue(title) })))
}

/** `<track kind="metadata">`: a cue for every step, its text the slide and its open steps as JSON. */
export function webvttMetadata({ cues, numbers, duration }: ChapterSource): ChapterText {
  return webvtt(cues.map(({ start, slide, click }, i) => ({
    start,
    end: cues[i + 1]?.start ?? duration,
    text: JSON.stringify({ slide, n: numbers.get(slide), click }),
  })))
}

function webvtt(cues: { start: number, end: number, text: string }[]): ChapterText {
  if (!cues.length)
    return nothingShown
  const blocks = cues.map(({ start, end, text }) => `${formatTimestamp(start)} --> ${formatTimestamp(end)}\n${text}`)
  return { text: `${['WEBVTT', ...blocks].join('\n\n')}\n` }
}

/** A cue's text has neither tags nor the arrow of its times. Quotes stay: not every player reads `&quot;`. */
function escapeCue(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
