import type { LazyBrowser } from '../browser/launch.ts'
import type { Progress } from '../core/progress.ts'
import type { Course, Lecture } from '../course/course.ts'
import type { Handout } from '../paper/handout/handout.ts'
import type { PrintedLecture } from '../paper/print-lectures.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { serveFolder } from '../browser/serve.ts'
import { formatDay } from '../paper/handout/version.ts'
import { openPrintCache } from '../paper/print-cache.ts'
import { printLectures } from '../paper/print-lectures.ts'

export interface PrintSite {
  /** The site, in which the decks already are. */
  folder: string
  handouts: readonly Handout[]
  browser: LazyBrowser
  /** Path of the browser executable that was asked for. */
  explicit?: string
  progress: Progress
}

/** Prints everything on paper and every picture of a site's lectures into their folders; what has not changed is taken from the last build. */
export async function printSite(course: Course, { folder, handouts, browser, explicit, progress }: PrintSite): Promise<PrintedLecture[]> {
  progress.step('Printing lectures')
  const below = (lecture: Lecture) => path.join(folder, lecture.slug)
  const day = new Date()
  const cache = await openPrintCache(course, { handouts, day: formatDay(day, course.language), explicit })
  const restored = new Map(await Promise.all(course.lectures.map(async lecture => [lecture, await cache.restore(lecture, below(lecture))] as const)))
  const missing = course.lectures.filter(lecture => !restored.get(lecture))
  let done = course.lectures.length - missing.length
  progress.count(done, course.lectures.length)
  if (!missing.length)
    return Array.from(restored.values(), printed => printed!)
  const files = new Map<Lecture, string[]>(missing.map(lecture => [lecture, []]))
  const server = await serveFolder(folder)
  try {
    const printed = await printLectures(browser, {
      course: { ...course, lectures: missing },
      origin: server.origin,
      slides: {},
      pictures: ['webp'],
      answersHidden: true,
      handouts,
      day,
      async write(lecture, file, content) {
        files.get(lecture)!.push(file)
        await fs.mkdir(path.dirname(path.join(below(lecture), file)), { recursive: true })
        await fs.writeFile(path.join(below(lecture), file), content)
      },
      onDone: () => progress.count(++done, course.lectures.length),
    })
    for (const one of printed)
      await cache.keep(one, below(one.lecture), files.get(one.lecture)!)
    const fresh = new Map(printed.map(one => [one.lecture, one]))
    return course.lectures.map(lecture => restored.get(lecture) ?? fresh.get(lecture)!)
  }
  finally {
    await server.close()
  }
}
