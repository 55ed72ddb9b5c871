import type { Lecture, Slide } from '../course/course.ts'
import type { Say } from '../language/say.ts'
import type { MomentView, RecordingSummary, TalkView } from '../shared/page-model.ts'
import type { RecordedTalk } from '../talk/recorded-talk.ts'
import type { Video } from '../talk/video.ts'
import path from 'node:path'
import { speak } from '../language/languages.ts'
import { talkFiles } from '../talk/recorded-talk.ts'
import { languageName } from '../talk/tracks.ts'

const markLabels = { question: 'audienceQuestion', mark: 'markedMoment' } as const

interface TalkOf {
  lecture: Lecture
  /** Of the lecture. */
  language: string
}

/** A recording as the page of its lecture shows it. */
export function talkView(talk: RecordedTalk, video: Video, of: TalkOf): TalkView {
  const say = speak(of.language, 'pages')
  const numbers = new Map(of.lecture.slides.map(({ id, number }) => [id, number]))
  return {
    video: videoView(talk, video, of),
    poster: talk.poster === undefined ? 'og.png' : `../${encodePath(talk.poster)}`,
    duration: talk.duration,
    chapters: talk.chapters.map(({ start, title, slide, isQuestion }) => ({ start, title, slide, isQuestion })),
    marks: talk.marks.map(({ start, event, text }) => {
      const label = say(markLabels[event])
      return { start, label: text ? say('markSaying', { label, text }) : label }
    }),
    cues: talk.cues.map(({ start, slide, click }) => [start, numbers.get(slide) ?? 1, click]),
  }
}

/** When a recording shows a slide, and each of its steps. */
export function momentsOf(talk: RecordedTalk, slide: Slide, texts: readonly string[]): MomentView[] {
  const first = talk.cues.findIndex(cue => cue.slide === slide.id)
  return talk.cues.flatMap(({ start, click, ...cue }, i) => cue.slide === slide.id
    ? [{
        start,
        click,
        isAgain: i > first && talk.cues[i - 1]!.slide !== slide.id,
        text: click ? texts[click - 1] ?? '' : '',
      }]
    : [])
}

/** What a recording covers, as a page in a language says it; undefined where it cannot be watched. */
export function recordingSummary(
  talk: RecordedTalk,
  { slides }: Lecture,
  language: string,
): RecordingSummary | undefined {
  const { video } = talk
  if (!video || (video.kind === 'missing' && !video.address))
    return
  const shown = new Set(talk.cues.map(({ slide }) => slide))
  const numbers = slides.filter(({ id }) => shown.has(id)).map(({ number }) => number)
  return {
    minutes: talk.isLengthKnown ? Math.max(1, Math.round(talk.duration / 60)) : undefined,
    shown: shownText(numbers, slides.length, speak(language, 'lengths')),
  }
}

function shownText(numbers: readonly number[], all: number, say: Say<'lengths'>): string {
  if (!numbers.length)
    return ''
  if (numbers.length === all)
    return say('allSlides')
  return say('theseSlides', { n: numbers.length, ranges: rangesOf(numbers) })
}

/** `1–5, 9` for ascending numbers. */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [from: number, to: number][] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last?.[1] === number - 1)
      last[1] = number
    else
      ranges.push([number, number])
  }
  return ranges.map(([from, to]) => from === to ? String(from) : `${from}–${to}`).join(', ')
}

function videoView(talk: RecordedTalk, video: Video, { lecture, language }: TalkOf): TalkView['video'] {
  if (video.kind === 'missing')
    return { kind: 'missing', address: video.address }
  if (video.kind !== 'file')
    return { kind: video.kind, host: video.host, watch: video.watch, embed: video.embed }
  const own = talk.captions.length
    ? [{ src: fileAddress(talkFiles(lecture).captions), language, label: languageName(language) ?? language }]
    : []
  const others = talk.tracks.map(({ file, language, label }) => ({ src: fileAddress(file), language, label }))
  return {
    kind: 'file',
    media: video.media,
    src: videoAddress(video),
    captions: [...own, ...others],
    chapters: talk.chapters.length ? 'chapters.vtt' : undefined,
  }
}

/** Address of a file that lies beside the page of its lecture. */
function fileAddress(file: string): string {
  return encodeURIComponent(path.basename(file))
}

/** Address of a video file, relative to the page of its lecture. */
function videoAddress(video: Extract<Video, { kind: 'file' }>): string {
  const address = encodePath(video.path)
  return video.place === 'public' ? `../${address}` : address
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
