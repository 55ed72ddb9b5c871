import type { LazyBrowser } from '../../browser/launch.ts'
import type { Course, Lecture } from '../../course/course.ts'
import type { FrozenLecture } from './freeze-lecture.ts'
import type { RoomSlides } from './room-slides.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { hashValue } from '../../core/inputs.ts'
import { replaceFile } from '../../core/output.ts'
import { digestBeside, openDeckDigests } from '../../slidev/deck-digest.ts'
import { freezeLecture } from './freeze-lecture.ts'
import { roomSlides } from './room-slides.ts'

/** Of what is kept; another one makes it anew. */
const VERSION = 1

/** The frozen slides of a lecture, which are kept beside its decks until these change. */
export async function keptSlides(
  browser: LazyBrowser,
  course: Course,
  { lecture, decks }: { lecture: Lecture, decks: string },
): Promise<RoomSlides> {
  const file = path.join(course.root, '.docent', 'presenter-frozen', `${lecture.slug}.json`)
  const digestOf = await openDeckDigests(decks)
  const beside = await digestBeside(decks, course.lectures.map(({ slug }) => slug))
  const key = hashValue([VERSION, digestOf(lecture.slug), beside, course.remote])
  const kept = await fs.readFile(file, 'utf8').then(text => JSON.parse(text) as Kept, () => undefined)
  if (kept?.key === key)
    return roomSlides(lecture, kept.frozen, decks)
  const frozen = await freezeLecture(browser, course, { lecture, decks })
  // Where it cannot be kept it is made again the next time.
  await replaceFile(file, JSON.stringify({ key, frozen } satisfies Kept)).catch(() => undefined)
  return roomSlides(lecture, frozen, decks)
}

interface Kept { key: string, frozen: FrozenLecture }
