import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cueTable } from '../../src/cli/cue-table.ts'
import { talkTable } from '../../src/cli/talk-table.ts'
import { leaveOut, paceOf } from '../../src/shared/pace.ts'
import { importTimes } from '../../src/talk/import-times.ts'
import { shownTimes } from '../../src/talk/log/shown-times.ts'
import { newTalkFile, writtenTalks } from '../../src/talk/log/talk-files.ts'
import { formatTalkEvent, parseTalkLog } from '../../src/talk/log/talk-log.ts'
import { elapsedAt, replay } from '../../src/talk/log/talk-state.ts'
import { planOf } from '../../src/talk/plan.ts'
import { runCues } from '../../src/talk/run-cues.ts'
import { runTalk } from '../../src/talk/run-talk.ts'
import { recordedLecture, sentences, talksCourse } from './read-fixture.ts'

process.env.TZ = 'UTC'
const BEGIN = Date.parse('2026-05-04T09:15:00.000Z')
const at = (seconds: number) => BEGIN + seconds * 1000
const place = (slide: string, number: number, click = 0) => ({ slide, number, click })
const asks = { kind: 'one', title: 'Which?', choices: ['a', 'b'], right: [1] } as const
const talk = [
  { time: at(0), event: 'start', lecture: 'what-is-a-kernel', title: 'What is a kernel?' },
  { time: at(0), event: 'enter', ...place('what-is-a-kernel', 1) },
  { time: at(30), event: 'enter', ...place('asks', 2) },
  { time: at(60), event: 'click', ...place('asks', 2, 1) },
  { time: at(70), event: 'lost', voter: 'v1', slide: 'asks' },
  { time: at(80), event: 'question', ...place('asks', 2, 1), id: 'q1', text: 'Why <b>?', voter: 'v2' },
  { time: at(81), event: 'support', question: 'q1', voter: 'v1', on: true },
  { time: at(90), event: 'break', until: at(690) },
  { time: at(700), event: 'break' },
  { time: at(710), event: 'enter', ...place('counting', 3) },
  { time: at(720), event: 'vote', vote: 'counting/1', round: 1, slide: 'counting', asks },
  { time: at(721), event: 'ballot', vote: 'counting/1', round: 1, voter: 'v1', ballot: [0] },
  { time: at(722), event: 'ballot', vote: 'counting/1', round: 1, voter: 'v1', ballot: [1] },
  { time: at(723), event: 'ballot', vote: 'counting/1', round: 1, voter: 'v2', ballot: [0] },
  { time: at(730), event: 'phase', vote: 'counting/1', phase: 'closed' },
  { time: at(740), event: 'mark', ...place('counting', 3) },
  { time: at(800), event: 'end' },
] as Parameters<typeof formatTalkEvent>[0][]
const text = talk.map(formatTalkEvent).join('')

let root: string
let file: string

beforeEach(async () => {
  root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-talk-'))
  await fs.cp(talksCourse, root, { recursive: true })
  file = path.join(root, 'slides/01-what-is-a-kernel.talk-2026-05-04.jsonl')
  await fs.writeFile(file, text)
})

afterEach(() => fs.rm(root, { recursive: true }))

it('reads back what it writes', () => {
  expect(parseTalkLog(text, 'talk.jsonl')).toEqual({ events: talk, problems: [] })
})

it('loses one line, at most, wherever a crash cuts it, and says nothing of it', () => {
  for (let cut = 0; cut < text.length; cut += 7) {
    const { events, problems } = parseTalkLog(text.slice(0, cut), 'talk.jsonl')
    const whole = text.slice(0, cut).split('\n').length - 1
    expect([whole, whole + 1]).toContain(events.length)
    expect(problems).toEqual([])
    expect(() => replay(events)).not.toThrow()
  }
})

it('leaves out what is not sound, and names it', () => {
  const broken = [
    '{ no json',
    '{"time":"yesterday","event":"end"}',
    '{"time":"2026-05-04T09:15:00.000Z","event":"dance"}',
    '{"time":"2026-05-04T09:15:00.000Z","event":"enter","slide":"asks","number":0,"click":0}',
    '{"time":"2026-05-04T09:15:00.000Z","event":"end"}',
    '',
  ].join('\n')
  const { events, problems } = parseTalkLog(broken, '/talk.jsonl')
  expect(events).toHaveLength(1)
  expect(sentences(problems)).toMatchInlineSnapshot(`
    "
    /talk.jsonl:1: This line is not a JSON object; the line is left out.
        Nothing else is lost; remove the line, or mend it.
    /talk.jsonl:2: "time" is not a date and time such as 2026-05-04T09:15:02.500Z; the line is left out.
        Nothing else is lost; remove the line, or mend it.
    /talk.jsonl:3: "event" is none that a talk has: "dance"; the line is left out.
        Nothing else is lost; remove the line, or mend it.
    /talk.jsonl:4: "number" of this "enter" cannot be read; the line is left out.
        Nothing else is lost; remove the line, or mend it.
    "
  `)
})

