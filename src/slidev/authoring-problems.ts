import type { HotPayload, Logger, Plugin, ViteDevServer } from 'vite'
import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import type { Drawn } from '../shared/authoring-events.ts'
import { createLogger } from 'vite'
import { formatProblem } from '../core/errors.ts'
import { DRAWN_EVENT, SAVED_EVENT } from '../shared/authoring-events.ts'
import { buildProblems } from './build-problems.ts'

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
 * Keeps what is wrong with a course while it is written, and shows it over every open deck until it is fixed.
 * @param current the course as it was last read without problems
 * @param tell called after each change with one text for each problem; none where all is well
 */
export function trackProblems(current: () => Course, tell: (problems: string[]) => void): AuthoringProblems {
  const logger = createLogger('warn', { allowClearScreen: false })
  const ofModules = new Map<string, Problem[]>()
  let ofCourse: readonly Problem[] = []
  let told: string | undefined
  let server: ViteDevServer

  function texts(): string[] {
    return [...new Set([...ofCourse, ...[...ofModules.values()].flat()].map(problem => formatProblem(problem)))]
  }

  function tellOnce(): void {
    const problems = texts()
    if (problems.join('\n') === told)
      return
    told = problems.join('\n')
    tell(problems)
  }

  /** Also where all has been told: Vite shows an error in its own words as soon as it has logged it. */
  function show(): void {
    tellOnce()
    broadcast(server, texts().length ? overlay(texts()) : NOTHING_NEW)
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
        server.ws.on(DRAWN_EVENT, ({ isNew, failure }: Drawn, client) => {
          // At the first update of all, Vite loads a page again where something is shown over it.
          if (isNew)
            client.send(NOTHING_NEW)
          // And at each update it takes that away, though a style be all that is new.
          const problems = [...texts(), ...failure ? [failure] : []]
          if (problems.length)
            client.send(overlay(problems))
        })
      },
      hotUpdate: {
        order: 'post',
        handler({ type }) {
          if (this.environment.name !== 'client')
            return
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

function overlay(texts: readonly string[]): HotPayload {
  return { type: 'error', err: { message: texts.join('\n\n'), stack: '' } }
}

/** To those that listen now: Vite would keep an error for whoever comes next, though it is fixed by then. */
function broadcast({ ws }: ViteDevServer, payload: HotPayload): void {
  for (const client of ws.clients)
    client.send(payload)
}
