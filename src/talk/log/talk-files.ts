import type { Problem } from '../../core/errors.ts'
import type { Lecture } from '../../course/course.ts'
import type { TalkEvent } from './talk-event.ts'
import type { TalkInk } from './talk-ink.ts'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseTalkLog } from './talk-log.ts'
import { replay } from './talk-state.ts'

/** A talk of a lecture as it was written down. */
export interface WrittenTalk {
  file: string
  /** Such as `2026-05-04`, or `2026-05-04-2` for the second of a day. */
  name: string
  events: TalkEvent[]
  problems: Problem[]
}

/** The talks of a lecture beside its file, the oldest first. One that cannot be read is none. */
export function writtenTalks({ file }: Lecture): WrittenTalk[] {
  const folder = path.dirname(file)
  const prefix = `${path.basename(file, '.md')}.talk-`
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.filter(name => name.startsWith(prefix) && name.endsWith('.jsonl')).flatMap((name) => {
    const file = path.join(folder, name)
    try {
      return [{ file, name: name.slice(prefix.length, -6), ...parseTalkLog(readFileSync(file, 'utf8'), file) }]
    }
    catch {
      return []
    }
  }).sort((a, b) => startOf(a) - startOf(b))
}

/** The file of a new talk of a lecture, by the day where it is held. */
export function newTalkFile({ file }: Lecture, time: number): string {
  const date = new Date(time)
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map(part => String(part).padStart(2, '0'))
    .join('-')
  const base = `${file.replace(/\.md$/, '')}.talk-${day}`
  for (let i = 1; ; i++) {
    const name = i === 1 ? `${base}.jsonl` : `${base}-${i}.jsonl`
    if (!existsSync(name))
      return name
  }
}

/** The talk that a talk goes on with, where it does. */
export function talkBefore(events: readonly TalkEvent[], talks: readonly WrittenTalk[]): WrittenTalk | undefined {
  const start = events.find(event => event.event === 'start')
  return talks.find(({ name }) => start?.event === 'start' && name === start.continues)
}

/** What was drawn in the talks that a talk goes on with. */
export function inkBefore(events: readonly TalkEvent[], talks: readonly WrittenTalk[]): TalkInk | undefined {
  const before = talkBefore(events, talks)
  if (!before)
    return
  // Each is looked for among the others only: two that name each other end.
  const others = talks.filter(talk => talk !== before)
  return replay(before.events, inkBefore(before.events, others)).ink
}

function startOf({ events }: WrittenTalk): number {
  return events[0]?.time ?? 0
}