it('adds events up: the clock stands still in a break, a voter counts once, in the last choice', () => {
  const state = replay(talk)
  expect(elapsedAt(state, at(900))).toBe((900 - 610) * 1000)
  expect(state.shown).toMatchObject(place('counting', 3))
  expect(Object.fromEntries(state.votes.get('counting/1')!.rounds[0]!)).toEqual({ v1: [1], v2: [0] })
  expect(state.questions.get('q1')!.voters.size).toBe(2)
  expect(shownTimes(talk)).toEqual([
    { slide: 'what-is-a-kernel', start: 0, end: 30 },
    { slide: 'asks', start: 30, end: 100 },
    { slide: 'counting', start: 100, end: 190 },
  ])
})

it('becomes the cue log of its recording in one command, without the break', async () => {
  await fs.rm(path.join(root, 'slides/01-what-is-a-kernel.cues.jsonl'))
  const report = await runCues({ root, slug: 'what-is-a-kernel', at: [], offset: '12.5', talk: file, write: true, strict: false })
  expect(cueTable(report).replaceAll(root, '')).toMatchInlineSnapshot(`
    "What is a kernel?
    offset 12.5 s, drift 0 s an hour, nothing cut, video 1:20

      0:12    1  What is a kernel?  what-is-a-kernel
      0:42    2  Programs ask, the kernel answers  asks
      1:12    2  click 1  Programs ask, the kernel answers

    warning /slides/01-what-is-a-kernel.md:1: The lecture has a video but no cue log; its slides do not follow the video.
        Make one from a list of times: npm run cues -- what-is-a-kernel --import FILE --write

    Written: /slides/01-what-is-a-kernel.cues.jsonl"
  `)
  expect(await fs.readFile(report.file, 'utf8')).toContain('"event":"pause"')
})

it('does not put itself in the place of a cue log that is there, and says where a file is missing', async () => {
  const run = (talk: string) => runCues({ root, slug: 'what-is-a-kernel', at: [], talk, write: true, strict: false })
  await expect(run(file)).rejects.toThrow('There is a cue log already')
  await fs.rm(path.join(root, 'slides/01-what-is-a-kernel.cues.jsonl'))
  await expect(run(path.join(root, 'nothing.jsonl'))).rejects.toThrow('There is no file')
})

it('is shown by slide beside the plan, with what the room said', async () => {
  const report = await runTalk(root, 'what-is-a-kernel')
  expect(talkTable(report).replaceAll(root, '')).toMatchInlineSnapshot(`
    "What is a kernel?
    4 May 2026 at 09:15, 3:10 of 20:01 −17 min
    /slides/01-what-is-a-kernel.talk-2026-05-04.jsonl

        1     0:30 of  2:15 −2 min  What is a kernel?
        2     1:10 of  3:41 −3 min  Programs ask, the kernel answers  1 lost
        3     1:30 of  7:27 −6 min  How much does a call cost?  1 marked
        4     0:00 of  3:55  One line of C is one call
        5     0:00 of  2:43  The kernel is a library with a door

    Questions
        2  Why <b>?

    Which?
      2 voted
       50 %    1  a
       50 %    1  b  right"
  `)
  expect(report.slides.map(({ seconds }) => seconds)).toEqual([30, 70, 90, 0, 0])
  await expect(runTalk(root, 'what-is-a-kernel', '2026-05-05')).rejects.toThrow('of 2026-05-05 is written down')
  await expect(runTalk(root, 'containers')).rejects.toThrow('No talk of "containers" is written down.')
  await expect(runTalk(root, 'contaners')).rejects.toThrow('There is no lecture "contaners".')
})

it('gives each talk of a day a file of its own', async () => {
  const lecture = { ...await recordedLecture(), file: path.join(root, 'slides/01-what-is-a-kernel.md') }
  expect(path.basename(newTalkFile(lecture, BEGIN))).toBe('01-what-is-a-kernel.talk-2026-05-04-2.jsonl')
  expect(writtenTalks(lecture).map(({ name }) => name)).toEqual(['2026-05-04'])
})

it('plans by minutes, and by earlier talks where there were some', async () => {
  const lecture = await recordedLecture()
  const sum = (seconds: number[]) => seconds.reduce((a, b) => a + b)
  const slides = lecture.slides.map((slide, i) => ({ ...slide, minutes: i === 2 ? 5 : undefined }))
  const plan = planOf({ ...lecture, slides, minutes: 20 })
  expect(plan[2]).toBe(300)
  expect(Math.abs(sum(plan) - 1200)).toBeLessThan(4)
  const measured = planOf({ ...lecture, minutes: undefined, slides: slides.map(slide => ({ ...slide, minutes: undefined })) }, { talks: [talk] })
  expect(measured.slice(0, 3)).toEqual([30, 70, 90])
})

