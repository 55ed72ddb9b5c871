import type { Course } from '../src/course/course.ts'
import type { Cost } from './measure.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { toolkitRoot } from '../src/core/toolkit.ts'
import { SLIDES, writeLargeCourse } from './large-course.ts'
import { measureProgram } from './measure.ts'

/** One build, with what it may cost on two processors that do nothing else. */
export interface BuildRow {
  name: string
  cost: Cost
  goal: { time: number, memory?: number }
}

type OnRow = (row: BuildRow) => void

const SECOND = 1000

const NOT_SOURCES = /^(?:\.docent|\.git|node_modules|dist|export|handouts|shards)$/

/** Measures builds of a course: from cold, and with nothing changed. */
export async function courseBuilds({ root, lectures }: Course, work: string, onRow: OnRow): Promise<void> {
  const copy = path.join(work, 'course')
  // What was built before stays where it is; what is the toolkit's is found there.
  const isSource = (file: string) => {
    const [top = ''] = path.relative(root, file).split(path.sep)
    return root === toolkitRoot ? /^(?:slides|slides\.md|public)?$/.test(top) : !NOT_SOURCES.test(top)
  }
  await fs.cp(root, copy, { recursive: true, filter: isSource })
  const name = `${lectures.length} lectures of this course`
  onRow({ name: `${name}, from cold`, cost: await build(copy), goal: { time: 12 * SECOND } })
  onRow({ name: `${name}, nothing changed`, cost: await build(copy), goal: { time: SECOND } })
}

/** Measures builds of a course of many lectures: from cold, one lecture changed, nothing changed. */
export async function largeBuilds(count: number, work: string, onRow: OnRow): Promise<void> {
  const root = path.join(work, 'large')
  await writeLargeCourse(root, count)
  const name = `${count} lectures, ${count * SLIDES} slides`
  const share = count / 100
  const cold = { time: 100 * SECOND * share, memory: 1.5e9 }
  onRow({ name: `${name}, from cold`, cost: await build(root), goal: cold })
  const [first] = await fs.readdir(path.join(root, 'slides'))
  await fs.appendFile(path.join(root, 'slides', first!), '\n---\n\n# One more\n\nWords.\n')
  const changed = { time: 5 * SECOND * Math.max(1, share) }
  onRow({ name: `${name}, one lecture changed`, cost: await build(root), goal: changed })
  onRow({ name: `${name}, nothing changed`, cost: await build(root), goal: { time: SECOND * Math.max(1, share) } })
}

function build(root: string): Promise<Cost> {
  return measureProgram(['src/cli/run.js', 'scripts/build.ts', '--course', root, '--out', path.join(root, 'dist')])
}
