import type { Course, Lecture, Slide } from '../../course/course.ts'

/** A slide that is not what it was. */
export interface SlideChange {
  /** Slug of its lecture. */
  lecture: string
  /** Its id now; of one that is gone, the id that it had. */
  id: string
  what: 'new' | 'gone' | 'text' | 'notes' | 'picture'
  before?: Slide
  after?: Slide
}

/** A slide that was there and is there, and whose text is the same. */
export interface SameSlide { lecture: string, before: Slide, after: Slide }

/** Front matter that nobody sees on slides. */
const UNSEEN = [
  'check',
  'duration',
  'hideInToc',
  'id',
  'minutes',
  'optional',
  'routeAlias',
  'source',
  'summary',
  'video',
]

/** Which slides of a course have other texts than before, by lecture and id; with another id alone it is the same. */
export function compareSlides(
  { lectures: before }: Pick<Course, 'lectures'>,
  { lectures: after }: Pick<Course, 'lectures'>,
): { changes: SlideChange[], same: SameSlide[] } {
  const slugs = [...new Set([...after, ...before].map(({ slug }) => slug))]
  const compared = slugs.map(slug => compareLecture(slug, slidesOf(before, slug), slidesOf(after, slug)))
  return { changes: compared.flatMap(({ changes }) => changes), same: compared.flatMap(({ same }) => same) }
}

function slidesOf(lectures: readonly Lecture[], slug: string): readonly Slide[] {
  return lectures.find(lecture => lecture.slug === slug)?.slides ?? []
}

function compareLecture(lecture: string, before: readonly Slide[], after: readonly Slide[]) {
  const left = new Set(before)
  const pairs = new Map<Slide, Slide>()
  const pairUp = (isSame: (old: Slide, slide: Slide) => boolean) => {
    for (const slide of after.filter(slide => !pairs.has(slide))) {
      const old = [...left].find(old => isSame(old, slide))
      if (old) {
        pairs.set(slide, old)
        left.delete(old)
      }
    }
  }
  pairUp((old, slide) => old.id === slide.id)
  pairUp((old, slide) => textOf(old) === textOf(slide))
  const changes: SlideChange[] = []
  const same: SameSlide[] = []
  for (const slide of after) {
    const old = pairs.get(slide)
    if (!old)
      changes.push({ lecture, id: slide.id, what: 'new', after: slide })
    else if (textOf(old) !== textOf(slide))
      changes.push({ lecture, id: slide.id, what: 'text', before: old, after: slide })
    else if (plain(old.notes) !== plain(slide.notes))
      changes.push({ lecture, id: slide.id, what: 'notes', before: old, after: slide })
    else
      same.push({ lecture, before: old, after: slide })
  }
  for (const old of left)
    changes.push({ lecture, id: old.id, what: 'gone', before: old })
  return { changes, same }
}

/** All that a slide says by its Markdown. */
function textOf({ content, frontmatter }: Slide): string {
  const seen = Object.entries(frontmatter).filter(([key]) => !UNSEEN.includes(key))
  return JSON.stringify([plain(content), seen.sort(([a], [b]) => a < b ? -1 : 1)])
}

/** Ends of lines and empty lines say nothing. */
function plain(text: string): string {
  return text.replace(/[ \t]*\r?\n/g, '\n').trim()
}