it('reads what the add-on pacer exports, and numbers of slides', async () => {
  const lecture = await recordedLecture()
  const starts = (text: string) => importTimes(text, lecture, 'times').events.map(({ time, slide }) => `${time / 1000} ${slide}`)
  const visits = [{ slideNumber: 1, title: 'Intro', startedAt: 5000, endedAt: 15000 }, { slideNumber: 2, title: '?', startedAt: 15000, endedAt: 20000 }]
  expect(starts(JSON.stringify({ version: 2, visits }))).toEqual(['0 what-is-a-kernel', '10 asks'])
  const slideData = [{ slideNumber: 1, actualTimeSeconds: 12 }, { slideNumber: 2, actualTimeSeconds: 0 }, { slideNumber: 3, actualTimeSeconds: 30 }]
  expect(starts(JSON.stringify({ slideData }))).toEqual(['0 what-is-a-kernel', '12 counting'])
  expect(starts('0:00 1\n0:42.5 3\n')).toEqual(['0 what-is-a-kernel', '42.5 counting'])
})

it('foretells the end by the plan and by how fast it went', () => {
  const planned = [60, 60, 60, 60]
  expect(paceOf({ planned, at: 2, onSlide: 0, elapsed: 120 })).toEqual({ total: 240, planned: 120, end: 240, founded: true })
  // Who hurries over the first slides is not told in seconds that it will end early.
  expect(paceOf({ planned: planned.map(seconds => seconds * 10), at: 2, onSlide: 0, elapsed: 90 }).founded).toBe(false)
  expect(paceOf({ planned, at: 1, onSlide: 0, elapsed: 59 }).founded).toBe(false)
  expect(paceOf({ planned, at: 2, onSlide: 0, elapsed: 180 }).end).toBeGreaterThan(320)
  expect(leaveOut({ planned, at: 1, onSlide: 60, elapsed: 180 }, [0, 2, 3], 240)).toEqual([2, 3])
  expect(leaveOut({ planned, at: 1, onSlide: 60, elapsed: 120 }, [2, 3], 240)).toEqual([])
})

it.each([
  ['slower all along', [69, 205, 140, 270, 105]],
  ['with a question in the middle', [58, 185, 145, 236, 95]],
  ['faster', [50, 155, 104, 205, 80]],
])('foretells at half time, within 5 percent, when a talk ends that goes on: %s', async (_, seconds) => {
  const lecture = { ...await recordedLecture(), minutes: undefined }
  const before = [60, 180, 120, 240, 90]
  const ids = lecture.slides.map(({ id }) => id)
  const planned = planOf(lecture, { talks: [enters(ids, before)] })
  expect(planned).toEqual(before)
  const end = seconds.reduce((a, b) => a + b)
  const starts = seconds.map((_, i) => seconds.slice(0, i).reduce((a, b) => a + b, 0))
  const slide = starts.findLastIndex(start => start <= end / 2)
  const pace = paceOf({ planned, at: slide, onSlide: end / 2 - starts[slide]!, elapsed: end / 2 })
  expect(Math.abs(pace.end - end) / end).toBeLessThan(0.05)
})

it.each([['autumn', 'spring'], ['spring', 'autumn']])('foretells at half time, within 5 percent, when a talk ends that was written down, by one before it (%s, then %s)', async (before, after) => {
  const lecture = { ...await recordedLecture(), minutes: undefined }
  const [earlier, later] = await Promise.all([before, after].map(async name => parseTalkLog(await fs.readFile(`tests/fixtures/talks/${name}.talk.jsonl`, 'utf8'), name).events))
  const shown = shownTimes(later!)
  const end = shown.at(-1)!.end
  const now = shown.find(({ end: until }) => until > end / 2)!
  const pace = paceOf({
    planned: planOf(lecture, { talks: [earlier!] }),
    at: lecture.slides.findIndex(({ id }) => id === now.slide),
    onSlide: end / 2 - now.start,
    elapsed: end / 2,
  })
  expect(Math.abs(pace.end - end) / end).toBeLessThan(0.05)
})

/** A talk that shows slides for so many seconds each. */
function enters(ids: readonly string[], seconds: readonly number[]): typeof talk {
  let now = 0
  const events = ids.map((id, i) => {
    const event = { time: at(now), event: 'enter' as const, ...place(id, i + 1) }
    now += seconds[i]!
    return event
  })
  return [...events, { time: at(now), event: 'end' }]
}
