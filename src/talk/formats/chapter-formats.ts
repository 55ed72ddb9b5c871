import type { Chapter } from '../chapters.ts'
import type { Cue } from '../timeline.ts'
import { ffmetadata } from './ffmetadata.ts'
import { paellaFrames } from './paella.ts'
import { peertubeChapters } from './peertube.ts'
import { podcastChapters } from './podcasting.ts'
import { webvttChapters, webvttMetadata } from './webvtt.ts'
import { youtubeChapters } from './youtube.ts'

/** A recorded talk, as every format of chapters is made from it. */
export interface Talk {
  title: string
  chapters: readonly Chapter[]
  cues: readonly Cue[]
  /** Seconds of the video. */
  duration: number
  /** Number of each slide by id. */
  numbers: ReadonlyMap<string, number>
  /** Absolute address of the lecture's page, ending in a slash, where the course says where it is hosted. */
  url?: string
}

/** The text of a file, or the rule of the format that this talk cannot meet. */
export type Written = { text: string } | { rule: string }

/** The files of chapters and slide times that a recorded talk has, beside its page. */
export const chapterFormats = [
  { file: 'chapters.vtt', label: 'WebVTT chapters', write: webvttChapters },
  { file: 'slides.vtt', label: 'WebVTT slide times', write: webvttMetadata },
  { file: 'chapters.youtube.txt', label: 'YouTube', write: youtubeChapters },
  { file: 'chapters.json', label: 'Podcasting 2.0', write: podcastChapters },
  { file: 'chapters.peertube.json', label: 'PeerTube', write: peertubeChapters },
  { file: 'chapters.ffmetadata', label: 'FFmpeg', write: ffmetadata },
  { file: 'frames.paella.json', label: 'Opencast Paella', write: paellaFrames },
] as const satisfies { file: string, label: string, write: (talk: Talk) => Written }[]

/** Every format that this talk can meet as a file, and a sentence for each that it cannot. */
export function writeChapters(talk: Talk): { files: Map<string, string>, warnings: string[] } {
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

/** Cuts a title at a word so that it has at most `length` characters. */
export function cutTitle(title: string, length: number): string {
  const characters = [...title]
  return characters.length <= length ? title : `${characters.slice(0, length - 1).join('').replace(/\s+\S*$/, '').trimEnd()}…`
}
