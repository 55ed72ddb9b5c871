import type { Course } from '../src/course/course.ts'
import type { Cost } from './measure.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { unpackEmbedded } from '../src/browser/embedded.ts'
import { findBrowser } from '../src/browser/find.ts'
import { toolkitRoot } from '../src/core/toolkit.ts'
import { cliPackage, packageFolder } from '../src/slidev/contract/packages.ts'
import { measureProgram } from './measure.ts'

/** What `slidev build` and `slidev export` of the first lecture of a course cost together. */
export async function slidevCost({ root, lectures: [first] }: Course, work: string): Promise<Cost> {
  const found = findBrowser()
  const { executable } = found.source === 'embedded' ? await unpackEmbedded() : found
  const slidev = path.join(packageFolder(cliPackage), 'bin/slidev.mjs')
  // Slidev finds a deck's parts around it.
  const copy = path.join(work, 'slidev')
  await fs.mkdir(copy, { recursive: true })
  await fs.cp(path.join(root, 'public'), path.join(copy, 'public'), { recursive: true }).catch(() => undefined)
  const text = await fs.readFile(first!.file, 'utf8')
  const head = `theme: default\naddons: [${JSON.stringify(toolkitRoot)}]\n`
  const deck = text.startsWith('---\n') ? text.replace('---\n', `---\n${head}`) : `---\n${head}---\n\n${text}`
  await fs.writeFile(path.join(copy, 'slides.md'), deck)
  await fs.symlink(path.join(toolkitRoot, 'node_modules'), path.join(copy, 'node_modules'))
  const entry = path.join(copy, 'slides.md')
  const build = await measureProgram([slidev, 'build', entry, '--out', path.join(copy, 'dist')])
  const args = ['export', entry, '--output', path.join(copy, 'slides.pdf'), '--executable-path', executable!]
  const print = await measureProgram([slidev, ...args])
  return { time: build.time + print.time, processor: (build.processor ?? 0) + (print.processor ?? 0) || undefined }
}
