import type { GeneratedLecture } from '../course/generate-course.ts'
import type { Room } from '../plan/section.ts'
import type { Overflow } from './measure.ts'
import { measureSlides } from './measure.ts'
import { withTemporaryCourse } from './temporary-course.ts'

const ROUNDS = 2
/** What a section with a slide that overflows loses of its height in each round. */
const TIGHTER = 0.85

/**
 * Makes lectures, measures them in a browser, and makes them again with less room where slides overflow.
 * @returns the lectures, and the slides that still overflow after two rounds
 */
export async function fitLectures(make: (room?: Room) => Promise<GeneratedLecture[]>, language: string): Promise<{ lectures: GeneratedLecture[], overflows: Overflow[] }> {
  const rooms = new Map<string, number>()
  const room: Room = section => rooms.get(section) ?? 1
  for (let round = 0; ; round++) {
    const lectures = await make(room)
    const overflows = await measure(lectures, language)
    if (!overflows.length || round === ROUNDS)
      return { lectures, overflows }
    for (const { lecture: slug, slide } of overflows) {
      const section = lectures.find(({ place }) => place.slug === slug)!.lecture.drafts[slide - 1]!.section
      rooms.set(section, room(section) * TIGHTER)
    }
  }
}

async function measure(lectures: readonly GeneratedLecture[], language: string): Promise<Overflow[]> {
  return withTemporaryCourse(lectures.map(({ place, lecture, pictures }) => ({ slug: place.slug, text: lecture.texts.join('\n'), pictures })), { language }, course => measureSlides(course))
}
