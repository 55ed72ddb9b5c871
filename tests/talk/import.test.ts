import { expect, it } from 'vitest'
import { cutBySlide } from '../../src/talk/captions-by-slide.ts'
import { parseCaptions } from '../../src/talk/captions.ts'
import { importTimes } from '../../src/talk/import-times.ts'
import { timelineOf } from '../../src/talk/timeline.ts'
import { readFixture, recordedLecture, sentences } from './read-fixture.ts'

it('makes a log from lines of times and titles, and names what fits nothing', async () => {
  const { problems, events, recording } = importTimes(await readFixture('imports/times.txt'), await recordedLecture(), 'times.txt')
  const { cues } = timelineOf({ recording, events: events.map(event => ({ ...event, line: 0 })) })
  expect(cues.map(({ start, slide }) => `${start} ${slide}`)).toEqual(['2 what-is-a-kernel', '16 asks', '35 counting', '52 code', '70.5 end'])
  expect(sentences(problems)).toMatchInlineSnapshot(`
    "
    times.txt:4: This line is not a time with a title; it is left out.
        Write it as mm:ss title, e.g. 12:34 What is a kernel?
    times.txt:5: This line is not a time with a title; it is left out.
        Write it as mm:ss title, e.g. 12:34 What is a kernel?
    times.txt:7: The time goes backwards; the line is left out.
        Sort the lines by time.
    times.txt:8: No slide has the title "Farewell and thanks"; the line is left out.
        Write the title as it stands on the slide.
    "
  `)
})

it('makes a log from WebVTT chapters', async () => {
  const { problems, events, recording } = importTimes(await readFixture('imports/times.vtt'), await recordedLecture(), 'times.vtt')
  const { cues } = timelineOf({ recording, events: events.map(event => ({ ...event, line: 0 })) })
  expect(cues.map(({ start, slide }) => `${start} ${slide}`)).toEqual(['2 what-is-a-kernel', '16 asks', '35.25 counting'])
  expect(problems).toEqual([])
})

it('says that pdfpc writes no times down, also in its older files', async () => {
  const lecture = await recordedLecture()
  for (const text of [await readFixture('imports/talk.pdfpc'), '[file]\ntalk.pdf\n[duration]\n45\n[notes]\n### 1\nWelcome the room.\n']) {
    const { events, problems } = importTimes(text, lecture, 'talk.pdfpc')
    expect(events).toEqual([])
    expect(sentences(problems)).toMatchInlineSnapshot(`
      "
      talk.pdfpc: A file of pdfpc has notes and a planned length, but no times at which slides came.
          Write those down as lines of mm:ss title, e.g. 12:34 What is a kernel?
      "
    `)
  }
})

it('reads captions, and names the broken ones', async () => {
  const { captions, problems } = parseCaptions(await readFixture('captions/broken.vtt'), 'talk.captions.vtt')
  expect(captions).toEqual([
    { start: 1, end: 3, text: 'Hello you & me <here>, on two lines', speaker: 'Ann & Bob', line: 8 },
    { start: 15, end: 16, text: 'earlier', line: 24 },
    { start: 20, end: 22, text: 'later', line: 21 },
  ])
  expect(sentences(problems)).toMatchInlineSnapshot(`
    "
    talk.captions.vtt:11: This caption has no line with its times; the caption is left out.
        Write the times as 00:01:02.500 --> 00:01:04.000, below at most one line with a name, above the text.
    talk.captions.vtt:14: This caption ends before it begins; the caption is left out.
        Write the times as 00:01:02.500 --> 00:01:04.000, below at most one line with a name, above the text.
    talk.captions.vtt:17: "0:10" is not a time of WebVTT; the caption is left out.
        Write the times as 00:01:02.500 --> 00:01:04.000, below at most one line with a name, above the text.
    talk.captions.vtt:23: This caption begins before the one above it; they are put in order.
        Sort the captions by their times.
    "
  `)
})

it('says that SubRip is no WebVTT', async () => {
  const { captions, problems } = parseCaptions(await readFixture('captions/subrip.vtt'), 'talk.captions.vtt')
  expect(captions).toEqual([])
  expect(sentences(problems)).toMatchInlineSnapshot(`
    "
    talk.captions.vtt:1: This is not a WebVTT file: its first line is not WEBVTT; the file is left out.
        Export the captions as WebVTT (.vtt); SubRip (.srt) is another format.
    "
  `)
})

it('cuts captions where the slide changes', () => {
  const caption = (start: number) => ({ start, end: start + 2, text: `at ${start}`, line: 1 })
  const cues = [{ start: 3, slide: 'a', click: 0 }, { start: 6, slide: 'a', click: 1 }, { start: 10, slide: 'b', click: 0 }, { start: 20, slide: 'a', click: 1 }]
  expect(cutBySlide([0, 4, 8.5, 9.5, 21].map(caption), cues, 'a').map(({ slide, captions }) => `${slide}: ${captions.map(({ start }) => start)}`))
    .toEqual(['a: 0,4,8.5', 'b: 9.5', 'a: 21'])
  expect(cutBySlide([caption(5)], [], 'first')).toEqual([{ slide: 'first', start: 0, captions: [caption(5)] }])
})
