import type { Problem } from '../core/errors.ts'
import type { Lecture } from '../course/course.ts'
import type { VoteKind } from './log/talk-event.ts'
import type { WrittenTalk } from './log/talk-files.ts'
import type { TallyRow } from './log/tally.ts'
import { findTalks } from './log/find-talk.ts'
import { secondsBySlide, shownTimes } from './log/shown-times.ts'
import { replay } from './log/talk-state.ts'
import { tallyOf } from './log/tally.ts'
import { planOf } from './plan.ts'

interface SlideRow {
  number: number
  id: string
  title: string
  /** Seconds for which it was shown, and that were planned for it. */
  seconds: number
  planned: number
  /** How often somebody was lost on it. */
  lost: number
  marks: number
}

interface SectionRow {
  title: string
  seconds: number
  planned: number
}

/** What became of a talk, all by the ids of slides. */
export interface TalkReport {
  lecture: { slug: string, title: string }
  file: string
  /** As ISO 8601. */
  started?: string
  /** Of the talk, without pauses. */
  seconds: number
  planned: number
  slides: SlideRow[]
  sections: SectionRow[]
  questions: { slide: string, text: string, voters: number, state: string }[]
  votes: { slide: string, title: string, kind: VoteKind, rounds: { voters: number, rows: TallyRow[] }[] }[]
  problems: Problem[]
}

/**
 * What became of the talks of lectures, by lecture: of the last one, that of a day such as `2026-05-04`, or that of a
 * file. A lecture without such a talk has nothing.
 * @throws UserError where none of them has such a talk
 */
export function reportsOfTalks(
  lectures: readonly Lecture[],
  wanted: string,
): (lecture: Lecture) => TalkReport | undefined {
  const found = findTalks(lectures, wanted)
  return (lecture) => {
    const { talk, talks = [] } = found.get(lecture.slug) ?? {}
    return talk && talkReport(lecture, talk, talks)
  }
}

/**
 * What a talk was: minutes by slide and section beside the plan, where people were lost, what they said.
 * @param talks of the lecture, the oldest first; those before it were part of its plan
 */
export function talkReport(
  lecture: Lecture,
  { file, events, problems }: WrittenTalk,
  talks: readonly WrittenTalk[],
): TalkReport {
  const earlier = talks.slice(0, Math.max(0, talks.findIndex(talk => talk.file === file)))
  const plan = planOf(lecture, { talks: earlier.map(({ events }) => events) })
  const shown = secondsBySlide(events)
  const state = replay(events)
  const count = (name: 'lost' | 'mark', id: string) =>
    events.filter(event => event.event === name && event.slide === id).length
  const slides = lecture.slides.map(({ id, number, title }, i): SlideRow => ({
    number,
    id,
    title,
    seconds: Math.round(shown.get(id) ?? 0),
    planned: plan[i]!,
    lost: count('lost', id),
    marks: count('mark', id),
  }))
  const gone = [...shown.keys()].filter(id => !lecture.slides.some(slide => slide.id === id))
  return {
    lecture: { slug: lecture.slug, title: lecture.title },
    file,
    started: state.started === undefined ? undefined : new Date(state.started).toISOString(),
    seconds: Math.round(shownTimes(events).at(-1)?.end ?? 0),
    planned: plan.reduce((sum, seconds) => sum + seconds, 0),
    slides,
    sections: sectionsOf(lecture, slides),
    questions: Array.from(state.questions.values(), ({ slide, text, voters, state }) =>
      ({ slide, text, voters: voters.size, state })),
    votes: Array.from(state.votes.values(), ({ slide, asks, rounds, hidden }) => ({
      slide,
      title: asks.title,
      kind: asks.kind,
      rounds: rounds.map(ballots => ({ voters: ballots.size, rows: tallyOf(asks, ballots.values(), hidden) })),
    })),
    problems: [
      ...problems,
      ...gone.map((id): Problem => ({
        message: `The talk shows a slide "${id}", which the lecture no longer has; its time counts in the whole only.`,
        file,
      })),
    ],
  }
}

function sectionsOf(lecture: Lecture, rows: readonly SlideRow[]): SectionRow[] {
  const sections: SectionRow[] = []
  for (const [i, { seconds, planned, title }] of rows.entries()) {
    if (!sections.length || lecture.slides[i]!.layout === 'section')
      sections.push({ title, seconds: 0, planned: 0 })
    const last = sections.at(-1)!
    last.seconds += seconds
    last.planned += planned
  }
  return sections.length > 1 ? sections : []
}
