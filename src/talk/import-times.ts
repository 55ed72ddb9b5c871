import type { Problem } from '../core/errors.ts'
import type { Lecture, Slide } from '../course/course.ts'
import type { NewCueLog } from './cue-log.ts'
import { distance } from 'fastest-levenshtein'
import { didYouMean } from '../core/did-you-mean.ts'
import { inOrder } from '../core/errors.ts'
import { parseTime } from '../shared/time.ts'
import { parseCaptions } from './captions.ts'
import { untouched } from './cue-log.ts'
import { timesOfPacer } from './import-pacer.ts'

interface TitledTime {
  start: number
  title: string
  /** Of the slide, where the times say it. */
  number?: number
  line: number
}

/** What pdfpc writes beside a PDF: JSON, or sections before that. */
const PDFPC = /^\s*\{\s*"pdfpcFormat"|^\s*\[(?:file|duration|notes|skip)\]\s*$/m
const NO_TIMES = {
  message: 'A file of pdfpc has notes and a planned length, but no times at which slides came.',
  hint: 'Write those down as lines of mm:ss title, e.g. 12:34 What is a kernel?',
} as const

const TITLED_TIME = /^\s*[([]?([\d:.,]+)[)\]]?\s+(?:[-–—]\s+)?(\S.*)$/

/**
 * A cue log from a list of times: lines of `mm:ss title` or `mm:ss number`, WebVTT whose cues are titles, or what the
 * Slidev add-on "pacer" exports. Times are matched to slides by title, of several slides with one title the next one
 * after the last match, and then by number. A line that is not a time, goes
 * backwards or fits no slide is left out and named.
 */
export function importTimes(text: string, lecture: Lecture, file: string): NewCueLog & { problems: Problem[] } {
  const { times, problems } = timesOf(text, file)
  const events: NewCueLog['events'] = []
  let last: { time: number, number: number } | undefined
  for (const { start, title, number, line } of times) {
    const leaveOut = (fault: string, hint: string) =>
      problems.push({ message: `${fault}; the line is left out.`, hint, file, line })
    const slide = findSlide(title, lecture.slides, last?.number ?? 0) ?? lecture.slides[(number ?? 0) - 1]
    const time = Math.round(start * 1000)
    if (!slide) {
      leaveOut(`No slide has the title "${title}"`, titleHint(title, lecture.slides))
    }
    else if (last && time <= last.time) {
      leaveOut('The time goes backwards', 'Sort the lines by time.')
    }
    else {
      last = { time, number: slide.number }
      events.push({ time, slide: slide.id, number: slide.number, click: 0, event: 'enter' })
    }
  }
  const offset = (events[0]?.time ?? 0) / 1000
  return { recording: { ...untouched, offset, trim: [] }, events, problems: inOrder(problems) }
}

function titleHint(title: string, slides: readonly Slide[]): string {
  const meant = didYouMean(title, slides.map(({ title }) => title))
  return meant ? `Did you mean "${meant}"?` : 'Write the title as it stands on the slide.'
}

function timesOf(text: string, file: string): { times: TitledTime[], problems: Problem[] } {
  if (/^\uFEFF?WEBVTT\b/.test(text))
    return timesOfWebvtt(text, file)
  if (PDFPC.test(text))
    return { times: [], problems: [{ ...NO_TIMES, file }] }
  const pacer = timesOfPacer(text)
  return pacer
    ? { times: pacer.map(slide => ({ ...slide, line: 1 })), problems: [] }
    : timesOfText(text, file)
}

function timesOfText(text: string, file: string): { times: TitledTime[], problems: Problem[] } {
  const times: TitledTime[] = []
  const problems: Problem[] = []
  for (const [i, raw] of text.replace(/^\uFEFF/, '').split(/\r?\n/).entries()) {
    if (!raw.trim())
      continue
    const line = i + 1
    const [, time = '', title = ''] = TITLED_TIME.exec(raw) ?? []
    const start = parseTime(time)
    if (start === undefined) {
      problems.push({
        message: 'This line is not a time with a title; it is left out.',
        hint: 'Write it as mm:ss title, e.g. 12:34 What is a kernel?',
        file,
        line,
      })
    }
    else {
      const number = /^\d+$/.test(title.trim()) ? Number(title) : undefined
      times.push({ start, title: title.trim(), number, line })
    }
  }
  return { times, problems }
}

function timesOfWebvtt(text: string, file: string): { times: TitledTime[], problems: Problem[] } {
  const { captions, problems } = parseCaptions(text, file)
  return { times: captions.map(({ start, text, line }) => ({ start, title: text, line })), problems }
}

/**
 * The slide with this title, or with one that differs in a letter or two.
 * @param last number of the slide that was found before
 */
function findSlide(title: string, slides: readonly Slide[], last: number): Slide | undefined {
  const wanted = normalize(title)
  const scored = slides.map(slide => ({ slide, error: distance(normalize(slide.title), wanted) }))
  const smallest = Math.min(...scored.map(({ error }) => error))
  if (smallest > Math.max(1, wanted.length / 5))
    return
  const nearest = scored.filter(({ error }) => error === smallest).map(({ slide }) => slide)
  return nearest.find(({ number }) => number > last) ?? nearest[0]
}

function normalize(title: string): string {
  return title.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
