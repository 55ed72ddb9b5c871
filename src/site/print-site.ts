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
  handouts: readonly Handout[]
  browser: LazyBrowser
  /** What `browser` is. */
  found: FoundBrowser
  progress: Progress
}

/**
 * Prints everything on paper and freezes every slide of a site's lectures; what has not changed is taken from the last
 * build.
 * @returns the lectures in the order of the course
 */
export async function printSite(
  course: Course,
  { folder, handouts, browser, found, progress }: PrintSiteOptions,
): Promise<PrintedLecture[]> {
  progress.step('Printing lectures')
  const below = (lecture: Lecture) => path.join(folder, lecture.slug)
  const cache = await openPrintCache(course, {
    decks: folder,
    options: { handouts, browser: await marksOf(found) },
  })
  const kept = await Promise.all(course.lectures.map(lecture => cache.restore(lecture, below(lecture))))
  const printed = kept.filter(one => one !== undefined)
  const missing = course.lectures.filter((_, i) => !kept[i])
  let done = printed.length
  progress.count(done, course.lectures.length)
  if (!missing.length)
    return printed
  const files = new Map<Lecture, string[]>(missing.map(lecture => [lecture, []]))
  const server = await serveDecks(folder)
  try {
    const fresh = await printLectures(browser, {
      course: { ...course, lectures: missing },
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
        progress.count(++done, course.lectures.length)
      },
    })
    return [...printed, ...fresh].sort((a, b) => a.lecture.number - b.lecture.number)
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
