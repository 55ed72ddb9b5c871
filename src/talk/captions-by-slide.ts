import type { Caption } from './captions.ts'
import type { Cue } from './timeline.ts'
import { indexAt } from '../shared/lookup.ts'
import { visitsOf } from './chapters.ts'

/** What was said while a slide was shown without a break. */
export interface Passage {
  slide: string
  /** Seconds at which the slide came. */
  start: number
  captions: Caption[]
}

/**
 * Cuts captions where the slide changes. A caption belongs to the slide that is shown at its middle; what was said
 * before the first cue, or where there are no cues, to the first slide.
 */
export function cutBySlide(captions: readonly Caption[], cues: readonly Cue[], firstSlide: string): Passage[] {
  const visits = cues.length ? visitsOf(cues) : [{ slide: firstSlide, start: 0 }]
  const passages = visits.map(({ slide, start }): Passage => ({ slide, start, captions: [] }))
  for (const caption of captions)
    passages[Math.max(0, indexAt(visits, (caption.start + caption.end) / 2))]?.captions.push(caption)
  return passages
}
