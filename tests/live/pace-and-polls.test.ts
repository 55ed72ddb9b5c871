import { expect, it } from 'vitest'
import { writtenTalks } from '../../src/talk/log/talk-files.ts'
import { elapsedAt, replay } from '../../src/talk/log/talk-state.ts'
import { planOf } from '../../src/talk/plan.ts'
import { startTalk } from './talk-rig.ts'

// What people know from add-ons for Slidev that keep the pace and that ask the room.

const BEGIN = Date.parse('2026-05-04T09:00:00Z')
const MINUTE = 60_000
type Lecture = Awaited<ReturnType<typeof startTalk>>['lecture']

const stateOf = (lecture: Lecture) => replay(writtenTalks(lecture).at(-1)!.events)

it('pauses hold: over slides, and over a restart of the server', async () => {
  let time = BEGIN
  const { present, restart, lecture } = await startTalk({ now: () => time })
  await present({ do: 'next' })
  time += 5 * MINUTE
  await present({ do: 'pause', on: true })
  time += 3 * MINUTE
  await present({ do: 'next' })
  await restart()
  time += 4 * MINUTE
  expect(elapsedAt(stateOf(lecture), time)).toBe(5 * MINUTE)
  await present({ do: 'pause', on: false })
  time += MINUTE
  expect(elapsedAt(stateOf(lecture), time)).toBe(6 * MINUTE)
})

it('breaks end by the clock, and take no time of the talk, however long they last', async () => {
  let time = BEGIN
  const { present, follow, lecture } = await startTalk({ now: () => time })
  await present({ do: 'next' })
  time += 20 * MINUTE
  await present({ do: 'break', minutes: 15 })
  const follower = await follow()
  expect((await follower.sees(view => view.breakUntil)).breakUntil).toBe(BEGIN + 35 * MINUTE)
  time += 18 * MINUTE
  await present({ do: 'break' })
  await follower.sees(view => view.breakUntil === undefined)
  time += MINUTE
  expect(elapsedAt(stateOf(lecture), time)).toBe(21 * MINUTE)
})

it('an activity has a clock for the room, and does not touch the pace', async () => {
  let time = BEGIN
  const { present, follow, lecture } = await startTalk({ now: () => time })
  await present({ do: 'next' })
  await present({ do: 'timer', minutes: 10, title: 'In pairs' })
  const follower = await follow()
  expect((await follower.sees(view => view.activity)).activity).toMatchObject({ title: 'In pairs', ends: BEGIN + 10 * MINUTE })
  time += 12 * MINUTE
  expect(elapsedAt(stateOf(lecture), time)).toBe(12 * MINUTE)
  await present({ do: 'timer' })
  await follower.sees(view => !view.activity)
})

it('next week has a start of its own', async () => {
  let time = BEGIN
  const { present, lecture } = await startTalk({ now: () => time })
  await present({ do: 'next' })
  time += 40 * MINUTE
  await present({ do: 'end' })
  await present({ do: 'anew' })
  time += 7 * 24 * 60 * MINUTE
  await present({ do: 'continue', name: '2026-05-04' })
  time += 2 * MINUTE
  expect(elapsedAt(stateOf(lecture), time)).toBe(2 * MINUTE)
})

it('slides that were passed over, and those that were left out, are no measure of how long they take', async () => {
  let time = BEGIN
  const { present, lecture } = await startTalk({ now: () => time })
  for (const [slide, seconds] of [['what-is-a-kernel', 40], ['asks', 2], ['counting', 90]] as const) {
    await present({ do: 'go', slide })
    time += seconds * 1000
  }
  await present({ do: 'end' })
  const open = { ...lecture, minutes: undefined }
  const [before, after] = [planOf(open), planOf(open, { talks: writtenTalks(lecture).map(({ events }) => events) })]
  expect([after[0], after[2]]).toEqual([40, 90])
  expect([after[1], after[3]]).toEqual([before[1], before[3]])
})

it('several choices at once, more than one question on a slide, and an answer from each person once', async () => {
  const asks = ':::question{vote=several} Which are in it?\n- [x] memory\n- [x] files\n- [ ] windows\n:::\n\n:::question{vote=words} In a word?\n:::'
  const { present, follow, lecture } = await startTalk({ prepare: ({ slides }) => slides[3]!.content = asks })
  const { id: slide } = lecture.slides[3]!
  await present({ do: 'go', slide })
  const [ann, ben] = [await follow(), await follow()]
  await present({ do: 'vote', vote: `${slide}/1` })
  const { vote } = await ann.sees(view => view.vote)
  const choose = (who: typeof ann, ...ballot: number[]) => who.act({ do: 'ballot', vote: vote.id, round: 1, ballot })
  await choose(ann, 0)
  await choose(ann, 1, 0, 1)
  await choose(ben, 2)
  await ann.sees(view => view.vote.voters === 2)
  await present({ do: 'phase', phase: 'shown' })
  expect((await ann.sees(view => view.vote.rounds)).vote.rounds[0]).toEqual({ voters: 2, rows: [{ label: 'memory', count: 1 }, { label: 'files', count: 1 }, { label: 'windows', count: 1 }] })
  await present({ do: 'vote', vote: `${slide}/2` })
  expect((await ben.sees(view => view.vote.id === `${slide}/2`)).vote).toMatchObject({ kind: 'words', title: 'In a word?', voters: 0 })
})

it('answers are kept by the id of a slide: one that is moved keeps them', async () => {
  const { present, follow, lecture } = await startTalk({ prepare: ({ slides }) => slides[3]!.content = ':::question Which?\n- [ ] this\n- [x] that\n:::' })
  const slide = lecture.slides[3]!
  await present({ do: 'go', slide: slide.id })
  await present({ do: 'vote', vote: `${slide.id}/1` })
  const follower = await follow()
  const { vote } = await follower.sees(view => view.vote)
  await follower.act({ do: 'ballot', vote: vote.id, round: 1, ballot: [1] })
  lecture.slides.splice(1, 0, ...lecture.slides.splice(3, 1))
  lecture.slides.forEach((one, i) => one.number = i + 1)
  expect(stateOf(lecture).votes.get(`${slide.id}/1`)!.rounds[0]!.size).toBe(1)
  await present({ do: 'phase', phase: 'answer' })
  expect((await follower.sees(view => view.vote.phase === 'answer')).vote.rounds[0].rows[1]).toEqual({ label: 'that', count: 1, right: true })
})

it('only who presents opens, closes, shows and answers a vote, and only what is at hand can be answered', async () => {
  const { present, follow, post, lecture } = await startTalk()
  await present({ do: 'next' })
  await present({ do: 'poll', kind: 'one', choices: 3 })
  const follower = await follow()
  const { vote } = await follower.sees(view => view.vote)
  for (const deed of [{ do: 'phase', phase: 'answer' }, { do: 'vote', vote: vote.id }, { do: 'hide', words: 'x', on: true }])
    expect((await post('/live/act', { lecture: lecture.slug, ...deed })).status).toBe(403)
  await present({ do: 'phase', phase: 'away' })
  await present({ do: 'poll', kind: 'number' })
  expect((await follower.act({ do: 'ballot', vote: vote.id, round: 1, ballot: [0] })).body.error).toBe('This vote is closed.')
})
