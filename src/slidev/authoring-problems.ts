import type { HotChannelClient, HotPayload, Logger, Plugin, ViteDevServer } from 'vite'
import type { Problem } from '../core/errors.ts'
import type { Course, Lecture } from '../course/course.ts'
import type { Drawn } from '../shared/authoring-events.ts'
import { createLogger } from 'vite'
import { formatProblem } from '../core/errors.ts'
import { DRAWN_EVENT, SAVED_EVENT } from '../shared/authoring-events.ts'
import { buildProblems } from './build-problems.ts'
import { holdsFrontmatter } from './contract/names.ts'

export interface AuthoringProblems {
  /** Takes what was wrong when the course was last read; nothing where all is well. */
  read: (problems: readonly Problem[]) => void
  /** Vite's own, but for what an author can fix. */
  logger: Logger
  plugin: Plugin
}

/** Takes away what is shown over a page. */
const NOTHING_NEW: HotPayload = { type: 'update', updates: [] }

/**
 * Keeps what is wrong with a course while it is written, and shows it until it is fixed: over the open decks of the
 * lecture that it is about, over all of them where it is about what they share.
 * @param current the course as it was last read without problems
 * @param tell called after each change with one text for each problem; none where all is well
 */
export function trackProblems(current: () => Course, tell: (problems: string[]) => void): AuthoringProblems {
  const logger = createLogger('warn', { allowClearScreen: false })
  const ofModules = new Map<string, Problem[]>()
  let ofCourse: readonly Problem[] = []
  let told: string | undefined
  let server: ViteDevServer
  const lectures = new WeakMap<object, string>()

  /** What has been found in reading the course is not told again in the words of who builds it. */
  function all(): Problem[] {
    const places = new Set(ofCourse.map(({ file, line }) => `${file}:${line}`))
    const built = [...ofModules.values()].flat().filter(({ file, line }) => !places.has(`${file}:${line}`))
    return [...ofCourse, ...built]
  }

  function textsOf(problems: readonly Problem[]): string[] {
    return [...new Set(problems.map(problem => formatProblem(problem)))]
  }

  /** What stands over an open deck. */
  function shownTo(client: HotChannelClient): string[] {
    const slug = lectures.get(client)
    const others = current().lectures.filter(lecture => lecture.slug !== slug)
    const own = current().lectures.filter(lecture => lecture.slug === slug).flatMap(filesOf)
    const elsewhere = new Set(slug === undefined ? [] : others.flatMap(filesOf).filter(file => !own.includes(file)))
    return textsOf(all().filter(({ file = '' }) => !elsewhere.has(file)))
  }

  function tellOnce(): void {
    const problems = textsOf(all())
    if (problems.join('\n') === told)
      return
    told = problems.join('\n')
    tell(problems)
  }

  /** Also where all has been told: Vite shows an error in its own words as soon as it has logged it. */
  function show(): void {
    tellOnce()
    for (const client of server.ws.clients) {
      const problems = shownTo(client)
      client.send(problems.length ? overlay(problems) : NOTHING_NEW)
    }
  }

  /** Whether a module can be built now; what an author can fix of it is kept. */
  async function check(id: string): Promise<boolean> {
    try {
      await server.environments.client.transformRequest(id)
      ofModules.delete(id)
      return true
    }
    catch (error) {
      ofModules.set(id, buildProblems({ errors: [error as Error] }, current()))
      return false
    }
  }

  async function afterError(id: string): Promise<void> {
    // What fails may have been fixed since it was asked for.
    if (await check(id))
      broadcast(server, { type: 'custom', event: SAVED_EVENT })
    show()
  }

  async function afterSave(): Promise<void> {
    told = undefined
    await Promise.all(Array.from(ofModules.keys(), check))
    show()
    broadcast(server, { type: 'custom', event: SAVED_EVENT })
  }

  return {
    read: problems => ofCourse = problems,
    logger: {
      ...logger,
      error(message, options) {
        const error = options?.error as { id?: string, message: string } | null | undefined
        if (error?.id && buildProblems({ errors: [error] }, current()).length)
          afterError(error.id)
        else
          logger.error(message, options)
      },
    },
    plugin: {
      name: 'docent:problems',
      configureServer(started) {
        server = started
        server.ws.on(DRAWN_EVENT, ({ isNew, lecture, failure }: Drawn, client) => {
          lectures.set(client, lecture)
          // At the first update of all, Vite loads a page again where something is shown over it.
          if (isNew)
            client.send(NOTHING_NEW)
          // And at each update it takes that away, though a style be all that is new.
          const problems = [...shownTo(client), ...failure ? [failure] : []]
          if (problems.length)
            client.send(overlay(problems))
        })
      },
      hotUpdate: {
        order: 'post',
        handler({ type, file }) {
          if (this.environment.name !== 'client')
            return
          // Where only a note is new, Slidev tells it to who listens, and gives whoever comes later the old one.
          const { moduleGraph } = this.environment
          for (const [id, module] of moduleGraph.idToModuleMap) {
            if (holdsFrontmatter(id, file))
              moduleGraph.invalidateModule(module)
          }
          // A file that has been missing, as a component, makes slides right that nobody saves again.
          if (type === 'create' && ofCourse.length)
            server.watcher.emit('change', current().entry)
          // Slidev and Vite have still to take over what was read.
          else
            setImmediate(afterSave)
        },
      },
    },
  }
}

function filesOf({ file, slides }: Lecture): string[] {
  return [file, ...slides.map(slide => slide.file)]
}

function overlay(texts: readonly string[]): HotPayload {
  return { type: 'error', err: { message: texts.join('\n\n'), stack: '' } }
}

/** To those that listen now: Vite would keep an error for whoever comes next, though it is fixed by then. */
function broadcast({ ws }: ViteDevServer, payload: HotPayload): void {
  for (const client of ws.clients)
    client.send(payload)
}
