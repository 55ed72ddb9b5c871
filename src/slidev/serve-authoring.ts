import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import type { FindFaults } from './authoring-findings.ts'
import type { WaitingPage } from './waiting-page.ts'
import { setTimeout } from 'node:timers/promises'
import { formatProblem, UserError } from '../core/errors.ts'
import { serveWaitingPage } from './waiting-page.ts'

export interface ServeAuthoringOptions {
  /** Folder of the course. */
  root: string
  /** First port to try. */
  port: number
  /** Called when it is known where the course is served, before it has been read. */
  onAddress: (port: number) => void
  /** Called with the course when it can be read. */
  onCourse: (course: Course, port: number) => void
  /** What is wrong with the course after a change, one text for each problem; empty when all is well again. */
  onProblems: (problems: string[]) => void
  /** What a check says of a course that can be built. */
  findFaults: FindFaults
  /** What it says for the first time, one text for each finding. */
  onFindings: (findings: string[]) => void
}

/** How often a course that cannot be read is tried again, in milliseconds. */
const AGAIN = 500

/**
 * Serves a course for writing on 127.0.0.1 until the process ends. One that has problems is served with them; where it
 * cannot be read at all, a page says so until it is fixed.
 * @throws UserError where there is no course
 */
export async function serveAuthoring(options: ServeAuthoringOptions): Promise<void> {
  const { root, onAddress, onCourse, onProblems, findFaults, onFindings } = options
  const waiting = await serveWaitingPage(options.port)
  const { port } = waiting
  onAddress(port)
  // All that reads and serves a course takes seconds to load.
  const { surveyCourse } = await import('../check/load-course.ts')
  const read = () => surveyCourse(root)
  const { course, problems } = await read()
    .catch(error => waitForCourse(error, { read, waiting, onProblems }))
    .catch(async (error: unknown) => {
      // What still listens would keep the process.
      await waiting.close()
      throw error
    })
  onCourse(course, port)
  if (problems.length)
    onProblems(problems.map(problem => formatProblem(problem)))
  const [{ startDevServer }, { indexPage }, { lazyBrowser }, { openDiagramRenderer }, { setDiagramRenderer }]
    = await Promise.all([
      import('./dev-server.ts'),
      import('./index-page.ts'),
      import('../browser/launch.ts'),
      import('../mermaid/render-diagrams.ts'),
      import('../mermaid/renderer.ts'),
    ])
  setDiagramRenderer(openDiagramRenderer(course, lazyBrowser().get).render)
  const prepared = { port, known: problems, index: indexPage, onProblems, findFaults, onFindings }
  await startDevServer(course, { ...prepared, beforeListening: waiting.close })
}

interface ReadCourse { course: Course, problems: Problem[] }

interface Waiting extends Pick<ServeAuthoringOptions, 'onProblems'> {
  read: () => Promise<ReadCourse>
  waiting: WaitingPage
}

/** Tells what is wrong as often as it changes, until the course can be read. */
async function waitForCourse(
  error: unknown,
  { read, waiting, onProblems }: Waiting,
): Promise<ReadCourse> {
  let told: string[] = []
  for (let now = error; ;) {
    // Without slides.md it is no course, and nobody is writing one.
    if (!(now instanceof UserError) || !now.problems.some(({ file }) => file))
      throw now
    const texts = now.problems.map(problem => formatProblem(problem))
    if (texts.join('\n') !== told.join('\n'))
      onProblems(texts)
    told = texts
    waiting.say(texts)
    await setTimeout(AGAIN)
    try {
      const course = await read()
      waiting.say([])
      onProblems([])
      return course
    }
    catch (next) {
      now = next
    }
  }
}
