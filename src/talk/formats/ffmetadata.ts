import type { Talk, Written } from './chapter-formats.ts'

/** Metadata that FFmpeg writes into a video file: `ffmpeg -i talk.mp4 -i chapters.ffmetadata -map_metadata 1 -codec copy out.mp4`. */
export function ffmetadata({ title, chapters }: Talk): Written {
  if (!chapters.length)
    return { rule: 'no slide is shown in the video' }
  return {
    text: `${[
      ';FFMETADATA1',
      `title=${escape(title)}`,
      ...chapters.map(({ start, end, title }) => [
        '',
        '[CHAPTER]',
        'TIMEBASE=1/1000',
        `START=${milliseconds(start)}`,
        `END=${milliseconds(end)}`,
        `title=${escape(title)}`,
      ].join('\n')),
    ].join('\n')}\n`,
  }
}

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000)
}

function escape(text: string): string {
  return text.replace(/[=;#\\\n]/g, '\\$&')
}
