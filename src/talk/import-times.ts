import type { Problem } from '../core/errors.ts'
import type { Lecture, Slide } from '../course/course.ts'
import type { CueEvent, Recording } from './cue-log.ts'
import { closest, distance } from 'fastest-levenshtein'
import { parseTime } from '../shared/time.ts'
import { parseCaptions } from './captions.ts'
import { untouched } from './cue-log.ts'

interface TitledTime { start: number, title: string, line: number }

/**
 * A cue log from a list of times: lines of `mm:ss title`, or WebVTT whose cues are titles. Times are matched to slides by title,
 * of several slides with one title the next one after the last match.
 * @throws nothing; a line that is no time, goes backwards or fits no slide is left out and named
 */
export function importTimes(text: string, lecture: Lecture, file: string): { recording: Recording, events: Omit<CueEvent, 'line'>[], problems: Problem[] } {
  const { times, problems } = /^\uFEFF?WEBVTT\b/.test(text) ? timesOfWebvtt(text, file) : timesOfText(text, file)
  const events: Omit<CueEvent, 'line'>[] = []
  let last = 0
  for (const { start, title, line } of times) {
    const slide = findSlide(title, lecture.slides, last)
    if (!slide) {
      problems.push({ message: `No slide has the title "${title}"; the line is left out.`, hint: `The nearest one is "${closest(title, lecture.slides.map(({ title }) => title))}".`, file, line })
      continue
    }
    const time = Math.round(start * 1000)
    if (events.length && time <= events.at(-1)!.time) {
      problems.push({ message: 'The time goes backwards; the line is left out.', hint: 'Sort the lines by time.', file, line })
      continue
    }
    last = slide.number
    events.push({ time, slide: slide.id, number: slide.number, click: 0, event: 'enter' })
  }
  return { recording: { ...untouched, offset: (events[0]?.time ?? 0) / 1000, trim: [] }, events, problems: problems.sort((a, b) => a.line! - b.line!) }
}

function timesOfText(text: string, file: string): { times: TitledTime[], problems: Problem[] } {
  const times: TitledTime[] = []
  const problems: Problem[] = []
  for (const [i, raw] of text.replace(/^\uFEFF/, '').split(/\r?\n/).entries()) {
    if (!raw.trim())
      continue
    const [, time, title] = /^\s*[([]?([\d:.,]+)[)\]]?\s+(?:[-–—]\s+)?(\S.*)$/.exec(raw) ?? []
    const start = time === undefined ? undefined : parseTime(time)
    if (start === undefined)
      problems.push({ message: 'This line is no time with a title; it is left out.', hint: 'Write it as mm:ss title, e.g. 12:34 What is a kernel?', file, line: i + 1 })
    else
      times.push({ start, title: title!.trim(), line: i + 1 })
  }
  return { times, problems }
}

function timesOfWebvtt(text: string, file: string): { times: TitledTime[], problems: Problem[] } {
  const { captions, problems } = parseCaptions(text, file)
  return { times: captions.map(({ start, text, line }) => ({ start, title: text, line })), problems }
}

/** The slide with this title, or with one that differs in a letter or two. */
function findSlide(title: string, slides: readonly Slide[], last: number): Slide | undefined {
  const wanted = normal(title)
  const scored = slides.map(slide => ({ slide, error: distance(normal(slide.title), wanted) }))
  const least = Math.min(...scored.map(({ error }) => error))
  if (least > Math.max(1, wanted.length / 5))
    return
  const nearest = scored.filter(({ error }) => error === least).map(({ slide }) => slide)
  return nearest.find(({ number }) => number > last) ?? nearest[0]
}

function normal(title: string): string {
  return title.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
