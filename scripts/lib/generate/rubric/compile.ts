import type { Course } from '../../../../src/course/course.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { ViteSlidevPlugin } from '@slidev/cli'
import { createServer } from 'vite'
import { loadCourse } from '../../../../src/check/load-course.ts'
import { assertContract } from '../../../../src/slidev/contract/contract.ts'
import { slidevIds } from '../../../../src/slidev/contract/names.ts'
import { resolveCourse } from '../../../../src/slidev/options.ts'
import { courseRootPlugin } from '../../../../src/slidev/packages-plugin.ts'
import { newCourseFile } from '../course/course-file.ts'

export interface CompileFault {
  lecture: string
  slide: number
  message: string
}

/**
 * Compiles every slide of lectures as a deck's build does, without bundling them.
 * @param lectures Markdown by name; a name is a slug
 * @param pictures files below `public/` that the lectures name
 */
export async function compileLectures(lectures: ReadonlyMap<string, string>, pictures: readonly string[] = []): Promise<CompileFault[]> {
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-compile-'))
  try {
    await fs.mkdir(path.join(root, 'slides'))
    const names = Array.from(lectures.keys(), (slug, i) => `${String(i + 1).padStart(4, '0')}-${slug}.md`)
    await Promise.all(Array.from(lectures.values(), (text, i) => fs.writeFile(path.join(root, 'slides', names[i]!), text)))
    for (const name of pictures) {
      await fs.mkdir(path.dirname(path.join(root, 'public', name)), { recursive: true })
      await fs.writeFile(path.join(root, 'public', name), '')
    }
    await fs.writeFile(path.join(root, 'slides.md'), newCourseFile({ title: 'Compile', language: 'en' }, names))
    return await compileCourse(await loadCourse(root))
  }
  finally {
    await fs.rm(root, { recursive: true, force: true })
  }
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
  try {
    const faults: CompileFault[] = []
    for (const { slug, slides } of course.lectures) {
      for (const { index, number } of slides) {
        try {
          const outer = await server.transformRequest(slidevIds.body(index))
          const inner = /from "([^"]+)"/.exec(outer?.code ?? '')?.[1]
          assertContract(inner !== undefined, `${slidevIds.body(index)} leads to a slide of its own`)
          await server.transformRequest(inner)
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
