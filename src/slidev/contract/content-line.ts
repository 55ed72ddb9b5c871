import type { SlideInfo } from '@slidev/types'

/** Line of a slide's file on which its content begins, from 1. */
export function contentLine({ source, content }: Pick<SlideInfo, 'source' | 'content'>): number {
  const raw = source.raw.split('\n')
  const first = content.split('\n')[0]!
  const from = source.contentStart - source.start
  const offset = raw.findIndex((text, i) => i >= from && text.trim() === first.trim())
  return source.start + 1 + Math.max(offset, from)
}
