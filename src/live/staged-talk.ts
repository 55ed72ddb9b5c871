import type { RoomSlides } from './frozen/room-slides.ts'
import type { LiveTalk } from './live-talk.ts'
import type { Streams } from './streams.ts'
import { message } from './streams.ts'

/** A talk with everybody who watches it. */
export interface Staged {
  talk: LiveTalk
  presenters: Streams
  walls: Streams
  slides?: RoomSlides
  /** Why its slides cannot be shown to the room. */
  failure?: string
}

/** The step that the room sees, with its place. */
export function slideMessage({ talk, slides }: Staged): string | undefined {
  const { shown, switches } = talk.state
  const markup = shown && switches.follow ? slides?.markup(shown.number, shown.click) : undefined
  return markup && message('slide', { number: shown!.number, click: shown!.click, ...markup })
}

/** Whether the room has seen a step, and may see it again. */
export function wasShown({ lecture, state }: LiveTalk, number: number, click: number): boolean {
  const id = lecture.slides[number - 1]?.id
  const highest = id === undefined ? undefined : state.seen.get(id)
  return state.switches.follow && highest !== undefined && Number.isInteger(click) && click >= 0 && click <= highest
}
