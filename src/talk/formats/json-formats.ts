import type { ChapterSource, ChapterText } from './chapter-source.ts'
import { visitsOf } from '../chapters.ts'
import { cutTitle, nothingShown } from './chapter-source.ts'

const MAX_PEERTUBE_TITLE = 100

/** Podcasting 2.0 chapters; links are absolute there, so they need the address of the course. */
export function podcastChapters({ title, chapters, url }: ChapterSource): ChapterText {
  if (!chapters.length)
    return nothingShown
  const links = (slide: string) => url ? { url: `${url}#${encodeURIComponent(slide)}` } : {}
  return json({
    version: '1.2.0',
    title,
    chapters: chapters.map(({ start, title, slide }) => ({ startTime: start, title, ...links(slide) })),
  })
}

/** What PeerTube's address for the chapters of a video takes: titles at whole seconds, none of them twice. */
export function peertubeChapters({ chapters }: ChapterSource): ChapterText {
  if (!chapters.length)
    return nothingShown
  return json({
    chapters: chapters.map(({ start, title }) => ({
      title: cutTitle(title, MAX_PEERTUBE_TITLE),
      timecode: Math.floor(start),
    })),
  })
}

/**
 * The frame list of Opencast's Paella player: a picture each time that another slide comes. They are named as `export`
 * names them, and no site has them.
 */
export function paellaFrames({ cues, numbers }: ChapterSource): ChapterText {
  // The player knows frames by their second: of several within one the last stays.
  const visits = new Map(visitsOf(cues).map(({ slide, start }) => [Math.floor(start), slide]))
  const digits = Math.max(2, String(numbers.size).length)
  const frames = Array.from(visits, ([time, slide], i) => {
    const picture = `pictures/${String(numbers.get(slide) ?? 0).padStart(digits, '0')}-${slide}.webp`
    return { id: `frame-${i + 1}`, mimetype: 'image/webp', time, url: picture, thumb: picture }
  })
  return frames.length ? json({ frameList: { targetContent: 'presentation', frames } }) : nothingShown
}

function json(value: unknown): ChapterText {
  return { text: `${JSON.stringify(value, null, 2)}\n` }
}
