import type { Course } from '../course/course.ts'
import type { BuildDecksWithDiagramsOptions } from './build-decks-with-diagrams.ts'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { filesBelow } from '../core/files.ts'
import { sameKeptInputs, takeInputs } from '../core/inputs.ts'
import { replaceFolder } from '../core/output.ts'
import { courseInputs, courseValues } from '../course/course-inputs.ts'
import { DECKS_RECORD } from './deck-digest.ts'
import { makeSlidevFolder } from './slidev-folder.ts'

export type CachedDecksOptions = Pick<BuildDecksWithDiagramsOptions, 'audience' | 'browser' | 'progress'> & {
  /** Tells builds apart that take something else from the same course. */
  name?: string
  /** When the course was read, in milliseconds: what has changed since is not taken for built. */
  since: number
}

/** In milliseconds. */
const DAY = 24 * 60 * 60 * 1000

/**
 * The decks of a whole course in `.docent/` beside it, built only where something has changed since the last time.
 * @returns folder with `<slug>/deck/` for each lecture
 */
export async function cachedDecks(
  course: Course,
  { audience, name = 'decks', since, browser, progress }: CachedDecksOptions,
): Promise<string> {
  const folder = path.join(course.root, '.docent', `${audience}-${name}`)
  const ids = course.lectures.flatMap(({ slides }) => slides.map(({ id }) => id))
  const values = [audience, ids, courseValues(course.root)]
  if (sameKeptInputs(path.join(folder, DECKS_RECORD), values))
    return folder
  await makeSlidevFolder(course.root)
  await replaceFolder(folder, async (work) => {
    // Vite and Slidev take seconds to load, and most commands find everything built.
    const { buildDecksWithDiagrams } = await import('./build-decks-with-diagrams.ts')
    const decks = await buildDecksWithDiagrams(course, { out: work, base: './', audience, browser, progress })
    if (audience === 'presenter')
      await keepAssets(path.join(folder, 'assets'), path.join(work, 'assets'))
    const inputs = takeInputs([courseInputs(course.root), decks], values, since)
    if (inputs)
      await fs.writeFile(path.join(work, DECKS_RECORD), JSON.stringify(inputs))
  })
  progress.done()
  return folder
}

/**
 * Keeps the assets of a day: a deck that is presented since before this build asks for them by their old names,
 * which change with their content, when it comes to a slide that it has not yet shown.
 */
async function keepAssets(from: string, to: string): Promise<void> {
  for (const file of await filesBelow(from)) {
    const { mtimeMs } = await fs.stat(file)
    const kept = path.join(to, path.relative(from, file))
    if (Date.now() - mtimeMs < DAY && !existsSync(kept))
      await fs.cp(file, kept, { preserveTimestamps: true })
  }
}
