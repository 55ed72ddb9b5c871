import type { RunningServer } from '../browser/serve.ts'
import type { Progress } from '../core/progress.ts'
import type { Course, Lecture } from '../course/course.ts'
import { lazyBrowser } from '../browser/launch.ts'
import { serveFolder } from '../browser/serve.ts'
import { loadCourse } from '../check/load-course.ts'
import { selectLectures } from '../course/select.ts'
import { cachedDecks } from '../slidev/cached-decks.ts'
import { indexPage } from '../slidev/index-page.ts'

export interface ServePresenterOptions {
  /** Folder of the course. */
  root: string
  /** Lectures to name; all of them where there is none. */
  slugs: readonly string[]
  /** First port to try. */
  port: number
  progress: Progress
}

/** Serves the presenter's decks of a course on 127.0.0.1, and builds them first where something has changed. */
export async function servePresenter(
  { root, slugs, port, progress }: ServePresenterOptions,
): Promise<{ course: Course, lectures: Lecture[], server: RunningServer }> {
  const since = Date.now()
  const course = await loadCourse(root)
  const lectures = selectLectures(course, slugs)
  const browser = lazyBrowser()
  const decks = await cachedDecks(course, { audience: 'presenter', since, browser, progress }).finally(browser.close)
  return { course, lectures, server: await serveFolder(decks, { port, index: indexPage(course) }) }
}
