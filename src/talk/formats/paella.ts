import type { Talk, Written } from './chapter-formats.ts'
import { visitsOf } from '../chapters.ts'

/** The frame list of Opencast's Paella player: a picture each time that another slide comes. */
export function paellaFrames({ cues }: Talk): Written {
  // The player knows frames by their second: of several within one the last stays.
  const visits = new Map(visitsOf(cues).map(({ slide, start }) => [Math.floor(start), slide]))
  const frames = Array.from(visits, ([time, slide], i) => ({
    id: `frame-${i + 1}`,
    mimetype: 'image/webp',
    time,
    url: `pictures/${slide}@2x.webp`,
    thumb: `pictures/${slide}.webp`,
  }))
  if (!frames.length)
    return { rule: 'no slide is shown in the video' }
  return { text: `${JSON.stringify({ frameList: { targetContent: 'presentation', frames } }, null, 2)}\n` }
}
