import type { Lecture } from '../course/course.ts'
import type { Cue, MarkedMoment } from './timeline.ts'
import { indexAt } from '../shared/lookup.ts'

/** A part of a recorded talk, from one slide's coming to the next chapter. */
export interface Chapter {
  /** Seconds of video time. */
  start: number
  end: number
  title: string
  /** Id of the slide that is shown first. */
  slide: string
  /** Whether it begins with a question from the audience, which is its title. */
  isQuestion?: true
}

/** A slide on the screen without a break. */
interface Visit {
  slide: string
  start: number
}

/** Shorter chapters join the next one, in seconds. */
export const MIN_CHAPTER_SECONDS = 10
/** A slide that comes back begins a chapter only when it was away for so many seconds. */
const REVISIT_AFTER = 60

/** Each time that another slide comes. */
export function visitsOf(cues: readonly Cue[]): Visit[] {
  return cues.filter((cue, i) => cue.slide !== cues[i - 1]?.slide).map(({ slide, start }) => ({ slide, start }))
}

/**
 * The chapters of a talk: one for each slide when it first comes, the first at 0:00, and one for each question of which
 * the text is known.
 * @param duration seconds of the video
 */
export function chaptersOf(
  cues: readonly Cue[],
  lecture: Lecture,
  duration: number,
  marks: readonly MarkedMoment[] = [],
): Chapter[] {
  const chapters = slideChapters(cues, lecture, duration)
  for (const mark of marks) {
    if (mark.event === 'question' && mark.text)
      addQuestion(chapters, mark.text, mark)
  }
  return chapters
}

/** Cuts the chapter in which a question was asked; where that is too short, its title says what was asked. */
function addQuestion(chapters: Chapter[], question: string, { start, slide }: MarkedMoment): void {
  const at = indexAt(chapters, start)
  const chapter = chapters[at]
  if (!chapter)
    return
  const isRoomy = start - chapter.start >= MIN_CHAPTER_SECONDS && chapter.end - start >= MIN_CHAPTER_SECONDS
  if (isRoomy) {
    chapters.splice(at + 1, 0, { start, end: chapter.end, title: question, slide, isQuestion: true })
    chapter.end = start
  }
  else {
    chapter.title = `${chapter.title} – ${question}`
  }
}

function slideChapters(cues: readonly Cue[], lecture: Lecture, duration: number): Chapter[] {
  const slides = new Map(lecture.slides.map(slide => [slide.id, slide]))
  const titleOf = (id: string) => slides.get(id)?.title ?? id
  const chapters: Chapter[] = []
  for (const { slide, start } of visitsToTell(visitsOf(cues))) {
    const last = chapters.at(-1)
    if (last)
      last.end = start
    if (last?.slide === slide)
      continue
    if (last && start - last.start < MIN_CHAPTER_SECONDS) {
      // The opening of a section names what follows; any other slide gives way to its successor.
      if (slides.get(last.slide)?.layout !== 'section')
        Object.assign(last, { slide, title: titleOf(slide) })
      continue
    }
    chapters.push({ start: chapters.length ? start : 0, end: duration, title: titleOf(slide), slide })
  }
  const last = chapters.at(-1)
  if (last && chapters.length > 1 && duration - last.start < MIN_CHAPTER_SECONDS)
    chapters.pop()
  const kept = chapters.at(-1)
  if (kept)
    kept.end = duration
  return chapters
}

function visitsToTell(visits: readonly Visit[]): Visit[] {
  const left = new Map<string, number>()
  return visits.filter(({ slide, start }, i) => {
    const away = start - (left.get(slide) ?? Number.NEGATIVE_INFINITY)
    const next = visits[i + 1]
    if (next)
      left.set(slide, next.start)
    return away >= REVISIT_AFTER
  })
}
