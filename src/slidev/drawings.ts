import type { Course, Lecture } from '../course/course.ts'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * What plain Slidev has saved of drawings on a lecture's slides, where `drawings.persist` says so: the inside of an SVG
 * by the slide's number.
 */
export function savedDrawings({ headmatter, root }: Course, { slides }: Lecture): Record<number, string> {
  const { drawings } = headmatter as { drawings?: { persist?: unknown } }
  const { persist } = drawings ?? {}
  if (!persist)
    return {}
  const folder = path.resolve(root, typeof persist === 'string' ? persist : '.slidev/drawings/slides')
  // It knows a slide by its number among all of the course.
  const files = slides.map(({ number, index }) => ({ number, file: path.join(folder, `${index + 1}.svg`) }))
  return Object.fromEntries(files.filter(({ file }) => existsSync(file)).map(({ number, file }) =>
    [number, readFileSync(file, 'utf8').split('\n').slice(1, -1).join('\n')]))
}
