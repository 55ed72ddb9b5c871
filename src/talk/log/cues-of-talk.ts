import type { NewCueLog } from '../cue-log.ts'
import type { Position, TalkEvent } from './talk-event.ts'

/**
 * The cue log of a talk that was recorded: what was shown when, marks, questions, and the pauses and breaks that are no
 * part of the recording. Questions that were hidden from the room stay hidden.
 */
export function cuesOfTalk(talk: readonly TalkEvent[]): NewCueLog {
  const events: NewCueLog['events'] = []
  let at: Position | undefined
  let isPaused = false
  const hidden = new Set(hiddenQuestions(talk))
  const push = (time: number, event: NewCueLog['events'][number]['event'], text?: string) => {
    if (at)
      events.push({ time, slide: at.slide, number: at.number, click: at.click, event, ...text && { text } })
  }
  const setPaused = (time: number, paused: boolean) => {
    if (paused !== isPaused && at)
      push(time, paused ? 'pause' : 'resume')
    isPaused = paused
  }
  for (const event of talk) {
    const { time } = event
    switch (event.event) {
      case 'enter':
      case 'click':
        at = event
        push(time, event.event)
        break
      case 'mark':
        push(time, event.event)
        break
      case 'question':
        if (!hidden.has(event.id))
          push(time, event.event, event.text)
        break
      case 'pause':
      case 'resume':
        setPaused(time, event.event === 'pause')
        break
      case 'break':
        setPaused(time, event.until !== undefined)
        break
    }
  }
  return { recording: { offset: 0, drift: 0, trim: [] }, events }
}

/** Ids of the questions that nobody shall see in the end. */
function hiddenQuestions(talk: readonly TalkEvent[]): string[] {
  const states = new Map(talk.flatMap(event =>
    event.event === 'moderate' ? [[event.question, event.state] as const] : []))
  return [...states].filter(([, state]) => state === 'hidden').map(([id]) => id)
}
