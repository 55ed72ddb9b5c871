import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ViteDevServer } from 'vite'
import type { Course } from '../course/course.ts'
import path from 'node:path'
import { createServer } from 'vite'
import { loadCourse } from '../check/load-course.ts'
import { UserError } from '../core/errors.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { trackProblems } from './authoring-problems.ts'
import { deckHtml, decksPlugin } from './decks-plugin.ts'
import { fontsPlugin } from './fonts-plugin.ts'
import { lookPlugin } from './look-plugin.ts'
import { loadData, resolveCourse } from './options.ts'
import { courseRootPlugin } from './packages-plugin.ts'
import { isRefused, isStranger, pathOf } from './strangers.ts'
import { deckViteConfig } from './vite-config.ts'

const HTML = 'text/html; charset=utf-8'

export interface DevServerOptions {
  port: number
  /** The page at `/`. */
  index: (course: Course) => string
  /** Called with what is wrong with the course after a change, a text for each problem; empty when it is fixed. */
  onProblems: (problems: string[]) => void
}

/** Where files appear of which no slide has known yet. */
const AUTHORED_FOLDERS = ['components', 'layouts', 'public', 'styles']

/**
 * Serves a course for writing on 127.0.0.1: every deck at its built address, each change shown at once.
 * Nothing that is asked of it writes files.
 */
export async function startDevServer(
  course: Course,
  { port, index, onProblems }: DevServerOptions,
): Promise<ViteDevServer> {
  let current = course
  const problems = trackProblems(() => current, onProblems)
  const options = await resolveCourse(course, { mode: 'dev', audience: 'presenter' })
  // Slidev decides as it starts whether it reads formulas; the first of a course may come later.
  options.data.features.katex = true
  const server: ViteDevServer = await createServer(await deckViteConfig({
    root: course.root,
    base: '/',
    optimizeDeps: { entries: [path.join(options.clientRoot, 'main.ts')] },
    customLogger: problems.logger,
    plugins: [
      decksPlugin(() => current, options),
      lookPlugin(course, options),
      courseRootPlugin(),
      fontsPlugin(() => current),
      problems.plugin,
      {
        name: 'docent:authoring',
        // Before Slidev's own middleware, which would write files for anybody who asks.
        enforce: 'pre',
        // A course elsewhere has no packages, and only from the root are those found that Vite prepares.
        config: () => ({ root: toolkitRoot, publicDir: path.join(course.root, 'public') }),
        configureServer({ middlewares, httpServer, watcher }) {
          watcher.add(AUTHORED_FOLDERS.map(name => path.join(course.root, name)))
          middlewares.use((request, response, next) => {
            answer(request, response).then(done => done || next(), next)
          })
          httpServer?.prependListener('upgrade', (request, socket) => isStranger(request) && socket.destroy())
        },
      },
    ],
    server: { host: '127.0.0.1', port, strictPort: true, fs: { allow: [course.root, toolkitRoot] }, cors: false },
    define: { ...options.utils.define, __VUE_PROD_DEVTOOLS__: 'false' },
  }, { course, options, command: 'serve', serverOptions: { loadData: reload } }))

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (isRefused(request)) {
      response.writeHead(403).end('Only for reading, and only from this machine.')
      return true
    }
    const pathname = pathOf(request)
    if (pathname === undefined) {
      response.writeHead(400).end('This address cannot be read.')
      return true
    }
    const html = pageAt(pathname)
    if (html === undefined)
      return false
    response.setHeader('content-type', HTML).end(await server.transformIndexHtml(pathname, html))
    return true
  }

  function pageAt(pathname: string): string | undefined {
    if (pathname === '/' || pathname === '/index.html')
      return index(current)
    const slug = /^\/([^/]+)\/deck\/(?:index\.html)?$/.exec(pathname)?.[1]
    const lecture = current.lectures.find(lecture => lecture.slug === slug)
    return lecture && deckHtml(current, lecture, options)
  }

  async function reload(sources?: Record<string, string>) {
    try {
      const next = await loadCourse(course.root, sources)
      const loaded = await loadData(next, { mode: 'dev', audience: 'presenter', sources })
      const data = { ...loaded, features: options.data.features }
      const moved = shape(next) !== shape(current)
      current = next
      problems.read([])
      if (moved)
        reloadDecks(server)
      return data
    }
    catch (error) {
      if (!(error instanceof UserError))
        throw error
      problems.read(error.problems)
      return false
    }
  }

  return await server.listen()
}

/** What the decks' entries are made from: when it changes, slides have come, gone or moved. */
function shape({ title, lectures }: Course): string {
  const parts = lectures.map(({ slug, title, slides }) => [slug, title, slides.map(({ id }) => id)])
  return JSON.stringify([title, parts])
}

function reloadDecks({ moduleGraph, ws }: ViteDevServer): void {
  moduleGraph.invalidateAll()
  // Slidev has still to take over the new data.
  setImmediate(() => ws.send({ type: 'full-reload' }))
}
