import type { RunningServer } from '../browser/serve.ts'
import type { Progress } from '../core/progress.ts'
import type { Course, Lecture } from '../course/course.ts'
import type { JoinView } from '../shared/live.ts'
import type { LivePages } from './live-pages.ts'
import { lazyBrowser } from '../browser/launch.ts'
import { listen } from '../browser/serve.ts'
import { loadCourse } from '../check/load-course.ts'
import { selectLectures } from '../course/select.ts'
import { cachedDecks } from '../slidev/cached-decks.ts'
import { joinView, networkAddresses } from './addresses.ts'
import { createRights, keptSecret } from './rights.ts'
import { createTalkServer } from './talk-server.ts'

interface ServePresenterOptions {
  /** Folder of the course. */
  root: string
  /** Lectures to name; all of them where there is none. */
  slugs: readonly string[]
  /** First port to try. */
  port: number
  /** Whether others of the network are let in. */
  host: boolean
  /** Where the room follows instead of here: the address of a relay, and the token that it knows. */
  relay?: { address: string, token: string }
  progress: Progress
}

export interface ServedTalks {
  course: Course
  lectures: Lecture[]
  server: RunningServer
  /** What makes whoever opens an address with it the presenter. */
  secret: string
  /** Addresses at which others of the network may reach this server; none where they are not let in. */
  origins: string[]
}

/**
 * Serves the talks of a course: the decks, the presenter view and, where they are let in, the people listening. Decks
 * are built first where something has changed.
 */
export async function servePresenter(
  { root, slugs, port, host, relay, progress }: ServePresenterOptions,
): Promise<ServedTalks> {
  const since = Date.now()
  const course = await loadCourse(root)
  const lectures = selectLectures(course, slugs)
  const browser = lazyBrowser()
  const decks = await cachedDecks(course, { audience: 'presenter', since, browser, progress }).finally(browser.close)
  const rights = createRights(keptSecret(course.root), String(port))
  let pages: Promise<LivePages> | undefined
  let join: JoinView | undefined
  const { listener, close, relayTo, follow } = createTalkServer({
    course,
    lectures,
    decks,
    rights,
    join: () => join,
    // Most who look at a deck want no other page.
    pages: () => pages ??= import('./live-pages.ts').then(({ livePages }) =>
      livePages({ language: course.language, course })),
    async freeze(lecture) {
      const { keptSlides } = await import('./frozen/kept-slides.ts')
      const browser = lazyBrowser()
      return keptSlides(browser, course, { lecture, decks }).finally(browser.close)
    },
  })
  const server = await listen(listener, port, host ? '0.0.0.0' : '127.0.0.1')
  const origins = host ? networkAddresses().map(address => `http://${address}:${server.port}`) : []
  if (relay) {
    const { connectRelay } = await import('./relay/connect-relay.ts')
    relayTo(connectRelay({ relay: relay.address, token: relay.token, decks, follow, onState: sayOnce('relay') }))
  }
  const room = relay?.address ?? origins[0]
  if (room)
    join = joinView(`${room}/`)
  return {
    course,
    lectures,
    secret: rights.secret,
    origins,
    server: {
      ...server,
      async close() {
        close()
        await server.close()
      },
    },
  }
}

/** Says what is wrong with a connection when it begins to be, and when it is not any more. */
function sayOnce(name: string): (problem: string | undefined) => void {
  let last: string | undefined
  return (problem) => {
    if (problem !== last)
      console.error(problem ? `The ${name} cannot be reached: ${problem}; it is tried again.` : `The ${name} is there.`)
    last = problem
  }
}
