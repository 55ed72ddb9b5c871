import type { TalkEvent } from './talk-event.ts'

/** A slide on the wall without a break. */
export interface ShownTime {
  slide: string
  /** Seconds of the talk, without pauses. */
  start: number
  end: number
}

/** What a talk showed when; pauses and breaks take no time. */
export function shownTimes(events: readonly TalkEvent[]): ShownTime[] {
  const shown: ShownTime[] = []
  let first: number | undefined
  let stopped = 0
  let stoppedAt: number | undefined
  for (const event of events) {
    const { time } = event
    first ??= event.event === 'start' ? time : undefined
    const now = ((stoppedAt ?? time) - (first ?? time) - stopped) / 1000
    const last = shown.at(-1)
    if (last)
      last.end = Math.max(last.end, now)
    if (event.event === 'enter' || event.event === 'click') {
      first ??= time
      if (last?.slide !== event.slide)
        shown.push({ slide: event.slide, start: now, end: now })
    }
    if (event.event === 'pause' || (event.event === 'break' && event.until !== undefined)) {
      stoppedAt ??= time
    }
    else if (event.event === 'resume' || event.event === 'break' || event.event === 'end') {
      stopped += stoppedAt === undefined ? 0 : time - stoppedAt
      stoppedAt = undefined
    }
  }
  return shown
}

/** Seconds for which each slide was shown, by id. */
export function secondsBySlide(events: readonly TalkEvent[]): Map<string, number> {
  const seconds = new Map<string, number>()
  for (const { slide, start, end } of shownTimes(events))
    seconds.set(slide, (seconds.get(slide) ?? 0) + end - start)
  return seconds
}
