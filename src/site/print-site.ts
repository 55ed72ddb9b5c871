import type { FoundBrowser } from '../browser/find.ts'
import type { LazyBrowser } from '../browser/launch.ts'
import type { Progress } from '../core/progress.ts'
import type { Course, Lecture } from '../course/course.ts'
import type { Handout } from '../paper/handout/handout.ts'
import type { PrintedLecture } from '../paper/print-lectures.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { serveDecks } from '../paper/deck/serve-decks.ts'
import { openPrintCache } from '../paper/print-cache.ts'
import { printLectures } from '../paper/print-lectures.ts'

interface PrintSiteOptions {
  /** The site, in which the decks already are. */
  folder: string
  /** The lectures that are printed; all of the course without it. */
  lectures?: readonly Lecture[]
  /** The course with all lectures to which links may lead; `course` without it. */
  whole?: Course
  handouts: readonly Handout[]
  browser: LazyBrowser
  /** What `browser` is. */
  found: FoundBrowser
  progress: Progress
}

/** A lecture that is printed, with the paths of its files below its folder in the site. */
export interface PrintedWithFiles {
  printed: PrintedLecture
  files: readonly string[]
}

/**
 * Prints everything on paper and freezes every slide of a site's lectures; what has not changed is taken from the last
 * build.
 * @returns the lectures in the order of the course
 */
export async function printSite(
  course: Course,
  { folder, lectures = course.lectures, whole = course, handouts, browser, found, progress }: PrintSiteOptions,
): Promise<PrintedWithFiles[]> {
  progress.step('Printing lectures')
  const below = (lecture: Lecture) => path.join(folder, lecture.slug)
  const cache = await openPrintCache(course, {
    decks: folder,
    options: { handouts, browser: await marksOf(found) },
    whole,
  })
  const kept = await Promise.all(lectures.map(lecture => cache.restore(lecture, below(lecture))))
  const printed: PrintedWithFiles[] = kept.filter(one => one !== undefined)
  const missing = lectures.filter((_, i) => !kept[i])
  let done = printed.length
  progress.count(done, lectures.length)
  if (!missing.length)
    return printed
  const files = new Map<Lecture, string[]>(missing.map(lecture => [lecture, []]))
  const server = await serveDecks(folder)
  try {
    const fresh = await printLectures(browser, {
      course: { ...course, lectures: missing },
      whole,
      origin: server.origin,
      slides: {},
      frozen: true,
      handouts,
      async write(lecture, file, content) {
        files.get(lecture)?.push(file)
        const target = path.join(below(lecture), file)
        await fs.mkdir(path.dirname(target), { recursive: true })
        await fs.writeFile(target, content)
      },
      async onDone(one) {
        // At once: what fails later, here or elsewhere, costs no second print.
        await cache.keep(one, below(one.lecture), files.get(one.lecture) ?? [])
        progress.count(++done, lectures.length)
      },
    })
    return [...printed, ...fresh.map(printed => ({ printed, files: files.get(printed.lecture) ?? [] }))]
      .sort((a, b) => a.printed.lecture.number - b.printed.lecture.number)
  }
  finally {
    await server.close()
  }
}

/** What tells one browser from another, or from what it was before an update. */
async function marksOf({ source, executable }: FoundBrowser): Promise<unknown> {
  if (!executable)
    return source
  const { size, mtimeMs } = await fs.stat(executable)
  return [source, executable, size, mtimeMs]
}
