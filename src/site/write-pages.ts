import type { Problem } from '../core/errors.ts'
import type { Course, Lecture } from '../course/course.ts'
import type { PrintedLecture } from '../paper/print-lectures.ts'
import type { TalkView } from '../shared/page-model.ts'
import type { CompiledPages } from './compile-pages.ts'
import type { FrozenSite } from './frozen/frozen-site.ts'
import type { LectureOutput, LectureWithPage } from './page-data.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { formatBytes } from '../core/format.ts'
import { lastPublished } from '../course/last-change.ts'
import { FROZEN_FILE } from '../shared/frozen-steps.ts'
import { lastShownTalk } from '../talk/shown-talk.ts'
import { checkLinks } from './check-links.ts'
import { describeCourse, describeLecture } from './description.ts'
import { htmlDocument } from './document.ts'
import { feeds } from './feeds.ts'
import { frozenSite } from './frozen/frozen-site.ts'
import { notFoundPage } from './not-found.ts'
import { coursePageData, withPages } from './page-data.ts'
import { writeSearchIndex } from './search-index.ts'
import { courseData, lectureData } from './structured-data.ts'
import { chapterFilesOf, writeTalk } from './write-talk.ts'

interface WritePagesOptions {
  /** The site, in which decks and PDFs already are. */
  folder: string
  /** Public base path, or `./` for any. */
  base: string
  /** The lectures in the order of the course, with what each slide shows, in words and frozen. */
  printed: readonly Pick<PrintedLecture, 'lecture' | 'words' | 'frozen'>[]
  /** The PDFs that a lecture may have, by their path below its folder. */
  papers: readonly Paper[]
  compiled: CompiledPages
}

interface Paper { file: string, label: (language: string) => string }

/**
 * Writes the pages of a site around its decks: course, lectures and companions with their chapters, search, feed and
 * sitemap. Files are added; only pages of the same name are replaced.
 * @returns what only the author can make good: recordings that are not sound, links that lead nowhere
 */
export async function writePages(course: Course, options: WritePagesOptions): Promise<Problem[]> {
  const { folder, base, printed, papers, compiled } = options
  const problems: Problem[] = []
  const outputs: LectureOutput[] = []
  const decks = new Map(printed.map(({ lecture, frozen }) => [lecture.slug, frozen!]))
  const ids = new Map(course.lectures.map(({ slug, slides }) => [slug, slides.map(({ id }) => id)]))
  const frozen = await frozenSite(decks, { folder, pageStyle: String(compiled.files.get(compiled.style)), ids })
  for (const { lecture, words } of printed) {
    const lectureFolder = path.join(folder, lecture.slug)
    const { talk, problems: faults } = await writeTalk(course, lecture, lectureFolder)
    problems.push(...faults)
    const downloads = await downloadsOf(lectureFolder, papers)
    const show = (number: number, from: string) => frozen.view(lecture.slug, number, from)
    const stepTexts = (number: number) => frozen.texts(lecture.slug, number)
    const chapterFiles = (language: string) => chapterFilesOf(lectureFolder, language)
    const given = lecture.fromTalk && lastShownTalk(lecture)
    outputs.push({ lecture, words, frozen: show, stepTexts, talk, given, downloads, chapterFiles })
  }
  const lectures = withPages(course, outputs)
  const machineFiles = feeds(course, await Promise.all(course.lectures.map(changeOf)))
  const parts = { compiled, frozen, hasFeed: machineFiles.has('feed.xml') }
  const files = new Map<string, string | Uint8Array>([
    ...compiled.files,
    ...frozen.files,
    ...await courseFiles(course, outputs, { ...parts, base }),
    ...await Promise.all(lectures.map(lecture => lectureFile(course, lecture, parts))),
    ...machineFiles,
    ...course.lectures.map(({ slug }) => [`${slug}/${FROZEN_FILE}`, JSON.stringify(frozen.steps(slug))] as const),
  ])
  await Promise.all(Array.from(files, ([file, content]) => write(folder, file, content)))
  await writeSearchIndex(course.language, lectures, folder)
  problems.push(...await checkLinks(course, folder))
  return problems
}

