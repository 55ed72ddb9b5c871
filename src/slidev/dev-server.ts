import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ViteDevServer } from 'vite'
import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import type { FindFaults } from './authoring-findings.ts'
import path from 'node:path'
import { createServer } from 'vite'
import { packagesRoot, toolkitRoot } from '../core/toolkit.ts'
import { trackFindings } from './authoring-findings.ts'
import { trackProblems } from './authoring-problems.ts'
import { clientPlugin } from './client-plugin.ts'
import { courseReader } from './course-reader.ts'
import { deckHtml, decksPlugin } from './decks-plugin.ts'
import { fontsPlugin } from './fonts-plugin.ts'
import { linksPlugin } from './links-plugin.ts'
import { lookPlugin } from './look-plugin.ts'
import { loadData, resolveCourse } from './options.ts'
import { courseRootPlugin } from './packages-plugin.ts'
import { isRefused, isStranger, pathOf } from './strangers.ts'
import { deckViteConfig } from './vite-config.ts'
import { tellWebFonts } from './web-fonts.ts'

const HTML = 'text/html; charset=utf-8'

export interface DevServerOptions {
  port: number
  /** What is wrong with the course from the beginning. */
  known: readonly Problem[]
  /** The page at `/`. */
  index: (course: Course) => string
  /** Called with what is wrong with the course after a change, a text for each problem; empty when it is fixed. */
  onProblems: (problems: string[]) => void
  /** What a check says of the course, and whom it is told after a change: what is new. */
  findFaults: FindFaults
  onFindings: (findings: string[]) => void
  /** Gives the port free. */
  beforeListening: () => Promise<void>
}

/** Where files appear of which no slide has known yet. */
const AUTHORED_FOLDERS = ['components', 'layouts', 'public', 'styles']

/**
 * Serves a course for writing on 127.0.0.1: every deck at its built address, each change shown at once.
 * Nothing that is asked of it writes files.
 */
export async function startDevServer(
  course: Course,
  { port, known, index, onProblems, findFaults, onFindings, beforeListening }: DevServerOptions,
): Promise<ViteDevServer> {
  let current = course
  let wasBroken = known.length > 0
  const problems = trackProblems(() => current, onProblems)
  problems.read(known)
  const findings = trackFindings(() => current, findFaults, onFindings)
  const options = await resolveCourse(course, { mode: 'dev', audience: 'presenter' })
  // Slidev decides as it starts whether it reads formulas; the first of a course may come later.
  options.data.features.katex = true
  const readCourse = courseReader(course.root, options.data)
  tellWebFonts()
  const server: ViteDevServer = await createServer(await deckViteConfig({
    root: course.root,
    base: '/',
    optimizeDeps: { entries: [path.join(options.clientRoot, 'main.ts')] },
    customLogger: problems.logger,
    plugins: [
      decksPlugin(() => current, options),
      clientPlugin(),
      lookPlugin(course, options),
      courseRootPlugin(),
      fontsPlugin(() => current),
      linksPlugin(() => current),
      problems.plugin,
      findings.plugin,
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
    server: {
      host: '127.0.0.1',
      port,
      strictPort: true,
      fs: { allow: [course.root, toolkitRoot, packagesRoot] },
      cors: false,
      watch: { ignored: ['**/.docent/**'] },
    },
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
    const deck = html === undefined ? deckOf(pathname) : undefined
    if (deck)
      response.writeHead(302, { location: deck }).end()
    if (html === undefined)
      return deck !== undefined
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

  /** The address of a deck, where that of its lecture was typed. */
  function deckOf(pathname: string): string | undefined {
    const slug = /^\/([^/]+)(?:\/|\/deck)?$/.exec(pathname)?.[1]
    return current.lectures.some(lecture => lecture.slug === slug) ? `/${slug}/deck/` : undefined
  }

  async function reload(changed?: Record<string, string>) {
    const read = await readCourse(changed)
    problems.read(read.problems)
    // What was drawn while something was missing is drawn again.
    const mended = wasBroken && !read.problems.length
    wasBroken = read.problems.length > 0
    if (!read.course)
      return false
    const { course: next, sources } = read
    const loaded = await loadData(next, { mode: 'dev', audience: 'presenter', sources })
    const data = { ...loaded, features: options.data.features }
    const moved = shape(next) !== shape(current)
    forgetNotes(server, current, next)
    current = next
    findings.changed()
    if (moved || mended)
      reloadDecks(server)
    return data
  }

  await beforeListening()
  return await server.listen()
}

/** What the decks' entries are made from: when it changes, slides have come, gone or moved. */
function shape({ title, lectures }: Course): string {
  const parts = lectures.map(({ slug, title, slides }) => [slug, title, slides.map(({ id }) => id)])
  return JSON.stringify([title, parts])
}

/** Slidev tells open pages of a note that was edited, and keeps the old one for whoever comes next. */
function forgetNotes({ moduleGraph }: ViteDevServer, before: Course, after: Course): void {
  const notesOf = ({ lectures }: Course) => lectures.flatMap(({ slides }) => slides.map(({ notes }) => notes))
  const [old, edited] = [notesOf(before), notesOf(after)]
  for (const module of moduleGraph.idToModuleMap.values()) {
    const number = /__slidev_(\d+)\.frontmatter$/.exec(module.id ?? '')?.[1]
    if (number && old[Number(number) - 1] !== edited[Number(number) - 1])
      moduleGraph.invalidateModule(module)
  }
}

function reloadDecks({ moduleGraph, ws }: ViteDevServer): void {
  moduleGraph.invalidateAll()
  // Slidev has still to take over the new data.
  setImmediate(() => ws.send({ type: 'full-reload' }))
}
