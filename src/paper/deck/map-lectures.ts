import type { Browser } from 'playwright-chromium'
import type { LazyBrowser } from '../../browser/launch.ts'
import type { Problem } from '../../core/errors.ts'
import type { Lecture } from '../../course/course.ts'
import os from 'node:os'
import { throwProblems, UserError } from '../../core/errors.ts'
import { mapPool } from '../../core/map-pool.ts'

// A lecture that waits for its deck leaves the processor to others.
const AT_WORK = Math.min(4, os.availableParallelism())

type Work<T> = (browser: Browser, lecture: Lecture) => Promise<T>

/**
 * Runs work for each lecture through one browser, several at a time.
 * A browser that dies is started again once; what was left then runs one by one, so that the lecture that kills it is
 * known.
 * @returns a result for each lecture, in their order
 * @throws UserError with what is wrong with all lectures that fail, or that names the one that the browser does not
 * survive
 */
export async function mapLectures<T>(browser: LazyBrowser, lectures: readonly Lecture[], work: Work<T>): Promise<T[]> {
  const results = new Map<Lecture, T>()
  const problems: Problem[] = []
  const first = await browser.get()
  try {
    await mapPool(lectures, AT_WORK, async (lecture) => {
      try {
        results.set(lecture, await work(first, lecture))
      }
      catch (error) {
        if (!(error instanceof UserError))
          throw error
        problems.push(...error.problems)
      }
    })
  }
  catch (error) {
    throwProblems(problems)
    if (!browserCrashed(first, error))
      throw error
    for (const lecture of lectures.filter(lecture => !results.has(lecture)))
      results.set(lecture, await retryAlone(browser, lecture, work))
  }
  throwProblems(problems)
  return lectures.map(lecture => results.get(lecture) as T)
}

async function retryAlone<T>(lazy: LazyBrowser, lecture: Lecture, work: Work<T>): Promise<T> {
  let browser = await lazy.get()
  if (!browser.isConnected())
    browser = await lazy.restart()
  try {
    return await work(browser, lecture)
  }
  catch (error) {
    if (!browserCrashed(browser, error))
      throw error
    throw new UserError(
      `The browser does not survive the lecture "${lecture.title}": it was started again and died again.`,
      'Look for very large pictures, or give another browser with --browser or DOCENT_BROWSER.',
      { file: lecture.file },
    )
  }
}

/** Whether an error means that the browser, or the page in it, is gone. */
function browserCrashed(browser: Browser, error: unknown): boolean {
  if (!browser.isConnected())
    return true
  return !(error instanceof UserError) && /has been closed|crashed/i.test(String(error))
}
