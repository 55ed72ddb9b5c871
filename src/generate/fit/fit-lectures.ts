import type { GeneratedLecture } from '../course/make-lectures.ts'
import type { HeightShare } from '../plan/section.ts'
import type { SlideDraft } from '../plan/slide.ts'
import type { Overflow } from './measure.ts'
import { heightLeft, heightOf } from './estimate-height.ts'
import { measureSlides, overflowsOf } from './measure.ts'
import { withTemporaryCourse } from './temporary-course.ts'

const ROUNDS = 2
/** What a section with a slide that overflows loses of its height in each round. */
const TIGHTER = 0.85
/** Share of the height that a section keeps at least, and by how much less than measured is planned. */
const MIN_SHARE = 0.3
const FULL = 0.97

/**
 * Makes lectures, measures them in a browser, and makes them again with less height where slides overflow.
 * @returns the lectures, and the slides that still overflow after two rounds
 */
export async function fitLectures(
  make: (heightShare?: HeightShare) => Promise<GeneratedLecture[]>,
  language: string,
): Promise<{ lectures: GeneratedLecture[], overflows: Overflow[] }> {
  const shares = new Map<string, number>()
  const heightShare: HeightShare = section => shares.get(section) ?? 1
  for (let round = 0; ; round++) {
    const lectures = await make(heightShare)
    const overflows = await measure(lectures, language)
    if (!overflows.length || round === ROUNDS)
      return { lectures, overflows }
    for (const overflow of overflows) {
      const { drafts } = lectures.find(({ place }) => place.slug === overflow.lecture)!.lecture
      const draft = drafts[overflow.slide - 1]!
      shares.set(draft.section, Math.min(heightShare(draft.section) * TIGHTER, shareFor(draft, overflow)))
    }
  }
}

/** The share of its height in which a slide is planned as full as a browser shows it. */
function shareFor(draft: SlideDraft, { below }: Overflow): number {
  const height = heightLeft(draft)
  const planned = heightOf(draft.blocks, { size: draft.size })
  return Math.max(MIN_SHARE, planned / (height + Math.max(0, below)) * FULL)
}

async function measure(lectures: readonly GeneratedLecture[], language: string): Promise<Overflow[]> {
  const temporary = lectures.map(({ place, lecture, pictures }) =>
    ({ slug: place.slug, text: lecture.texts.join('\n'), pictures }))
  return withTemporaryCourse(temporary, { language }, async course => overflowsOf(await measureSlides(course)))
}
