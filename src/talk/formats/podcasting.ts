import type { Talk, Written } from './chapter-formats.ts'
import { visitsOf } from '../chapters.ts'

/**
 * Podcasting 2.0 chapters. A slide that begins no chapter is one without `toc`, so that players show its picture;
 * pictures and links are absolute there, so they need the address of the course.
 */
export function podcastChapters({ title, chapters, cues, url }: Talk): Written {
  if (!chapters.length)
    return { rule: 'no slide is shown in the video' }
  const links = (slide: string) => url ? { img: `${url}pictures/${slide}.webp`, url: `${url}#${encodeURIComponent(slide)}` } : {}
  const silent = visitsOf(cues).slice(1).filter(({ start }) => !chapters.some(chapter => chapter.start === start))
  const all = [
    ...chapters.map(({ start, title, slide }) => ({ startTime: start, title, ...links(slide) })),
    ...url ? silent.map(({ start, slide }) => ({ startTime: start, ...links(slide), toc: false })) : [],
  ].sort((a, b) => a.startTime - b.startTime)
  return { text: `${JSON.stringify({ version: '1.2.0', title, chapters: all }, null, 2)}\n` }
}
