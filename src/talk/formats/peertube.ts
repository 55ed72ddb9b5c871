import type { Talk, Written } from './chapter-formats.ts'
import { cutTitle } from './chapter-formats.ts'

const TITLE_LENGTH = 100

/** What PeerTube's address for the chapters of a video takes: titles at whole seconds, none of them twice. */
export function peertubeChapters({ chapters }: Talk): Written {
  if (!chapters.length)
    return { rule: 'no slide is shown in the video' }
  const all = chapters.map(({ start, title }) => ({ title: cutTitle(title, TITLE_LENGTH), timecode: Math.floor(start) }))
  return { text: `${JSON.stringify({ chapters: all }, null, 2)}\n` }
}
