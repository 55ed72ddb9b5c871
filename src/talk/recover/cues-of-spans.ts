import type { Lecture } from '../../course/course.ts'
import type { NewCueLog } from '../cue-log.ts'
import type { DeckState } from './deck-states.ts'
import type { Span } from './spans.ts'
import { roundTime } from '../../shared/time.ts'
import { untouched } from '../cue-log.ts'

/** The cue log of a recording whose parts are known: its times begin with 1970. */
export function cuesOfSpans(spans: readonly Span[], states: readonly DeckState[], { slides }: Lecture): NewCueLog {
  const events = spans.map(({ from, state, isSure, confidence }, i): NewCueLog['events'][number] => {
    const { slide, click } = states[state]!
    const before = spans[i - 1]
    const isClick = before?.isSure && states[before.state]!.slide === slide
    const sure = isClick ? 'click' : 'enter'
    return {
      time: Math.round(from * 1000),
      slide: slides[slide - 1]!.id,
      number: slide,
      click,
      event: isSure ? sure : 'unsure',
      confidence: Math.round(confidence * 100) / 100,
    }
  })
  return { recording: { ...untouched, offset: roundTime(spans[0]?.from ?? 0), trim: [] }, events }
}
