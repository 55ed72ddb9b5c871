import type { LazyBrowser } from '../browser/launch.ts'
import type { Progress } from '../core/progress.ts'
import type { Course } from '../course/course.ts'
import type { Audience } from '../shared/audience.ts'
import { findBrowser } from '../browser/find.ts'
import { lazyBrowser } from '../browser/launch.ts'
import { cachedDecks } from '../slidev/cached-decks.ts'
import { serveDecks } from './deck/serve-decks.ts'

interface ServedDecksOptions {
  audience: Audience
  /** Tells builds apart that take something else from the same course. */
  name?: string
  /** When the course was read, in milliseconds. */
  since: number
  /** Path of a browser executable; else one is found. */
  executablePath?: string
  progress: Progress
}

export interface ServedDecks {
  browser: LazyBrowser
  /** Address of the decks, without a trailing slash. */
  origin: string
  /** Where they are built. */
  folder: string
}

/** Builds the decks of a course where they have changed, and serves them beside a browser as long as work takes. */
export async function withServedDecks<T>(
  course: Course,
  { audience, name, since, executablePath, progress }: ServedDecksOptions,
  work: (decks: ServedDecks) => Promise<T>,
): Promise<T> {
  const browser = lazyBrowser(findBrowser(executablePath))
  try {
    // It starts while the decks are looked up; whoever prints sees the error, if there is one.
    browser.get().catch(() => undefined)
    const folder = await cachedDecks(course, { audience, name, since, browser, progress })
    const server = await serveDecks(folder)
    try {
      return await work({ browser, origin: server.origin, folder })
    }
    finally {
      await server.close()
    }
  }
  finally {
    await browser.close()
    progress.done()
  }
}
