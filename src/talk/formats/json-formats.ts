import type { ChapterSource, ChapterText } from './chapter-source.ts'
import { visitsOf } from '../chapters.ts'
import { cutTitle, nothingShown } from './chapter-source.ts'

const MAX_PEERTUBE_TITLE = 100

/**
 * Podcasting 2.0 chapters. A slide that begins no chapter is one without `toc`, so that players show its picture;
 * pictures and links are absolute there, so they need the address of the course.
 */
export function podcastChapters({ title, chapters, cues, url }: ChapterSource): ChapterText {
  if (!chapters.length)
    return nothingShown
  const links = (slide: string) =>
    url ? { img: `${url}pictures/${slide}.webp`, url: `${url}#${encodeURIComponent(slide)}` } : {}
  const silent = visitsOf(cues).slice(1).filter(({ start }) => !chapters.some(chapter => chapter.start === start))
  const all = [
    ...chapters.map(({ start, title, slide }) => ({ startTime: start, title, ...links(slide) })),
    ...url ? silent.map(({ start, slide }) => ({ startTime: start, ...links(slide), toc: false })) : [],
  ].sort((a, b) => a.startTime - b.startTime)
  return json({ version: '1.2.0', title, chapters: all })
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

/** The frame list of Opencast's Paella player: a picture each time that another slide comes. */
export function paellaFrames({ cues }: ChapterSource): ChapterText {
  // The player knows frames by their second: of several within one the last stays.
  const visits = new Map(visitsOf(cues).map(({ slide, start }) => [Math.floor(start), slide]))
  const frames = Array.from(visits, ([time, slide], i) => ({
    id: `frame-${i + 1}`,
    mimetype: 'image/webp',
    time,
    url: `pictures/${slide}@2x.webp`,
    thumb: `pictures/${slide}.webp`,
  }))
  return frames.length ? json({ frameList: { targetContent: 'presentation', frames } }) : nothingShown
}

function json(value: unknown): ChapterText {
  return { text: `${JSON.stringify(value, null, 2)}\n` }
}
