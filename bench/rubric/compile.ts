import type { Course } from '../../src/course/course.ts'
import type { TemporaryLecture } from '../../src/generate/fit/temporary-course.ts'
import { ViteSlidevPlugin } from '@slidev/cli'
import { createServer } from 'vite'
import { withTemporaryCourse } from '../../src/generate/fit/temporary-course.ts'
import { assertContract } from '../../src/slidev/contract/contract.ts'
import { slidevIds } from '../../src/slidev/contract/names.ts'
import { resolveCourse } from '../../src/slidev/options.ts'
import { courseRootPlugin } from '../../src/slidev/packages-plugin.ts'

export interface CompileFault {
  /** Slug of the lecture. */
  lecture: string
  /** Number of the slide, from 1. */
  slide: number
  message: string
}

/**
 * Compiles every slide of lectures as a deck's build does, without bundling them.
 * @param look the course whose theme and components the slides get
 */
export async function compileLectures(lectures: readonly TemporaryLecture[], look?: Course): Promise<CompileFault[]> {
  return withTemporaryCourse(lectures, { language: 'en', look }, compileCourse)
}

async function compileCourse(course: Course): Promise<CompileFault[]> {
  const options = await resolveCourse(course, { mode: 'build', audience: 'presenter' })
  const server = await createServer({
    configFile: false,
    root: course.root,
    logLevel: 'silent',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true, include: [] },
    plugins: [courseRootPlugin(), await ViteSlidevPlugin(options)],
  })
  const compile = async (index: number) => {
    const outer = await server.transformRequest(slidevIds.body(index))
    const inner = /from "([^"]+)"/.exec(outer?.code ?? '')?.[1]
    assertContract(inner !== undefined, `${slidevIds.body(index)} leads to a slide of its own`)
    await server.transformRequest(inner)
  }
  try {
    const faults: CompileFault[] = []
    for (const { slug, slides } of course.lectures) {
      for (const { index, number } of slides) {
        try {
          await compile(index)
        }
        catch (error) {
          faults.push({ lecture: slug, slide: number, message: (error as Error).message.split('\n')[0]! })
        }
      }
    }
    return faults
  }
  finally {
    await server.close()
  }
}
