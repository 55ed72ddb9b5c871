import type { CueEvent, CueEventName } from '../../src/talk/cue-log.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexAt } from '../../src/shared/lookup.ts'
import { fitRecording, recordedSeconds, timelineOf } from '../../src/talk/timeline.ts'

const start = Date.UTC(2026, 4, 4, 9, 15)

/** Events as `seconds slide[.click] [event]`. */
function events(...lines: string[]): CueEvent[] {
  return lines.map((text, i) => {
    const [seconds, where, event] = text.split(' ') as [string, string, CueEventName?]
    const [slide, click = '0'] = where.split('.') as [string, string?]
    return { time: start + Number(seconds) * 1000, slide, number: 1, click: Number(click), event: event ?? (click === '0' ? 'enter' : 'click'), line: i + 1 }
  })
}

function cues(list: CueEvent[], recording = {}, duration?: number): string[] {
  const { cues } = timelineOf({ events: list, recording: { offset: 0, drift: 0, trim: [], ...recording } }, duration)
  return cues.map(({ start, slide, click }) => `${start} ${slide}.${click}`)
}

describe('video time', () => {
  it('counts from the first event', () => {
    expect(cues(events('100 a', '104.5 a.1', '110 b'))).toEqual(['0 a.0', '4.5 a.1', '10 b.0'])
  })

  it('lies by the offset to it', () => {
    expect(cues(events('0 a', '10 b'), { offset: 12.25 })).toEqual(['12.25 a.0', '22.25 b.0'])
  })

  it('begins with what is shown when the video begins later', () => {
    expect(cues(events('0 a', '10 b', '20 c'), { offset: -15 })).toEqual(['0 b.0', '5 c.0'])
  })

  it('stretches by the drift of an hour', () => {
    expect(cues(events('0 a', '1800 b', '3600 c'), { drift: 1.5 })).toEqual(['0 a.0', '1800.75 b.0', '3601.5 c.0'])
  })

  it('takes no time for a pause; what was shown last in it comes at its end', () => {
    expect(cues(events('0 a', '10 a pause', '15 b', '18 c', '40 c resume', '45 d'))).toEqual(['0 a.0', '10 c.0', '15 d.0'])
  })

  it('takes a pause that nothing ends for none', () => {
    expect(cues(events('0 a', '10 a pause', '15 b'))).toEqual(['0 a.0', '15 b.0'])
  })

  it('drops parts that were cut out', () => {
    expect(cues(events('0 a', '10 b', '12 c', '30 d'), { trim: [[0, 4], [9, 20]] })).toEqual(['0 a.0', '5 c.0', '15 d.0'])
  })

  it('drops what lies behind the end', () => {
    expect(cues(events('0 a', '10 b', '20 c'), {}, 20)).toEqual(['0 a.0', '10 b.0'])
  })

  it('keeps marks and questions apart', () => {
    const { cues, marks } = timelineOf({ events: events('0 a', '5 a mark', '7 a question'), recording: { offset: 1, drift: 0, trim: [] } })
    expect(cues).toHaveLength(1)
    expect(marks).toEqual([{ start: 6, slide: 'a', click: 0, event: 'mark' }, { start: 8, slide: 'a', click: 0, event: 'question' }])
  })

  it('ascends whatever the log and the recording are', () => {
    const gaps = fc.array(fc.tuple(fc.nat(90_000), fc.constantFrom('a', 'b', 'c'), fc.nat(3), fc.constantFrom<CueEventName>('enter', 'click', 'pause', 'resume')), { maxLength: 30 })
    fc.assert(fc.property(gaps, fc.integer({ min: -60, max: 60 }), fc.integer({ min: -20, max: 20 }), fc.uniqueArray(fc.nat(600), { maxLength: 6 }), (steps, offset, drift, edges) => {
      let time = start
      const list = steps.map(([gap, slide, click, event], i) => ({ time: time += gap, slide, number: 1, click, event, line: i + 1 }))
      const sorted = edges.sort((a, b) => a - b)
      const trim = Array.from({ length: sorted.length >> 1 }, (_, i) => [sorted[2 * i]!, sorted[2 * i + 1]!] as [number, number])
      const { cues } = timelineOf({ events: list, recording: { offset, drift, trim } })
      cues.forEach((cue, i) => expect(cue.start).toBeGreaterThan(cues[i - 1]?.start ?? -1))
    }))
  })
})

describe('two points', () => {
  it('give the offset and the drift back', () => {
    const list = events('0 a', '600 b', '700 b pause', '900 b resume', '3600 c')
    fc.assert(fc.property(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -30, max: 30 }), (offset, drift) => {
      const recording = { offset, drift, trim: [[1000, 1020]] as [number, number][] }
      const { cues } = timelineOf({ events: list, recording })
      const recorded = recordedSeconds(list)
      const [, b, c] = cues
      fc.pre(cues.length === 3)
      const fitted = fitRecording({ recorded: recorded[1]!, video: b!.start }, { recorded: recorded[4]!, video: c!.start }, { offset: 0, drift: 0, trim: recording.trim })
      expect(fitted.offset).toBeCloseTo(offset, 1)
      expect(fitted.drift).toBeCloseTo(drift, 1)
    }))
  })

  it('give the offset alone where there is one', () => {
    expect(fitRecording({ recorded: 10, video: 12.5 }, undefined, { offset: 0, drift: 0, trim: [] })).toEqual({ offset: 2.5, drift: 0, trim: [] })
  })
})

it('looks up the last one at or before a time', () => {
  const items = [{ start: 2 }, { start: 5 }, { start: 5.5 }]
  expect([0, 2, 4.9, 5, 5.5, 99].map(time => indexAt(items, time))).toEqual([-1, 0, 0, 1, 2, 2])
  expect(indexAt([], 3)).toBe(-1)
})
