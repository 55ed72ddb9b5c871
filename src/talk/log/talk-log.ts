import type { Problem } from '../../core/errors.ts'
import type { Check } from '../../core/fields.ts'
import type { TalkEvent, TalkEventName } from './talk-event.ts'
import {
  isFlag,
  isListOf,
  isMaybe,
  isNumber,
  isOneOf,
  isString,
  isText,
  isWhole,
  parseObject,
  wrongField,
} from '../../core/fields.ts'
import { voteKinds } from '../../markdown/block-kinds.ts'
import { inkColors, inkTools } from '../../shared/ink.ts'
import {
  blanks,
  questionStates,
  switches,
  talkEvents,
  votePhases,
} from './talk-event.ts'

const paper = { slide: isText(), board: isMaybe(isWhole(0)) }
const position = { slide: isText(), number: isWhole(1), click: isWhole(0) }

/** What the line of each event holds. */
const FIELDS: Record<TalkEventName, Record<string, Check>> = {
  'enter': position,
  'click': position,
  'mark': position,
  'pause': {},
  'resume': {},
  'end': {},
  'start': { lecture: isText(), title: isString, continues: isMaybe(isText()) },
  'blank': { color: isOneOf(blanks) },
  'freeze': { on: isFlag },
  'break': { until: isMaybe(isNumber()) },
  'timer': { id: isMaybe(isText()), title: isMaybe(isString), seconds: isMaybe(isWhole(0)) },
  'switch': { name: isOneOf(switches), on: isFlag },
  'leave-out': { slides: isListOf(isText()) },
  'vote': { vote: isText(), round: isWhole(1), slide: isText(), asks: isQuestion },
  'phase': { vote: isText(), phase: isOneOf(votePhases) },
  'ballot': { vote: isText(), round: isWhole(1), voter: isText(), ballot: isBallot },
  'hide': { vote: isText(), words: isText(), on: isFlag },
  'question': { ...position, id: isText(), text: isText(), voter: isText() },
  'support': { question: isText(), voter: isText(), on: isFlag },
  'moderate': { question: isText(), state: isOneOf(questionStates) },
  'lost': { voter: isText(), slide: isText() },
  'done': { voter: isText(), timer: isText() },
  'ink': {
    ...paper,
    stroke: isText(),
    click: isWhole(0),
    color: isOneOf(inkColors),
    tool: isOneOf(inkTools),
    width: isNumber(1),
    from: isWhole(0),
    points: isListOf(isNumber()),
  },
  'erase': { ...paper, strokes: isListOf(isText()), on: isFlag, undo: isMaybe(isFlag) },
  'board': { slide: isText(), board: isWhole(0) },
  'zoom': { scale: isNumber(1), x: isNumber(0, 1), y: isNumber(0, 1) },
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
    const event = parseObject(raw)
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

function faultOf({ time, event, ...fields }: Record<string, unknown>): string | undefined {
  if (typeof time !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(time) || Number.isNaN(Date.parse(time)))
    return '"time" is not a date and time such as 2026-05-04T09:15:02.500Z'
  if (!talkEvents.includes(event as TalkEventName))
    return `"event" is none that a talk has: ${JSON.stringify(event)}`
  const wrong = wrongField(fields, FIELDS[event as TalkEventName])
  return wrong && `"${wrong}" of this "${String(event)}" cannot be read`
}

function isQuestion(value: unknown): boolean {
  const checks = {
    kind: isOneOf(voteKinds),
    title: isString,
    choices: isListOf(isString),
    right: isListOf(isWhole(0)),
  }
  return wrongField((value ?? {}) as Record<string, unknown>, checks) === undefined
}

function isBallot(value: unknown): boolean {
  return isText()(value) || isNumber()(value) || isListOf(isWhole(0))(value)
}
