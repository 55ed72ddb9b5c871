import type { LazyBrowser } from '../browser/launch.ts'
import type { Progress } from '../core/progress.ts'
import type { Course } from '../course/course.ts'
import type { Audience } from '../shared/audience.ts'
import type { DeckInputs } from './inputs-plugin.ts'
import { countOf } from '../core/format.ts'
import { renderDiagrams } from '../mermaid/render-diagrams.ts'
import { startDecksBuilder } from './build-decks-apart.ts'

export interface BuildDecksWithDiagramsOptions {
  /** Folder that is written. */
  out: string
  /** Public base path, or `./` for any. */
  base: string
  audience: Audience
  /** Draws the diagrams that are not cached. */
  browser: Pick<LazyBrowser, 'get'>
  progress: Progress
}

/**
 * Draws the diagrams of a course and builds its decks with them, in a process of its own.
 * @param builder where it has been started before
 * @returns what they were made from
 * @throws UserError with all diagrams that cannot be drawn
 */
export async function buildDecksWithDiagrams(
  course: Course,
  { out, base, audience, browser, progress }: BuildDecksWithDiagramsOptions,
  builder = startDecksBuilder(course.root),
): Promise<DeckInputs> {
  try {
    progress.step('Drawing diagrams')
    const drawing = renderDiagrams(course, () => browser.get(), progress)
    let isDrawn = false
    const onProgress = (modules: number) => isDrawn && progress.count(modules)
    const building = builder.build(course, { out, base, audience, onProgress }, drawing)
    building.catch(() => undefined)
    await drawing
    isDrawn = true
    progress.step(`Building ${countOf(course.lectures.length, 'deck')}, modules`)
    return await building
  }
  finally {
    builder.end()
  }
}
