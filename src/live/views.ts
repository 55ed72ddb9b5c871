import type { FollowerView, PresenterView, QuestionView, VoteView, WallView } from '../shared/live.ts'
import type { AskedQuestion, TalkState } from '../talk/log/talk-state.ts'
import type { LiveTalk } from './live-talk.ts'
import path from 'node:path'
import { shownTimes } from '../talk/log/shown-times.ts'
import { elapsedAt, replay } from '../talk/log/talk-state.ts'
import { tallyOf } from '../talk/log/tally.ts'
import { inkEntries } from './draw.ts'

/** Milliseconds in which "I am lost" fades. */
const FADES = 5 * 60 * 1000

/** What followers may know: made of what was shown and of nothing else. */
export function followerView(talk: LiveTalk, ready: boolean): FollowerView {
  const { state, lecture } = talk
  const { follow } = state.switches
  const room = roomView(talk)
  const numbers = new Map(lecture.slides.map(({ id, number }) => [id, number]))
  return {
    ...room,
    at: follow ? room.at : undefined,
    title: lecture.title,
    seen: follow ? seenOf(state.seen, numbers) : [],
    boards: follow ? seenOf(state.boards, numbers) : [],
    ink: inkEntries(talk, true),
    switches: state.switches,
    questions: questionViews(state, ({ state }) => state !== 'hidden'),
    ready,
  }
}

function votesOf({ votes, here }: LiveTalk): PresenterView['votes'] {
  return [...votes.values()].flatMap(({ id, slide, asks: { title } }) => slide === here.slide ? [{ id, title }] : [])
}

function seenOf(seen: TalkState['seen'], numbers: ReadonlyMap<string, number>): FollowerView['seen'] {
  const places = Array.from(seen, ([id, click]): [number, number] => [numbers.get(id) ?? 0, click])
  return places.filter(([number]) => number).sort(([a], [b]) => a - b)
}

/** What the wall shows beside the slide. */
export function wallView(talk: LiveTalk): WallView {
  const { shown, zoom } = talk.state
  return { ...roomView(talk), ink: inkEntries(talk, false), slide: shown?.slide, zoom }
}

/** What the presenter knows. */
export function presenterView(
  talk: LiveTalk,
  { followers, ready }: { followers: number, ready: boolean },
): PresenterView {
  const { state, here, board, entered, resumed, now } = talk
  const time = now()
  return {
    ...roomView(talk),
    vote: voteView(state, true),
    started: state.started,
    ended: state.ended,
    elapsed: elapsedAt(state, time),
    entered,
    paused: state.pausedSince !== undefined,
    frozen: state.frozen,
    here: { number: here.number, click: here.click, ...board && { board } },
    zoom: state.zoom,
    ink: inkEntries(talk, false),
    switches: state.switches,
    leftOut: [...state.leftOut],
    questions: questionViews(state, () => true),
    followers,
    lost: lostNow(state, time),
    votes: votesOf(talk),
    resumed: resumed && earlierView(resumed),
    earlier: talk.earlier.slice(-5).map(earlierView),
    warning: talk.writer.warning(),
    ready,
  }
}

function roomView(talk: LiveTalk): Omit<WallView, 'ink'> {
  const { state, file, now } = talk
  const { shown, blank, breakUntil, activity, board } = state
  const over = board?.slide === shown?.slide ? board?.board : undefined
  return {
    talk: path.basename(file, '.jsonl').replace(/^.*\.talk-/, ''),
    now: now(),
    at: shown && { number: shown.number, click: shown.click, ...over && { board: over } },
    blank,
    breakUntil,
    activity: activity && { ...activity, done: activity.done.size },
    vote: voteView(state, false),
  }
}

/** @param early for the presenter, who sees what the room does not yet */
function voteView({ vote: id, votes }: TalkState, early: boolean): VoteView | undefined {
  const vote = id === undefined ? undefined : votes.get(id)
  if (!vote)
    return
  const { asks, phase, rounds, hidden } = vote
  const isShown = phase === 'shown' || phase === 'answer'
  const isAnswered = early || phase === 'answer'
  return {
    id: vote.id,
    round: rounds.length,
    kind: asks.kind,
    title: asks.title,
    choices: asks.choices,
    phase,
    voters: rounds.at(-1)!.size,
    ...early && hidden.size && { hidden: [...hidden] },
    ...(early || isShown) && {
      rounds: rounds.map(ballots => ({
        voters: ballots.size,
        rows: tallyOf(asks, ballots.values(), hidden)
          .map(row => isAnswered ? row : { label: row.label, count: row.count }),
      })),
    },
  }
}

function questionViews(state: TalkState, wanted: (question: AskedQuestion) => boolean): QuestionView[] {
  const rank = { open: 0, answered: 1, hidden: 2 }
  const found = [...state.questions.values()].filter(wanted)
  found.sort((a, b) => rank[a.state] - rank[b.state] || b.voters.size - a.voters.size || a.time - b.time)
  return found.map(({ id, text, voters, state }) => ({ id, text, votes: voters.size, state }))
}

/** How many are lost, each less and less until it is forgotten. */
function lostNow({ lost }: TalkState, now: number): number {
  const sum = [...lost.values()].reduce((all, { time }) => all + Math.max(0, 1 - (now - time) / FADES), 0)
  return Math.ceil(sum)
}

function earlierView({ name, events }: LiveTalk['earlier'][number]): PresenterView['earlier'][number] {
  const { shown } = replay(events)
  return {
    name,
    slide: shown?.slide ?? '',
    number: shown?.number ?? 1,
    seconds: Math.round(shownTimes(events).at(-1)?.end ?? 0),
  }
}
