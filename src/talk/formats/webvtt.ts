import type { Talk, Written } from './chapter-formats.ts'
import { formatTimestamp } from '../../shared/time.ts'

/** `<track kind="chapters">`: a cue a chapter, its text the title. */
export function webvttChapters({ chapters }: Talk): Written {
  return file(chapters.map(({ start, end, title }) => ({ start, end, text: escape(title) })))
}

/** `<track kind="metadata">`: a cue for every step, its text the slide and its open steps as JSON. */
export function webvttMetadata({ cues, numbers, duration }: Talk): Written {
  return file(cues.map(({ start, slide, click }, i) => ({
    start,
    end: cues[i + 1]?.start ?? duration,
    text: JSON.stringify({ slide, n: numbers.get(slide), click }),
  })))
}

function file(cues: { start: number, end: number, text: string }[]): Written {
  if (!cues.length)
    return { rule: 'no slide is shown in the video' }
  return { text: `${['WEBVTT', ...cues.map(({ start, end, text }) => `${formatTimestamp(start)} --> ${formatTimestamp(end)}\n${text}`)].join('\n\n')}\n` }
}

/** A cue's text has neither marks nor the arrow of its times. */
function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
