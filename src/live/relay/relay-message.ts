import type { Check } from '../../core/fields.ts'
import type { InkMessage } from '../../shared/ink-pages.ts'
import type { InkPage } from '../../shared/ink.ts'
import type { FollowerView, SlideMarkup } from '../../shared/live.ts'
import type { FollowerAction } from '../actions.ts'
import {
  isFlag,
  isListOf,
  isMaybe,
  isNumber,
  isOneOf,
  isString,
  isText,
  isWhole,
  wrongField,
} from '../../core/fields.ts'
import { blanks } from '../../talk/log/talk-event.ts'

/** What the laptop of a talk sends to its relay. */
export type ToRelay
  /** With the step at hand where the relay has it not yet: it is there a way sooner. */
  = | { kind: 'view', view: FollowerView, slide?: RelayedSlide }
    | { kind: 'slide', talk: string } & RelayedSlide
    /** Bytes as base64. */
    | { kind: 'file', talk: string, path: string, bytes: string }
    /** What is drawn on a page that was shown, and a change of it. */
    | { kind: 'page', talk: string, number: number, board: number, page: InkPage }
    | { kind: 'ink', talk: string, message: InkMessage }
    | { kind: 'done', id: number, wrong?: string }

/** A step as the room sees it. */
export interface RelayedSlide { number: number, click: number, markup: SlideMarkup }

/** What somebody in the room wants, as the relay hands it on. */
export interface RelayedAct { id: number, action: FollowerAction, voter: string }

function isObject(checks: Record<string, Check>): Check {
  return value =>
    typeof value === 'object' && value !== null && wrongField(value as Record<string, unknown>, checks) === undefined
}
const isPair: Check = value => isListOf(isWhole(0))(value) && (value as number[]).length === 2
const isPlace = isObject({ number: isWhole(1), click: isWhole(0), board: isMaybe(isWhole(0)) })

const isView = isObject({
  talk: isText(),
  now: isNumber(),
  at: isMaybe(isPlace),
  title: isString,
  blank: isOneOf(blanks),
  seen: isListOf(isPair),
  boards: isListOf(isPair),
  ink: isListOf(isListOf(isWhole(0))),
  switches: isObject({ follow: isFlag, ask: isFlag, vote: isFlag }),
  questions: isListOf(isObject({ id: isText(), text: isText(), votes: isWhole(0) })),
  ready: isFlag,
})
const isMarkup = isObject({ html: isString, style: isString, width: isNumber(1), height: isNumber(1), title: isString })
const STEP = { number: isWhole(1), click: isWhole(0), markup: isMarkup }
const isStroke = isObject({ id: isText(), points: isListOf(isNumber()) })
const isPage = isObject({ version: isWhole(0), strokes: isListOf(isStroke) })
const isChange: Check = value => isObject({ strokes: isListOf(isText()), on: isFlag })(value)
  || isObject({ stroke: isText(), from: isWhole(0), click: isWhole(0), points: isListOf(isNumber()) })(value)
const isInk = isObject({ number: isWhole(1), board: isWhole(0), version: isWhole(0), change: isChange })

const FIELDS: Record<ToRelay['kind'], Record<string, Check>> = {
  view: { view: isView, slide: isMaybe(isObject(STEP)) },
  slide: { talk: isText(), ...STEP },
  file: { talk: isText(), path: isText(), bytes: isString },
  page: { talk: isText(), number: isWhole(1), board: isWhole(0), page: isPage },
  ink: { talk: isText(), message: isInk },
  done: { id: isWhole(0), wrong: isMaybe(isString) },
}

/** What a laptop sends; undefined where it is no such message. */
export function readToRelay(message: Record<string, unknown>): ToRelay | undefined {
  const checks = Object.hasOwn(FIELDS, String(message.kind)) ? FIELDS[message.kind as ToRelay['kind']] : undefined
  return checks && wrongField(message, checks) === undefined ? message as unknown as ToRelay : undefined
}
