import type { SourceDocument } from '../document.ts'
import type { PlannedLecture } from '../plan-lectures.ts'
import type { SlideDraft } from '../plan/slide.ts'
import type { PictureFinder } from './pictures.ts'
import { assignIds } from '../../course/ids.ts'
import { plainText } from '../../markdown/plain-text.ts'
import { sourceMarker } from '../source-ref.ts'
import { phrasingText } from '../write/markdown.ts'
import { slideText, writeSlide } from '../write/slide.ts'

/** A lecture as text, slide by slide. */
export interface WrittenLecture {
  title: string
  drafts: SlideDraft[]
  /** The text of each slide, with front matter and notes. */
  texts: string[]
  /** The id that each slide gets from its title. */
  ids: string[]
}

/** Writes the slides of a lecture; the pictures that they show are remembered by `pictures`. */
export function writeLecture(document: SourceDocument, lecture: PlannedLecture, pictures: PictureFinder): WrittenLecture {
  const mark = sourceMarker(document)
  const texts = lecture.slides.map((draft, i) => {
    const slide = writeSlide(draft, pictures.addressOf)
    const summary = i === 0 && document.description && lecture.slides.length > 1 ? document.description.replace(/\s+/g, ' ').replace(/-{3,}/g, '–').trim() : undefined
    return slideText({ ...slide, frontmatter: { ...slide.frontmatter, ...summary && { summary }, source: mark(draft, slide.body) } })
  })
  const ids = assignIds(lecture.slides.map(({ title }) => ({ title: plainText(phrasingText(title)) || 'slide' })))
  return { title: lecture.title, drafts: lecture.slides, texts, ids }
}
