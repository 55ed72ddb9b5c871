import type { Course } from '../course/course.ts'
import type { Handout } from '../paper/handout/handout.ts'
import type { BuiltSite } from './build-site.ts'
import type { PrintSite } from './print-site.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { findBrowser } from '../browser/find.ts'
import { lazyBrowser } from '../browser/launch.ts'
import { throwProblems } from '../core/errors.ts'
import { handoutFile, handoutLabel } from '../paper/handout/handout.ts'
import { findLeaks } from '../paper/leaks/find-leaks.ts'
import { buildDecksWithDiagrams } from '../slidev/build-decks-with-diagrams.ts'
import { compilePages } from './compile-pages.ts'
import { createManifest, MANIFEST, MANIFEST_SCHEMA } from './manifest.ts'
import { printSite } from './print-site.ts'
import { writePages } from './write-pages.ts'

export interface FillSite extends Pick<PrintSite, 'explicit' | 'progress'> {
  /** The lectures that are built. */
  course: Course
  /** The course with all its lectures. */
  whole: Course
  handouts: readonly Handout[]
  /** Public base path, or `./` for any. */
  base: string
  /** What would be a warning is an error. */
  strict: boolean
}

/**
 * Makes everything of a site in an empty folder, and proves it.
 * @throws UserError with all lectures that do not print, or all leaks
 */
export async function fillSite(folder: string, { course, whole, handouts, base, explicit, strict, progress }: FillSite): Promise<Pick<BuiltSite, 'manifest' | 'pages' | 'warnings'>> {
  const browser = lazyBrowser(findBrowser(explicit))
  try {
    // Decks find their files from any path, so that they are printed here as they are at the base path.
    await buildDecksWithDiagrams(course, { out: folder, base: './', audience: 'public', browser, progress })
    // The pages are compiled while the browser prints.
    const compiling = compilePages(course)
    compiling.catch(() => undefined)
    const printed = await printSite(course, { folder, handouts, browser, explicit, progress })
    progress.step('Writing pages and manifest')
    const problems = await writePages(course, {
      folder,
      base,
      words: new Map(printed.map(({ lecture, words }) => [lecture.slug, words])),
      papers: [{ file: 'slides.pdf', label: 'Slides' }, ...handouts.map(handout => ({ file: handoutFile(handout), label: handoutLabel(handout) }))],
      compiled: await compiling,
    })
    await fs.copyFile(path.join(import.meta.dirname, MANIFEST_SCHEMA), path.join(folder, MANIFEST_SCHEMA))
    progress.step('Looking for leaks')
    throwProblems(await findLeaks(whole, folder))
    const manifest = await createManifest(course, new Map(printed.map(({ lecture, clicks }) => [lecture.slug, clicks])), folder)
    await fs.writeFile(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
    const warnings = [...course.warnings, ...printed.flatMap(({ warnings }) => warnings), ...problems]
    if (strict)
      throwProblems(warnings)
    return { manifest, pages: new Map(printed.map(({ lecture, pages }) => [lecture.slug, pages['slides.pdf']!])), warnings }
  }
  finally {
    await browser.close()
  }
}
