import type { Course, Lecture } from '../course/course.ts'
import type {
  CourseHead,
  CoursePageData,
  FrozenView,
  LecturePageData,
  LectureSummary,
  PageLink,
  TalkView,
} from '../shared/page-model.ts'
import type { RecordedTalk } from '../talk/recorded-talk.ts'
import type { Video } from '../talk/video.ts'
import path from 'node:path'
import { faceOf } from '../course/face.ts'
import { languageOf } from '../course/language.ts'
import { speak } from '../language/languages.ts'
import { talkFiles } from '../talk/recorded-talk.ts'
import { slideView } from './slide-view.ts'

/** A lecture with all that its page is made from. */
export interface LectureOutput {
  lecture: Lecture
  /** What each slide shows, in words, in order. */
  words: readonly string[]
  /** A slide by its number, for a page in the lecture's folder or, with an empty path, at the top of the site. */
  frozen: (number: number, from: '../' | '') => FrozenView
  /** In the language of the page on which they stand. */
  downloads: (language: string) => PageLink[]
  chapterFiles: (language: string) => PageLink[]
  talk?: RecordedTalk
}

/** A lecture with its page. */
export interface LectureWithPage extends LectureOutput {
  page: LecturePageData
}

/** @param outputs lectures in the order of the course */
export function coursePageData(course: Course, outputs: readonly LectureOutput[]): CoursePageData {
  return {
    course: courseHead(course),
    lectures: outputs.map(output => summarize(output, `${output.lecture.slug}/`, course.language)),
  }
}

/** @param outputs lectures in the order of the course */
export function withPages(course: Course, outputs: readonly LectureOutput[]): LectureWithPage[] {
  return outputs.map((output, i) => ({
    ...output,
    page: {
      course: { ...courseHead(course), language: languageOf(course, output.lecture) },
      lecture: summarize(output, '', languageOf(course, output.lecture)),
      lectures: outputs.length,
      slides: output.lecture.slides.map(slide => slideView(slide, course, output)),
      previous: neighborLink(outputs[i - 1]),
      next: neighborLink(outputs[i + 1]),
      talk: output.talk?.video && talkView(course, output.talk, output.lecture),
    },
  }))
}

function neighborLink(output: LectureOutput | undefined): PageLink | undefined {
  return output && { href: `../${output.lecture.slug}/index.html`, label: output.lecture.title }
}

function courseHead({ title, description, author, language }: Course): CourseHead {
  return { title, description, author, language }
}

/**
 * @param language of the page
 * @param folder path from the page to the lecture's own, ending in a slash; empty where it is the same
 */
function summarize(
  { lecture, frozen, downloads, chapterFiles, talk }: LectureOutput,
  folder: string,
  language: string,
): LectureSummary {
  const { slug, number, title, summary, section, minutes, slides } = lecture
  const face = faceOf(slides)
  const below = (links: PageLink[]) => links.map(link => ({ ...link, href: folder + link.href }))
  return {
    slug,
    number,
    title,
    summary,
    section,
    minutes,
    slides: slides.length,
    recorded: talk?.video !== undefined,
    face: frozen(face.number, folder ? '' : '../'),
    downloads: below(downloads(language)),
    chapterFiles: below(chapterFiles(language)),
  }
}

const markLabels = { question: 'audienceQuestion', mark: 'markedMoment' } as const

function talkView(course: Course, talk: RecordedTalk, lecture: Lecture): TalkView {
  const say = speak(languageOf(course, lecture), 'pages')
  const numbers = new Map(lecture.slides.map(({ id, number }) => [id, number]))
  return {
    video: videoView(talk, talk.video!, lecture),
    duration: talk.duration,
    chapters: talk.chapters.map(({ start, title, slide }) => ({ start, title, slide })),
    marks: talk.marks.map(({ start, event }) => ({ start, label: say(markLabels[event]) })),
    cues: talk.cues.map(({ start, slide, click }) => [start, numbers.get(slide) ?? 1, click]),
  }
}

function videoView(talk: RecordedTalk, video: Video, lecture: Lecture): TalkView['video'] {
  if (video.kind !== 'file')
    return { kind: video.kind, host: video.host, watch: video.watch, embed: video.embed }
  return {
    kind: 'file',
    src: videoAddress(video),
    captions: talk.captions.length ? path.basename(talkFiles(lecture).captions) : undefined,
    chapters: talk.chapters.length ? 'chapters.vtt' : undefined,
  }
}

/** Address of a video file, relative to the page of its lecture. */
function videoAddress(video: Extract<Video, { kind: 'file' }>): string {
  const address = video.path.split('/').map(encodeURIComponent).join('/')
  return video.place === 'public' ? `../${address}` : address
}
