import type { Lecture } from '../course/course.ts'
import type { InkStroke } from '../shared/ink.ts'
import type { VoteView } from '../shared/live.ts'
import type { WrittenTalk } from './log/talk-files.ts'
import type { Vote } from './log/vote-state.ts'
import { seenStrokes } from '../shared/ink.ts'
import { inkBefore, talkBefore, writtenTalks } from './log/talk-files.ts'
import { replay } from './log/talk-state.ts'
import { tallyOf } from './log/tally.ts'

/** A vote as the room has seen it in the end. */
export interface ShownVote {
  slide: string
  title: string
  kind: VoteView['kind']
  rounds: NonNullable<VoteView['rounds']>
}

/** What the room has seen of a talk, by the ids of slides: what was not shown to it is not in here. */
export interface ShownTalk {
  day: Date
  votes: ShownVote[]
  /** On a slide (board 0), or on a blank page behind it. */
  drawings: { slide: string, board: number, strokes: InkStroke[] }[]
}

/** What the room has seen of the last talk of a lecture, and of those that it goes on with; nothing without a talk. */
export function lastShownTalk(lecture: Lecture): ShownTalk | undefined {
  const talks = writtenTalks(lecture)
  const last = talks.at(-1)
  if (!last)
    return
  const parts = partsOf(last, talks)
  const states = parts.map(({ events }) => replay(events))
  const seen = highest(states.map(({ seen }) => seen))
  const boards = highest(states.map(({ boards }) => boards))
  const { ink } = replay(last.events, inkBefore(last.events, talks))
  const votes = new Map(states.flatMap(state => [...state.votes]))
  return {
    day: new Date(states[0]!.started ?? last.events[0]?.time ?? 0),
    votes: Array.from(votes.values()).flatMap(shownVote),
    drawings: [...ink.values()].flatMap((page) => {
      const { slide, board } = page
      const isSeen = seen.has(slide) && board <= (boards.get(slide) ?? 0)
      const strokes = isSeen ? seenStrokes(page, board ? undefined : seen.get(slide)) : []
      return strokes.length ? [{ slide, board, strokes }] : []
    }),
  }
}

/** A talk with those that it goes on with, the oldest first. */
function partsOf(talk: WrittenTalk, talks: readonly WrittenTalk[]): WrittenTalk[] {
  const before = talkBefore(talk.events, talks)
  // Each is looked for among the others only: two that name each other end.
  return before ? [...partsOf(before, talks.filter(one => one !== talk)), talk] : [talk]
}

function highest(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const result = new Map<string, number>()
  for (const [key, value] of all.flatMap(map => [...map]))
    result.set(key, Math.max(value, result.get(key) ?? 0))
  return result
}

/** The rounds of a vote that were shown, with the right answer where that was shown too. */
function shownVote({ slide, asks, rounds, shown, answered, hidden }: Vote): ShownVote[] {
  const { title, kind } = asks
  return shown
    ? [{
        slide,
        title,
        kind,
        rounds: rounds.slice(0, shown).map(ballots => ({
          voters: ballots.size,
          rows: tallyOf(asks, ballots.values(), hidden).map(({ label, count, right }) =>
            answered ? { label, count, right } : { label, count }),
        })),
      }]
    : []
}
