import type { SlideSource } from './contract/source.ts'
import { readFences } from '../markdown/read-fences.ts'
import { contentLine } from './contract/source.ts'

// Who writes slides with a server running sees these errors over the slide; a build has found them before.

/** The first problem of a slide as an error that says where it is. */
export function slideError(
  { source }: SlideSource,
  { line, message, hint }: { line: number, message: string, hint?: string },
): Error {
  return new Error(`${source.filepath}:${line}: ${message}${hint ? `\n${hint}` : ''}`)
}

/** An error in what a fence draws, with the line of the fence. */
export function fenceError(slide: SlideSource | null, code: string, message: string): Error {
  if (!slide)
    return new Error(message)
  const first = contentLine(slide)
  const fence = readFences(slide.content, first).find(fence => fence.code.trim() === code.trim())
  return slideError(slide, { line: fence?.line ?? first, message })
}
