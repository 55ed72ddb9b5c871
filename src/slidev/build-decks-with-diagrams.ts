import type { LazyBrowser } from '../browser/launch.ts'
import type { Progress } from '../core/progress.ts'
import type { Course } from '../course/course.ts'
import type { Audience } from '../shared/audience.ts'
import type { DeckInputs } from './inputs-plugin.ts'
import { countOf } from '../core/format.ts'
import { renderDiagrams } from '../mermaid/render-diagrams.ts'
import { setDiagramRenderer } from '../mermaid/renderer.ts'
import { buildDecks } from './build-decks.ts'

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
 * Draws the diagrams of a course and builds its decks with them.
 * @returns what they were made from
 * @throws UserError with all diagrams that cannot be drawn
 */
export async function buildDecksWithDiagrams(
  course: Course,
  { out, base, audience, browser, progress }: BuildDecksWithDiagramsOptions,
): Promise<DeckInputs> {
  progress.step('Drawing diagrams')
  setDiagramRenderer(await renderDiagrams(course, () => browser.get(), progress))
  progress.step(`Building ${countOf(course.lectures.length, 'deck')}, modules`)
  return buildDecks(course, { out, base, audience, onProgress: modules => progress.count(modules) })
}
