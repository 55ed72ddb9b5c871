import fs from 'node:fs/promises'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toolkitRoot } from '../../src/core/toolkit.ts'
import { cueEvents, formatCueLog, parseCueLog } from '../../src/talk/cue-log.ts'
import { eventsOfLecture } from '../../src/talk/cues-of-lecture.ts'
import { longestRun } from '../../src/talk/order.ts'
import { readFixture, recordedLecture, sentences } from './read-fixture.ts'

it('names every broken line and keeps the sound ones', async () => {
  const { events, problems } = parseCueLog(await readFixture('logs/broken-lines.jsonl'), 'talk.cues.jsonl')
  expect(events.map(({ line }) => line)).toEqual([1, 10])
  expect(sentences(problems)).toMatchInlineSnapshot(`
    "
    talk.cues.jsonl:2: This line is not a JSON object; the line is left out.
        Fix the line, e.g. {"time":"2026-05-04T09:15:02.500Z","slide":"intro","number":1,"click":0,"event":"enter"}, or remove it.
    talk.cues.jsonl:3: "time" must be a date and time such as 2026-05-04T09:15:02.500Z, but it is "nine"; the line is left out.
        Fix the line, e.g. {"time":"2026-05-04T09:15:02.500Z","slide":"intro","number":1,"click":0,"event":"enter"}, or remove it.
    talk.cues.jsonl:4: "slide" must be the id of a slide, but it is missing; the line is left out.
        Fix the line, e.g. {"time":"2026-05-04T09:15:02.500Z","slide":"intro","number":1,"click":0,"event":"enter"}, or remove it.
    talk.cues.jsonl:5: "number" must be the number of the slide, but it is 0; the line is left out.
        Fix the line, e.g. {"time":"2026-05-04T09:15:02.500Z","slide":"intro","number":1,"click":0,"event":"enter"}, or remove it.
    talk.cues.jsonl:6: "click" must be a whole number from 0, but it is -1; the line is left out.
        Fix the line, e.g. {"time":"2026-05-04T09:15:02.500Z","slide":"intro","number":1,"click":0,"event":"enter"}, or remove it.
    talk.cues.jsonl:7: "event" must be one of enter, click, pause, resume, mark, question, unsure, but it is "clik" (did you mean click?); the line is left out.
        Fix the line, e.g. {"time":"2026-05-04T09:15:02.500Z","slide":"intro","number":1,"click":0,"event":"enter"}, or remove it.
    talk.cues.jsonl:9: This line is not a JSON object; the line is left out.
        Fix the line, e.g. {"time":"2026-05-04T09:15:02.500Z","slide":"intro","number":1,"click":0,"event":"enter"}, or remove it.
    talk.cues.jsonl:11: "recording" belongs on the first line; the line is left out.
        Write it again with npm run cues and --offset, --drift or --trim.
    "
  `)
})

it('leaves out the lines whose time goes backwards, and only those', async () => {
  const { events, problems } = parseCueLog(await readFixture('logs/backwards.jsonl'), 'talk.cues.jsonl')
  expect(events.map(({ line }) => line)).toEqual([2, 4, 6])
  expect(sentences(problems)).toMatchInlineSnapshot(`
    "
    talk.cues.jsonl:1: "offset" and "drift" must be seconds; the line is left out.
        Write it again with npm run cues and --offset, --drift or --trim.
    talk.cues.jsonl:3: The time goes backwards: it does not fit between its neighbours; the line is left out.
        Fix its time or remove it.
    talk.cues.jsonl:5: The time goes backwards: it does not fit between its neighbours; the line is left out.
        Fix its time or remove it.
    "
  `)
})

it('says what a changed lecture does to a log', async () => {
  const { events } = parseCueLog(await readFixture('logs/changed-lecture.jsonl'), 'talk.cues.jsonl')
  const known = eventsOfLecture(events, await recordedLecture(), 'talk.cues.jsonl')
  expect(known.events.map(({ line }) => line)).toEqual([1, 4, 5, 6, 7])
  expect(sentences(known.problems)).toMatchInlineSnapshot(`
    "
    talk.cues.jsonl:2: The lecture has no slide "ask"; this line and 1 more are left out.
        If the slide has a new id, run: npm run cues -- what-is-a-kernel --rename ask=asks --write
    talk.cues.jsonl:5: This "resume" has no "pause" before it; it changes nothing.
        Remove the line, or add the "pause" that it ends.
    talk.cues.jsonl:6: This "pause" has no "resume" after it; it is ignored.
        Add a line with "resume" at the time at which the recording went on.
    "
  `)
})

it('reads back what it writes', () => {
  const event = fc.record({
    time: fc.integer({ min: 0, max: 4e12 }),
    slide: fc.stringMatching(/^\p{L}[\p{L}\p{N}_-]{0,20}$/u),
    number: fc.integer({ min: 1, max: 500 }),
    click: fc.nat(40),
    event: fc.constantFrom(...cueEvents),
  })
  fc.assert(fc.property(fc.array(event, { maxLength: 20 }), fc.integer({ min: -1e6, max: 1e6 }), (events, offset) => {
    events.sort((a, b) => a.time - b.time)
    const recording = { offset: offset / 1000, drift: -1.25, trim: [[0, 8], [60.5, 70]] as [number, number][] }
    const read = parseCueLog(formatCueLog({ recording, events }), 'x')
    expect(read.problems).toEqual([])
    expect(read.recording).toEqual(recording)
    expect(read.events.map(({ line, ...event }) => event)).toEqual(events)
  }))
})

it('finds a run that never goes down and is as long as can be', () => {
  const longest = (numbers: number[]): number => Math.max(0, ...numbers.map((number, i) => 1 + longest(numbers.slice(i + 1).filter(other => other >= number))))
  fc.assert(fc.property(fc.array(fc.nat(9), { maxLength: 9 }), (numbers) => {
    const run = longestRun(numbers)
    const kept = numbers.filter((_, i) => run.has(i))
    expect(kept).toEqual([...kept].sort((a, b) => a - b))
    expect(kept).toHaveLength(longest(numbers))
  }))
})

it('has a schema that every line which it writes meets', async () => {
  const schema = JSON.parse(await fs.readFile(path.join(toolkitRoot, 'docs/cue-log.schema.json'), 'utf8')) as object
  const meets = new Ajv2020().compile(schema)
  const events = cueEvents.map((event, i) => ({ time: i, slide: 'a', number: 1, click: 0, event, confidence: i / 10 }))
  const lines = formatCueLog({ recording: { offset: 1, drift: 0, trim: [[0, 8]] }, events }).trim().split('\n')
  for (const line of lines)
    expect(meets(JSON.parse(line)), line).toBe(true)
  expect(meets({ time: 'nine', slide: 'a', number: 1, click: 0, event: 'enter' })).toBe(false)
})
