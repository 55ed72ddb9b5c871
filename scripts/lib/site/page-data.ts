import type { Course, Lecture, Slide } from '../course/course.ts'
import type { RecordedTalk } from '../cues/talk.ts'
import type { Video } from '../cues/video.ts'
import type { CourseHead, CoursePage, LecturePage, LectureSummary, PageLink, QuestionView, SlideView, TalkView, Turn } from './page-model.ts'
import path from 'node:path'
import { notesFor } from '../course/notes.ts'
import { talkFiles } from '../cues/talk.ts'
import { readBlocks } from '../markdown/blocks.ts'
import { readChoices } from '../markdown/choices.ts'
import { notesHtml } from '../markdown/notes-html.ts'
import { publicMarkdown } from '../markdown/public-markdown.ts'

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
    picture: picture(face, output?.words[face.number - 1], folder),
    downloads: below(output?.downloads),
    chapterFiles: below(output?.chapterFiles),
  }
}

const DRAWS = /^```(?:stack|mermaid)\b|!\[[^\]]*\]\(|<(?:StackDiagram|img|svg)\b/m

/** The slide that stands for its lecture in a list: the first one with something drawn, else the cover. */
function faceOf(slides: Slide[]): Slide {
  return slides.find(({ content }) => DRAWS.test(content)) ?? slides[0]!
}

function picture({ id, title }: Slide, words: string | undefined, folder = ''): SlideView['picture'] {
  return { path: `${folder}pictures/${id}`, alt: words?.replace(/\s*\n\s*/g, '; ').replace(/([.:;!?…,]); /g, '$1 ') || title }
}

function slideView(slide: Slide, course: Course, output: LectureOutput | undefined): SlideView {
  const link = (href: string) => slideLink(href, course)
  const html = (markdown: string, prefix: string) => notesHtml(markdown, { headingLevel: 3, link, idPrefix: `${slide.id}-${prefix}` })
  return {
    id: slide.id,
    number: slide.number,
    title: slide.title,
    picture: picture(slide, output?.words[slide.number - 1]),
    notes: course.notesPublic ? html(notesFor(slide.notes, 'web'), '') : '',
    questions: questionsOf(slide.content, html),
    transcript: (output?.talk?.passages ?? []).filter(passage => passage.slide === slide.id).flatMap(({ captions }) => turnsOf(captions)),
  }
}

/** A link between slides of the deck as one between those of the page. */
function slideLink(href: string, course: Course): string {
  const [, other, id] = /^(?:(?:\.\.\/\.\.\/([^/]+)\/deck\/|\.\/)(?:index\.html)?)?#\/([^?/]+)/.exec(href) ?? []
  if (!id)
    return href
  return other && course.lectures.some(({ slug }) => slug === other) ? `../${other}/index.html#${id}` : `#${id}`
}

function questionsOf(content: string, html: (markdown: string, prefix: string) => string): QuestionView[] {
  return readBlocks(publicMarkdown(content)).blocks.flatMap((block, i): QuestionView[] => {
    if (block.kind !== 'question')
      return questionsOf(block.body, (markdown, prefix) => html(markdown, `${i}-${prefix}`))
    const { choices, rest } = readChoices(block.body)
    const withheld = block.options.withheld === true
    return [{
      question: inline(html(block.title, `question-${i}-`)),
      choices: choices.map(({ text, right }) => ({ html: inline(html(text, `choice-${i}-`)), right: right && !withheld })),
      answer: html(rest, `answer-${i}-`),
      withheld,
    }]
  })
}

/** HTML of one paragraph without its tag. */
function inline(html: string): string {
  return html.replace(/^<p>([\s\S]*)<\/p>$/, '$1')
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

function turnsOf(captions: RecordedTalk['captions']): Turn[] {
  const turns: Turn[] = []
  for (const { start, text, speaker } of captions) {
    const last = turns.at(-1)
    const line = { start, text }
    // A new paragraph with another speaker, and after half a minute where a sentence ends.
    if (last && last.speaker === speaker && !(start - last.start > 30 && /[.!?…]$/.test(last.lines.at(-1)!.text)))
      last.lines.push(line)
    else
      turns.push({ start, speaker, lines: [line] })
  }
  return turns
}
