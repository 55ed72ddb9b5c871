import type { Chapter } from '../chapters.ts'
import type { Cue } from '../timeline.ts'

/** A recorded talk, as every format of chapters is made from it. */
export interface ChapterSource {
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
export type ChapterText = { text: string } | { rule: string }

export const nothingShown = { rule: 'no slide is shown in the video' } as const satisfies ChapterText

/** Cuts a title at a word so that it has at most `length` characters. */
export function cutTitle(title: string, length: number): string {
  const characters = [...title]
  if (characters.length <= length)
    return title
  return `${characters.slice(0, length - 1).join('').replace(/\s+\S*$/, '').trimEnd()}…`
}
