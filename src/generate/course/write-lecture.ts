import type { SourceDocument } from '../document.ts'
import type { PlannedLecture } from '../plan-lectures.ts'
import type { SlideDraft } from '../plan/slide.ts'
import type { PictureFinder } from './pictures.ts'
import { assignIds } from '../../course/ids.ts'
import { plainText } from '../../markdown/plain-text.ts'
import { linesOf } from '../sections.ts'
import { sourceRefs } from '../source-ref.ts'
import { phrasingText } from '../write/markdown.ts'
import { writeSafeSlide } from '../write/safe-slide.ts'
import { slideText } from '../write/slide.ts'

/** A lecture as text, slide by slide. */
export interface WrittenLecture {
  title: string
  drafts: SlideDraft[]
  /** The text of each slide, with front matter and notes. */
  texts: string[]
  /** The id that each slide gets from its title. */
  ids: string[]
  /** What would not have compiled, and stands on its slide as plain text. */
  faults: SlideFault[]
}

/** Why a slide would have stopped the build of its deck. */
export interface SlideFault {
  title: string
  /** In the document. */
  line?: number
  why: string
}

/** Writes the slides of a lecture; the pictures that they show are remembered by `pictures`. */
export function writeLecture(
  document: SourceDocument,
  { title, slides }: PlannedLecture,
  pictures: PictureFinder,
): WrittenLecture {
  const refOf = sourceRefs(document)
  const summary = slides.length > 1 ? summaryOf(document) : undefined
  const faults: SlideFault[] = []
  const texts = slides.map((draft, i) => {
    const { slide, fault } = writeSafeSlide(draft, pictures.addressOf)
    if (fault !== undefined)
      faults.push({ title: phrasingText(draft.title), line: linesOf(draft.sources)?.[0], why: fault })
    const frontmatter = {
      ...slide.frontmatter,
      ...i === 0 && summary && { summary },
      source: refOf(draft, slide.body),
    }
    return slideText({ ...slide, frontmatter })
  })
  const titles = slides.map(slide => ({ title: plainText(phrasingText(slide.title)) || 'slide' }))
  return { title, drafts: slides, texts, ids: assignIds(titles), faults }
}

/** The document's description on one line; three dashes would end the front matter. */
function summaryOf({ description }: SourceDocument): string | undefined {
  return description?.replace(/\s+/g, ' ').replace(/-{3,}/g, '–').trim()
}
