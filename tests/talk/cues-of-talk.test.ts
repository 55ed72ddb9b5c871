import type { TalkEvent } from '../../src/talk/log/talk-event.ts'
import { expect, it } from 'vitest'
import { formatCueLog, parseCueLog } from '../../src/talk/cue-log.ts'
import { cuesOfTalk } from '../../src/talk/log/cues-of-talk.ts'

const place = { slide: 'asks', number: 2, click: 0 }
const question = (time: number, id: string, text: string): TalkEvent => ({ time, event: 'question', ...place, id, text, voter: 'v' })
const moderate = (time: number, question: string, state: 'open' | 'hidden'): TalkEvent => ({ time, event: 'moderate', question, state })

it('questions of the room come with their text, but for those that stay hidden', () => {
  const log = cuesOfTalk([
    { time: 0, event: 'enter', ...place },
    question(10, 'a', 'Why?'),
    question(20, 'b', 'Something rude'),
    moderate(21, 'b', 'hidden'),
    question(30, 'c', 'Hidden by mistake'),
    moderate(31, 'c', 'hidden'),
    moderate(32, 'c', 'open'),
  ])
  const { events, problems } = parseCueLog(formatCueLog(log), 'talk.cues.jsonl')
  expect(problems).toEqual([])
  expect(events.map(({ event, text }) => [event, text])).toEqual([['enter', undefined], ['question', 'Why?'], ['question', 'Hidden by mistake']])
})
