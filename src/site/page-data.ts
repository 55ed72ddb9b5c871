import type { Course, Lecture } from '../course/course.ts'
import type {
  CourseHead,
  CoursePageData,
  FrozenView,
  LecturePageData,
  LectureSummary,
  PageLink,
} from '../shared/page-model.ts'
import type { RecordedTalk } from '../talk/recorded-talk.ts'
import type { ShownTalk } from '../talk/shown-talk.ts'
import { faceOf } from '../course/face.ts'
import { languageOf } from '../course/language.ts'
import { slideView } from './slide-view.ts'
import { recordingSummary, talkView } from './talk-view.ts'

/** A lecture with all that its page is made from. */
export interface LectureOutput {
  lecture: Lecture
  /** What each slide shows, in words, in order. */
  words: readonly string[]
  /** A slide by its number, for a page in the lecture's folder or, with an empty path, at the top of the site. */
  frozen: (number: number, from: '../' | '') => FrozenView
  /** What each click of a slide brings, in words, by the slide's number. */
  stepTexts: (number: number) => readonly string[]
  /** In the language of the page on which they stand. */
  downloads: (language: string) => PageLink[]
  chapterFiles: (language: string) => PageLink[]
  talk?: RecordedTalk
  /** What the room has seen of the talk, where the author wants it shown. */
  given?: ShownTalk
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
      talk: output.talk?.video
        && talkView(output.talk, output.talk.video, {
          lecture: output.lecture,
          language: languageOf(course, output.lecture),
        }),
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
    recording: talk && recordingSummary(talk, lecture, language),
    face: frozen(face.number, folder ? '' : '../'),
    downloads: below(downloads(language)),
    chapterFiles: below(chapterFiles(language)),
  }
}
