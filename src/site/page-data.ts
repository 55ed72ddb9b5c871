import type { Course, Lecture, Slide } from '../course/course.ts'
import type { CourseHead, CoursePage, LecturePage, LectureSummary, PageLink, TalkView } from '../shared/page-model.ts'
import type { RecordedTalk } from '../talk/recorded-talk.ts'
import type { Video } from '../talk/video.ts'
import path from 'node:path'
import { talkFiles } from '../talk/recorded-talk.ts'
import { slidePicture, slideView } from './slide-view.ts'

/** What is known of a lecture beside its Markdown, when its page is made. */
export interface LectureOutput {
  /** What each slide shows, in words. */
  words: readonly string[]
  downloads: PageLink[]
  chapterFiles: PageLink[]
  talk?: RecordedTalk
}

export type LectureOutputs = ReadonlyMap<string, LectureOutput>

export function coursePage(course: Course, outputs: LectureOutputs): CoursePage {
  return { course: courseHead(course), lectures: course.lectures.map(lecture => summarize(lecture, outputs, `${lecture.slug}/`)) }
}

export function lecturePage(course: Course, lecture: Lecture, outputs: LectureOutputs): LecturePage {
  const index = course.lectures.indexOf(lecture)
  const link = (other: Lecture | undefined): PageLink | undefined => other && { href: `../${other.slug}/index.html`, label: other.title }
  const output = outputs.get(lecture.slug)
  return {
    course: courseHead(course),
    lecture: summarize(lecture, outputs, ''),
    lectures: course.lectures.length,
    slides: lecture.slides.map(slide => slideView(slide, course, output)),
    previous: link(course.lectures[index - 1]),
    next: link(course.lectures[index + 1]),
    talk: output?.talk?.video && talkView(output.talk, output.talk.video, lecture),
  }
}

function courseHead({ title, description, author, language }: Course): CourseHead {
  return { title, description, author, language }
}

function summarize(lecture: Lecture, outputs: LectureOutputs, folder: string): LectureSummary {
  const { slug, number, title, summary, minutes, slides } = lecture
  const face = faceOf(slides)
  const output = outputs.get(slug)
  const below = (links: PageLink[] = []) => links.map(link => ({ ...link, href: folder + link.href }))
  return {
    slug,
    number,
    title,
    summary,
    minutes,
    slides: slides.length,
    recorded: output?.talk?.video !== undefined,
    picture: slidePicture(face, output?.words[face.number - 1], folder),
    downloads: below(output?.downloads),
    chapterFiles: below(output?.chapterFiles),
  }
}

const DRAWS = /^```(?:stack|mermaid)\b|!\[[^\]]*\]\(|<(?:StackDiagram|img|svg)\b/m

/** The slide that stands for its lecture in a list: the first one with something drawn, else the cover. */
function faceOf(slides: Slide[]): Slide {
  return slides.find(({ content }) => DRAWS.test(content)) ?? slides[0]!
}

function talkView(talk: RecordedTalk, video: Video, lecture: Lecture): TalkView {
  const numbers = new Map(lecture.slides.map(({ id, number }) => [id, number]))
  return {
    video: video.kind === 'file'
      ? {
          kind: 'file',
          src: videoAddress(video),
          captions: talk.captions.length ? path.basename(talkFiles(lecture).captions) : undefined,
          chapters: talk.chapters.length ? 'chapters.vtt' : undefined,
        }
      : { kind: video.kind, host: video.host, watch: video.watch, embed: video.embed },
    duration: talk.duration,
    chapters: talk.chapters.map(({ start, title, slide }) => ({ start, title, slide, picture: `pictures/${slide}` })),
    marks: talk.marks.map(({ start, event }) => ({ start, label: event === 'question' ? 'A question from the audience' : 'A marked moment' })),
    cues: talk.cues.map(({ start, slide, click }) => [start, numbers.get(slide)!, click]),
  }
}

/** Address of a video file, relative to the page of its lecture. */
export function videoAddress(video: Extract<Video, { kind: 'file' }>): string {
  const address = video.path.split('/').map(encodeURIComponent).join('/')
  return video.place === 'public' ? `../${address}` : address
}
