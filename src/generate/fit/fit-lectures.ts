import type { GeneratedLecture } from '../course/make-lectures.ts'
import type { HeightShare } from '../plan/section.ts'
import type { Overflow } from './measure.ts'
import { measureSlides, overflowsOf } from './measure.ts'
import { withTemporaryCourse } from './temporary-course.ts'

const ROUNDS = 2
/** What a section with a slide that overflows loses of its height in each round. */
const TIGHTER = 0.85

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
    for (const { lecture: slug, slide } of overflows) {
      const { drafts } = lectures.find(({ place }) => place.slug === slug)!.lecture
      const { section } = drafts[slide - 1]!
      shares.set(section, heightShare(section) * TIGHTER)
    }
  }
}

async function measure(lectures: readonly GeneratedLecture[], language: string): Promise<Overflow[]> {
  const temporary = lectures.map(({ place, lecture, pictures }) =>
    ({ slug: place.slug, text: lecture.texts.join('\n'), pictures }))
  return withTemporaryCourse(temporary, { language }, async course => overflowsOf(await measureSlides(course)))
}
