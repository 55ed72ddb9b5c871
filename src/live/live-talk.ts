import type { Lecture } from '../course/course.ts'
import type { NewTalkEvent, Position, TalkEvent } from '../talk/log/talk-event.ts'
import type { WrittenTalk } from '../talk/log/talk-files.ts'
import type { TalkState } from '../talk/log/talk-state.ts'
import type { LogWriter } from './log-writer.ts'
import type { PreparedVote } from './prepared-votes.ts'
import { inkBefore, newTalkFile, talkBefore, writtenTalks } from '../talk/log/talk-files.ts'
import { applyEvent, newTalkState, replay } from '../talk/log/talk-state.ts'
import { planOf } from '../talk/plan.ts'
import { openLogWriter } from './log-writer.ts'
import { preparedVotes } from './prepared-votes.ts'

/** A talk as it is given. */
export interface LiveTalk {
  lecture: Lecture
  /** Steps of each slide, in order; none until the deck is known. */
  clicks: number[]
  /** Seconds that are planned for each slide, in order. */
  plan: number[]
  votes: ReadonlyMap<string, PreparedVote>
  state: TalkState
  /** Where the presenter is, which the room sees unless it is frozen; and since when. */
  here: Position
  /** The blank page that lies over it there, from 1; 0 where none does. */
  board: number
  entered: number
  /** Name of the file of the talk, which comes with its first event. */
  file: string
  writer: LogWriter
  /** What a restart goes on with, until the presenter has said so. */
  resumed?: WrittenTalk
  /** Talks that were given before. */
  earlier: readonly WrittenTalk[]
  now: () => number
  /** Lets something happen: writes it down, then changes the state. */
  record: (event: NewTalkEvent) => undefined
}

/** Milliseconds after which a talk that nobody has ended is not gone on with. */
const STALE = 12 * 60 * 60 * 1000
/** Milliseconds in which nothing happened, from which on a restart takes them for a pause. */
const GAP = 30 * 60 * 1000

/**
 * Opens the talk of a lecture: the one that was not ended, where there is one of today; else a new one, which is not
 * written until it begins.
 */
export function openTalk(lecture: Lecture, now: () => number = Date.now): LiveTalk {
  const earlier = writtenTalks(lecture)
  const last = earlier.at(-1)
  const open = last && isOpen(last, now()) ? last : undefined
  const talk = newTalk(lecture, earlier.filter(talk => talk !== open), now)
  if (open)
    resume(talk, open)
  return talk
}

function newTalk(lecture: Lecture, earlier: readonly WrittenTalk[], now: () => number): LiveTalk {
  const file = newTalkFile(lecture, now())
  const [first] = lecture.slides
  const talk: LiveTalk = {
    lecture,
    clicks: [],
    plan: planOf(lecture, { talks: earlier.map(({ events }) => events) }),
    votes: preparedVotes(lecture),
    state: newTalkState(),
    here: { slide: first!.id, number: 1, click: 0 },
    board: 0,
    entered: now(),
    file,
    writer: openLogWriter(file),
    earlier,
    now,
    record(event) {
      const complete = { time: now(), ...event } as TalkEvent
      talk.writer.write(complete)
      applyEvent(talk.state, complete)
      return undefined
    },
  }
  return talk
}

/** Throws nothing away: the talk begins anew in a file of its own, where there is one to be left. */
export function beginAnew(talk: LiveTalk): undefined {
  talk.writer.close()
  const earlier = writtenTalks(talk.lecture)
  const { clicks, record } = talk
  Object.assign(talk, newTalk(talk.lecture, earlier, talk.now), { clicks, record, resumed: undefined })
}

/** Goes on where an earlier talk has stopped, in a file of its own. */
export function continueTalk(talk: LiveTalk, name: string): boolean {
  const earlier = talk.earlier.find(one => one.name === name)
  if (!earlier)
    return false
  const before = replay(earlier.events, inkBefore(earlier.events, talk.earlier))
  const at = placeOf(talk.lecture, before.shown)
  talk.record({ event: 'start', lecture: talk.lecture.slug, title: talk.lecture.title, continues: name })
  talk.state.seen = before.seen
  talk.state.boards = before.boards
  talk.state.ink = before.ink
  if (at) {
    talk.here = at
    talk.entered = talk.now()
  }
  talk.record({ event: 'enter', ...talk.here })
  return true
}

function isOpen({ events }: WrittenTalk, now: number): boolean {
  const last = events.at(-1)
  return last !== undefined && last.event !== 'end' && now - last.time < STALE
}

function resume(talk: LiveTalk, written: WrittenTalk): void {
  const { lecture } = talk
  talk.state = replay(written.events, inkBefore(written.events, talk.earlier))
  const before = talkBefore(written.events, talk.earlier)
  if (before) {
    const { seen, boards } = replay(before.events)
    for (const [slide, click] of seen)
      talk.state.seen.set(slide, Math.max(click, talk.state.seen.get(slide) ?? 0))
    for (const [slide, count] of boards)
      talk.state.boards.set(slide, Math.max(count, talk.state.boards.get(slide) ?? 0))
  }
  talk.file = written.file
  talk.writer = openLogWriter(written.file)
  talk.here = placeOf(lecture, talk.state.shown) ?? talk.here
  talk.board = talk.state.board?.slide === talk.here.slide ? talk.state.board.board : 0
  talk.entered = written.events.findLast(event => event.event === 'enter')?.time ?? talk.entered
  talk.resumed = written
  const last = written.events.at(-1)!.time
  if (talk.now() - last > GAP && talk.state.pausedSince === undefined) {
    talk.record({ event: 'pause', time: last } as NewTalkEvent)
    talk.record({ event: 'resume' })
  }
}

/** A position in a lecture that may have changed since. */
function placeOf({ slides }: Lecture, at: Position | undefined): Position | undefined {
  const slide = slides.find(({ id }) => id === at?.slide)
  return slide && { slide: slide.id, number: slide.number, click: at!.click }
}
