import type { Course } from '../course/course.ts'
import { lazyBrowser } from '../browser/launch.ts'
import { freePort } from '../browser/serve.ts'
import { loadCourse } from '../check/load-course.ts'
import { openDiagramRenderer } from '../mermaid/render-diagrams.ts'
import { setDiagramRenderer } from '../mermaid/renderer.ts'
import { startDevServer } from './dev-server.ts'
import { indexPage } from './index-page.ts'

export interface ServeAuthoringOptions {
  /** Folder of the course. */
  root: string
  /** First port to try. */
  port: number
  /** What is wrong with the course after a change, one text for each problem; empty when all is well again. */
  onProblems: (problems: string[]) => void
}

/** Serves a course for writing on 127.0.0.1 until the process ends. */
export async function serveAuthoring(
  { root, port: wanted, onProblems }: ServeAuthoringOptions,
): Promise<{ course: Course, port: number }> {
  const course = await loadCourse(root)
  const port = await freePort(wanted)
  setDiagramRenderer(openDiagramRenderer(course.root, lazyBrowser().get).render)
  await startDevServer(course, { port, index: indexPage, onProblems })
  return { course, port }
}
