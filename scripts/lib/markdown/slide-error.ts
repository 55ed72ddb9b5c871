import type { SlideInfo } from '@slidev/types'
import { readFences } from './read-fences.ts'

/** An error for who writes a slide while it is served: with the file and the line of the fence at fault. */
export function fenceError(slide: SlideInfo | null, code: string, words: string): Error {
  if (!slide)
    return new Error(words)
  const { filepath, raw, start } = slide.source
  const fence = readFences(raw, start + 1).find(fence => fence.code.trim() === code.trim())
  return new Error(`${filepath}:${fence?.line ?? start + 1}: ${words}`)
}