interface PageParts {
  compiled: CompiledPages
  frozen: FrozenSite
  hasFeed: boolean
}

type NamedText = readonly [file: string, text: string]

/** The page of the course, and the one that hosts show for any address that is not there. */
async function courseFiles(
  course: Course,
  outputs: readonly LectureOutput[],
  { compiled, frozen, hasFeed, base }: PageParts & { base: string },
): Promise<NamedText[]> {
  const { render, style, fonts, siteScript } = compiled
  const first = course.lectures[0]
  const index = htmlDocument({
    course,
    head: {
      title: course.title,
      description: describeCourse(course),
      path: '',
      picture: first && previewOf(first),
      type: 'website',
      data: courseData(course),
      listed: true,
    },
    top: '',
    styles: stylesOf(frozen, style),
    preload: frozen.slideSheet,
    fonts,
    scripts: [siteScript],
    hasFeed,
    body: await render.renderCourse(coursePageData(course, outputs)),
  })
  return [['index.html', index], ['404.html', await notFoundPage(course, base, compiled)]]
}

async function lectureFile(
  course: Course,
  { lecture, page, talk }: LectureWithPage,
  { compiled: { render, style, talkStyle, fonts, siteScript, companionScript }, frozen, hasFeed }: PageParts,
): Promise<NamedText> {
  const text = htmlDocument({
    course,
    language: page.course.language,
    head: {
      title: `${lecture.title} · ${course.title}`,
      description: describeLecture(lecture),
      path: `${lecture.slug}/`,
      picture: previewOf(lecture),
      type: page.talk ? 'video.other' : 'article',
      data: lectureData(course, lecture, talk),
      listed: true,
    },
    top: '../',
    styles: stylesOf(frozen, style, ...page.talk ? [talkStyle] : []),
    preload: frozen.slideSheet,
    fonts,
    scripts: page.talk ? [siteScript, companionScript] : [siteScript],
    hasFeed,
    body: await render.renderLecture(page),
    json: page.talk && {
      _talk: {
        cues: page.talk.cues,
        slides: page.slides.map(({ id }) => id),
        video: playedVideo(page.talk),
        duration: page.talk.duration,
      },
    },
  })
  return [`${lecture.slug}/index.html`, text]
}

/** What a script must know of a video. */
function playedVideo({ video }: TalkView): object {
  return 'embed' in video ? { kind: video.kind, host: video.host, embed: video.embed } : { kind: video.kind }
}

function stylesOf({ pageSheet }: FrozenSite, ...styles: string[]): string[] {
  return pageSheet ? [...styles, pageSheet] : styles
}

function previewOf({ slug, title }: Lecture) {
  return { path: `${slug}/og.png`, width: 1200, height: 630, alt: title }
}

/** Those papers that a lecture has, with their size. */
async function downloadsOf(folder: string, papers: readonly Paper[]): Promise<LectureOutput['downloads']> {
  const found = await Promise.all(papers.map(async ({ file, label }) => {
    const stat = await fs.stat(path.join(folder, file)).catch(() => undefined)
    return stat ? [{ href: encodeURI(file), label, size: stat.size }] : []
  }))
  return language => found.flat().map(({ href, label, size }) =>
    ({ href, label: label(language), detail: `PDF, ${formatBytes(size, language)}` }))
}

async function changeOf(lecture: Lecture): Promise<{ lecture: Lecture, changed?: Date }> {
  return { lecture, changed: await lastPublished(lecture) }
}

async function write(folder: string, file: string, content: string | Uint8Array): Promise<void> {
  await fs.mkdir(path.dirname(path.join(folder, file)), { recursive: true })
  await fs.writeFile(path.join(folder, file), content)
}
