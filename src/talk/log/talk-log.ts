import type { Problem } from '../../core/errors.ts'
import type { TalkEvent, TalkEventName } from './talk-event.ts'
import {
  blanks,
  questionStates,
  switches,
  talkEvents,
  voteKinds,
  votePhases,
} from './talk-event.ts'

type Check = (value: unknown) => boolean

const text: Check = value => typeof value === 'string' && value !== ''
const whole = (from: number): Check => value => Number.isSafeInteger(value) && (value as number) >= from
const flag: Check = value => typeof value === 'boolean'
const time: Check = value => typeof value === 'number' && Number.isFinite(value)
const oneOf = (names: readonly string[]): Check => value => names.includes(value as string)
const listOf = (check: Check): Check => value => Array.isArray(value) && value.every(check)
const maybe = (check: Check): Check => value => value === undefined || check(value)
const position = { slide: text, number: whole(1), click: whole(0) }

/** What the line of each event holds. */
const FIELDS: Record<TalkEventName, Record<string, Check>> = {
  'enter': position,
  'click': position,
  'mark': position,
  'pause': {},
  'resume': {},
  'end': {},
  'start': { lecture: text, title: value => typeof value === 'string', continues: maybe(text) },
  'blank': { color: oneOf(blanks) },
  'freeze': { on: flag },
  'break': { until: maybe(time) },
  'timer': { id: maybe(text), title: maybe(value => typeof value === 'string'), seconds: maybe(whole(0)) },
  'switch': { name: oneOf(switches), on: flag },
  'leave-out': { slides: listOf(text) },
  'vote': { vote: text, round: whole(1), slide: text, asks: isQuestion },
  'phase': { vote: text, phase: oneOf(votePhases) },
  'ballot': { vote: text, round: whole(1), voter: text, ballot: isBallot },
  'question': { ...position, id: text, text, voter: text },
  'support': { question: text, voter: text, on: flag },
  'moderate': { question: text, state: oneOf(questionStates) },
  'lost': { voter: text, slide: text },
  'done': { voter: text, timer: text },
}

/**
 * Reads what is written of a talk: a line of JSON an event. What is not sound is left out and named; a last line
 * without an end is what a crash cuts, and is left out without a word.
 */
export function parseTalkLog(content: string, file: string): { events: TalkEvent[], problems: Problem[] } {
  const events: TalkEvent[] = []
  const problems: Problem[] = []
  const lines = content.replace(/^\uFEFF/, '').split('\n')
  for (const [i, raw] of lines.entries()) {
    if (!raw.trim())
      continue
    const event = parseLine(raw)
    const fault = event ? faultOf(event) : 'This line is not a JSON object'
    if (!fault) {
      events.push({ ...event, time: Date.parse(event!.time as string) } as unknown as TalkEvent)
    }
    else if (i < lines.length - 1) {
      const hint = 'Nothing else is lost; remove the line, or mend it.'
      problems.push({ message: `${fault}; the line is left out.`, hint, file, line: i + 1 })
    }
  }
  return { events, problems }
}

/** The line of an event, with its end. */
export function formatTalkEvent({ time, ...event }: TalkEvent): string {
  return `${JSON.stringify({ time: new Date(time).toISOString(), ...event })}\n`
}

function parseLine(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return value && typeof value === 'object' && !Array.isArray(value) ? value as Record<string, unknown> : undefined
  }
  catch {}
}

function faultOf({ time, event, ...fields }: Record<string, unknown>): string | undefined {
  if (typeof time !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(time) || Number.isNaN(Date.parse(time)))
    return '"time" is not a date and time such as 2026-05-04T09:15:02.500Z'
  if (!talkEvents.includes(event as TalkEventName))
    return `"event" is none that a talk has: ${JSON.stringify(event)}`
  const wrong = Object.entries(FIELDS[event as TalkEventName]).find(([name, check]) => !check(fields[name]))
  return wrong && `"${wrong[0]}" of this "${String(event)}" cannot be read`
}

function isQuestion(value: unknown): boolean {
  const { kind, title, choices, right } = (value ?? {}) as Record<string, unknown>
  const isText: Check = value => typeof value === 'string'
  return oneOf(voteKinds)(kind) && isText(title) && listOf(isText)(choices) && listOf(whole(0))(right)
}

function isBallot(value: unknown): boolean {
  return text(value) || time(value) || listOf(whole(0))(value)
}
