import type { ChapterSource, ChapterText } from './chapter-source.ts'
import { paellaFrames, peertubeChapters, podcastChapters } from './json-formats.ts'
import { ffmetadata, youtubeChapters } from './text-formats.ts'
import { webvttChapters, webvttMetadata } from './webvtt.ts'

/** The files of chapters and slide times that a recorded talk has, beside its page. */
export const chapterFormats = [
  { file: 'chapters.vtt', label: 'WebVTT chapters', words: 'vttChapters', write: webvttChapters },
  { file: 'slides.vtt', label: 'WebVTT slide times', words: 'vttSlides', write: webvttMetadata },
  { file: 'chapters.youtube.txt', label: 'YouTube', write: youtubeChapters },
  { file: 'chapters.json', label: 'Podcasting 2.0', write: podcastChapters },
  { file: 'chapters.peertube.json', label: 'PeerTube', write: peertubeChapters },
  { file: 'chapters.ffmetadata', label: 'FFmpeg', write: ffmetadata },
  { file: 'frames.paella.json', label: 'Opencast Paella', write: paellaFrames },
] as const satisfies ChapterFormat[]

interface ChapterFormat {
  file: string
  label: string
  /** Of the label in other languages, where it is no name. */
  words?: 'vttChapters' | 'vttSlides'
  write: (talk: ChapterSource) => ChapterText
}

/** Every format that this talk can meet as a file, and a sentence for each that it cannot. */
export function writeChapters(talk: ChapterSource): { files: Map<string, string>, warnings: string[] } {
  const files = new Map<string, string>()
  const warnings: string[] = []
  for (const { file, label, write } of chapterFormats) {
    const written = write(talk)
    if ('text' in written)
      files.set(file, written.text)
    else
      warnings.push(`${label}: ${written.rule}; ${file} is left out.`)
  }
  return { files, warnings }
}
