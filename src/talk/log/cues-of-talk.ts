import type { NewCueLog } from '../cue-log.ts'
import type { Position, TalkEvent } from './talk-event.ts'

/**
 * The cue log of a talk that was recorded: what was shown when, marks, questions, and the pauses and breaks that are no
 * part of the recording.
 */
export function cuesOfTalk(talk: readonly TalkEvent[]): NewCueLog {
  const events: NewCueLog['events'] = []
  let at: Position | undefined
  let isPaused = false
  const push = (time: number, event: NewCueLog['events'][number]['event']) => {
    if (at)
      events.push({ time, slide: at.slide, number: at.number, click: at.click, event })
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
      case 'question':
        push(time, event.event)
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
