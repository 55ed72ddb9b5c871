import type { Problem } from '../core/errors.ts'
import type { Course, Lecture } from '../course/course.ts'
import type { PageLink } from '../shared/page-model.ts'
import type { CompiledPages } from './compile-pages.ts'
import type { LectureOutput, LectureOutputs } from './page-data.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { formatBytes } from '../core/format.ts'
import { checkLinks } from './check-links.ts'
import { compilePages } from './compile-pages.ts'
import { htmlDocument } from './document.ts'
import { feeds } from './feeds.ts'
import { writeServiceWorker } from './offline.ts'
import { coursePage, lecturePage } from './page-data.ts'
import { writeSearchIndex } from './search-index.ts'
import { courseData, lectureData } from './structured-data.ts'
import { chapterFilesOf, writeTalk } from './write-talk.ts'

export interface WritePages {
  /** The site, in which decks, PDFs and pictures already are. */
  folder: string
  /** Public base path, or `./` for any. */
  base: string
  /** What each slide shows, in words, by lecture slug. */
  words: ReadonlyMap<string, readonly string[]>
  /** The PDFs of each lecture, by their path below its folder. */
  papers: readonly { file: string, label: string }[]
  /** The compiled pages, where the caller had them made while the decks were printed. */
  compiled?: CompiledPages
}

/**
 * Writes the pages of a site around its decks: course, lectures and companions with their chapters, search, feed, sitemap and offline use.
 * Files are added; only pages of the same name are replaced.
 * @returns what only the author can make good: recordings that are not sound, links that lead nowhere
 */
export async function writePages(course: Course, { folder, base, words, papers, compiled }: WritePages): Promise<Problem[]> {
  const problems: Problem[] = []
  const outputs = new Map<string, LectureOutput>()
  for (const lecture of course.lectures) {
    const lectureFolder = path.join(folder, lecture.slug)
    const { talk, problems: faults } = await writeTalk(course, lecture, lectureFolder)
    problems.push(...faults)
    outputs.set(lecture.slug, { words: words.get(lecture.slug) ?? [], talk, downloads: await downloadsOf(lectureFolder, papers), chapterFiles: chapterFilesOf(lectureFolder) })
  }
  compiled ??= await compilePages(course)
  await Promise.all(Array.from(compiled.files, ([file, content]) => write(folder, file, content)))
  const pages = course.lectures.map(lecture => lecturePage(course, lecture, outputs))
  await writeCourse(course, compiled, outputs, folder, base)
  await Promise.all(course.lectures.map((lecture, i) => writeLecture(course, lecture, compiled, pages[i]!, outputs, folder)))
  await Promise.all(Array.from(feeds(course, await changeDates(course)), ([file, text]) => write(folder, file, text)))
  await writeSearchIndex(course, pages, outputs, folder)
  problems.push(...await checkLinks(course, folder))
  await writeServiceWorker(folder, compiled.serviceWorker)
  return problems
}

async function writeCourse(course: Course, { render, style, siteScript }: CompiledPages, outputs: LectureOutputs, folder: string, base: string): Promise<void> {
  const page = coursePage(course, outputs)
  const first = course.lectures[0]
  await write(folder, 'index.html', htmlDocument({
    course,
    head: {
      title: course.title,
      description: course.description,
      path: '',
      picture: first && previewOf(first),
      type: 'website',
      data: courseData(course),
      listed: true,
    },
    root: '',
    style,
    scripts: [siteScript],
    body: await render.renderCourse(page),
  }))
  // Shown for any address, so everything in it is found from the top of the host.
  const root = base.startsWith('.') ? course.url ? `${course.url}/` : '/' : base
  await write(folder, '404.html', htmlDocument({
    course,
    head: { title: `Not found · ${course.title}`, path: '404.html', type: 'website', listed: false },
    root,
    style,
    scripts: [],
    body: await render.renderNotFound(page.course, root),
  }))
}

async function writeLecture(course: Course, lecture: Lecture, { render, style, siteScript, companionScript }: CompiledPages, page: ReturnType<typeof lecturePage>, outputs: LectureOutputs, folder: string): Promise<void> {
  const talk = outputs.get(lecture.slug)?.talk
  await write(folder, `${lecture.slug}/index.html`, htmlDocument({
    course,
    head: {
      title: `${lecture.title} · ${course.title}`,
      description: lecture.summary ?? course.description,
      path: `${lecture.slug}/`,
      picture: previewOf(lecture),
      type: page.talk ? 'video.other' : 'article',
      data: lectureData(course, lecture, talk),
      listed: true,
    },
    root: '../',
    style,
    scripts: [siteScript, ...page.talk ? [companionScript] : []],
    body: await render.renderLecture(page),
    json: page.talk ? { _talk: { cues: page.talk.cues, slides: page.slides.map(({ id }) => id), video: page.talk.video } } : {},
  }))
}

function previewOf({ slug, title }: Lecture) {
  return { path: `${slug}/og.png`, width: 1200, height: 630, alt: title }
}

/** Those papers that a lecture has, with their size. */
async function downloadsOf(folder: string, papers: WritePages['papers']): Promise<PageLink[]> {
  const links = await Promise.all(papers.map(async ({ file, label }): Promise<PageLink[]> => {
    const stat = await fs.stat(path.join(folder, file)).catch(() => undefined)
    return stat ? [{ href: encodeURI(file), label, detail: `PDF, ${formatBytes(stat.size)}` }] : []
  }))
  return links.flat()
}

/** A date that a lecture states counts before that of its file. */
async function changeDates({ lectures }: Course): Promise<Map<string, Date>> {
  return new Map(await Promise.all(lectures.map(async ({ slug, file, date }) =>
    [slug, date ?? (await fs.stat(file)).mtime] as const)))
}

async function write(folder: string, file: string, content: string | Uint8Array): Promise<void> {
  await fs.mkdir(path.dirname(path.join(folder, file)), { recursive: true })
  await fs.writeFile(path.join(folder, file), content)
}
