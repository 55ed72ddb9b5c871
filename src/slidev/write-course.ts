import type { Course } from '../course/course.ts'
import { lazyBrowser } from '../browser/launch.ts'
import { freePort } from '../browser/serve.ts'
import { loadCourse } from '../check/load-course.ts'
import { openDiagramSource } from '../mermaid/draw.ts'
import { setDiagramDrawer } from '../mermaid/drawer.ts'
import { startDevServer } from './dev-server.ts'
import { indexPage } from './index-page.ts'

export interface WriteCourse {
  /** Folder of the course. */
  course: string
  /** First port to try. */
  port: number
  /** What is wrong with the course after a change, one text for each problem; empty when all is well again. */
  onProblems: (problems: string[]) => void
}

/** Serves a course for writing on 127.0.0.1 until the process ends. */
export async function writeCourse({ course: root, port: wanted, onProblems }: WriteCourse): Promise<{ course: Course, port: number }> {
  const course = await loadCourse(root)
  const port = await freePort(wanted)
  setDiagramDrawer(openDiagramSource(course.root, lazyBrowser().get).draw)
  await startDevServer(course, {
    port,
    index: course => indexPage(course, { links: ({ slug }) => [{ href: `/${slug}/deck/`, label: 'Deck' }, { href: `/${slug}/deck/#/presenter/1`, label: 'Presenter view' }] }),
    onProblems,
  })
  return { course, port }
}
