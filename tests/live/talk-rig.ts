import type { Course, Lecture } from '../../src/course/course.ts'
import type { TalkServer } from '../../src/live/talk-server.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { listen } from '../../src/browser/serve.ts'
import { loadCourse } from '../../src/check/load-course.ts'
import { createRights } from '../../src/live/rights.ts'
import { createTalkServer } from '../../src/live/talk-server.ts'
import { talksCourse } from '../talk/read-fixture.ts'
import { stubPages, stubSlides } from './stub-slides.ts'

export const SECRET = 'a-secret-that-nobody-guesses'

export interface Rig {
  root: string
  course: Course
  lecture: Lecture
  port: number
  origin: string
  /** Sends as a page of the server does. */
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<{ status: number, body: Record<string, unknown> }>
  present: (action: Record<string, unknown>) => Promise<{ status: number, body: Record<string, unknown> }>
  get: (path: string, headers?: Record<string, string>) => Promise<Response>
  follow: () => Promise<Follower>
  /** The server itself, and the folder of its decks. */
  server: () => TalkServer
  decks: string
  /** Ends the server as a crash does, and starts another one. */
  restart: () => Promise<void>
}

export interface Follower {
  name: string
  /** The last view that came, once it is as wanted. */
  sees: (wanted: (view: Record<string, any>) => boolean) => Promise<Record<string, any>>
  act: (action: Record<string, unknown>) => Promise<{ status: number, body: Record<string, unknown> }>
  close: () => void
}

/** A real server of a talk on a free port, with slides that say where they are. */
export async function startTalk(
  { now, prepare }: { now?: () => number, prepare?: (lecture: Lecture) => void } = {},
): Promise<Rig> {
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-live-'))
  onTestFinished(() => fs.rm(root, { recursive: true, force: true }))
  await fs.cp(talksCourse, root, { recursive: true })
  const decks = path.join(root, 'decks')
  await fs.mkdir(path.join(decks, 'what-is-a-kernel/deck'), { recursive: true })
  await fs.mkdir(path.join(decks, 'assets'))
  await fs.writeFile(path.join(decks, 'what-is-a-kernel/deck/index.html'), '<html><head></head>a note for the presenter</html>')
  await fs.writeFile(path.join(decks, 'assets/deck.js'), 'a note for the presenter')
  await fs.writeFile(path.join(decks, 'assets/later.png'), 'later')
  const course = await loadCourse(root)
  const lecture = course.lectures[0]!
  prepare?.(lecture)
  const rights = createRights(SECRET, 'test')
  const start = async (port: number) => {
    const server: TalkServer = createTalkServer({
      course,
      lectures: [lecture],
      decks,
      rights,
      now,
      freeze: async () => stubSlides(),
      pages: async () => stubPages(),
    })
    const running = await listen(server.listener, port)
    return { server, running }
  }
  let { server, running } = await start(0)
  const { port } = running
  const stop = async () => {
    server.close()
    await running.close()
  }
  onTestFinished(() => stop())
  const origin = `http://127.0.0.1:${port}`
  const post = posting(origin)
  return {
    server: () => server,
    decks,
    root,
    course,
    lecture,
    port,
    origin,
    post,
    present: action => post('/live/act', { lecture: lecture.slug, ...action }, { authorization: `Bearer ${SECRET}` }),
    get: (path, headers) => fetch(origin + path, { headers }),
    follow: (name = '') => follow(origin, name, post),
    async restart() {
      await stop()
      ;({ server, running } = await start(port))
    },
  } as Rig
}

/** Sends to a server as its own pages do. */
export function posting(origin: string): Rig['post'] {
  return async (path, body, headers = {}) => {
    const sending = () => fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    const response = await sending().catch(sending)
    return { status: response.status, body: await response.json() as Record<string, unknown> }
  }
}

/** Follows a talk at a server or a relay. */
export async function follow(origin: string, known: string, post: Rig['post']): Promise<Follower> {
  const end = new AbortController()
  const open = () => fetch(`${origin}/room/events?name=${known}`, { signal: end.signal })
  // A connection that is kept may be one to a server that is gone.
  const response = await open().catch(open)
  const events: Record<string, any> = {}
  const waiting = new Set<() => void>()
  const read = (async () => {
    let text = ''
    for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
      text += part
      for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n')) {
        const [, name, data] = /^event: (\w+)\ndata: (.*)$/m.exec(text.slice(0, at)) ?? []
        text = text.slice(at + 2)
        if (name)
          events[name] = JSON.parse(data!)
      }
      waiting.forEach(look => look())
    }
  })().catch(() => undefined)
  onTestFinished(async () => {
    end.abort()
    await read
  })
  const when = (wanted: () => boolean) => new Promise<void>((resolve) => {
    const look = () => {
      if (!wanted())
        return
      waiting.delete(look)
      resolve()
    }
    waiting.add(look)
    look()
  })
  await when(() => events.name !== undefined)
  return {
    name: events.name,
    async sees(wanted) {
      await when(() => events.view !== undefined && wanted(events.view))
      return events.view
    },
    act: action => post('/room/act', { name: events.name, ...action }),
    close: () => end.abort(),
  }
}
