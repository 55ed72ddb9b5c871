import type { Problem } from '../core/errors.ts'
import type { InputList } from '../core/inputs.ts'
import type { Progress } from '../core/progress.ts'
import type { Course } from '../course/course.ts'
import type { Handout } from '../paper/handout/handout.ts'
import type { PrintedLecture } from '../paper/print-lectures.ts'
import type { DecksBuilder } from '../slidev/build-decks-apart.ts'
import type { Manifest } from './manifest.ts'
import type { FoundShard } from './shards/read-shards.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { browserFiles, findBrowser } from '../browser/find.ts'
import { lazyBrowser } from '../browser/launch.ts'
import { throwProblems } from '../core/errors.ts'
import { countOf } from '../core/format.ts'
import { speak } from '../language/languages.ts'
import { handoutFile, handoutLabel } from '../paper/handout/handout.ts'
import { openCleanFiles } from '../paper/leaks/clean-files.ts'
import { findLeaks } from '../paper/leaks/find-leaks.ts'
import { getReadyToPrint } from '../paper/print-cache.ts'
import { buildDecksWithDiagrams } from '../slidev/build-decks-with-diagrams.ts'
import { compilePages } from './compile-pages.ts'
import { createManifest, MANIFEST, MANIFEST_SCHEMA } from './manifest.ts'
import { offlinePlan, serviceWorker } from './offline.ts'
import { printSite } from './print-site.ts'
import { mergeShards } from './shards/merge-shards.ts'
import { addSiteFile, inPathOrder, readSiteFiles } from './site-files.ts'
import { writePages } from './write-pages.ts'

interface RenderSiteOptions {
  /** An empty folder, which becomes the site. */
  folder: string
  /** The course with the lectures that are built. */
  course: Course
  /** The course with all its lectures. */
  whole: Course
  handouts: readonly Handout[]
  /** Public base path, or `./` for any. */
  base: string
  /** Path of the browser executable that was asked for. */
  executablePath?: string
  /** What would be a warning is an error. */
  strict: boolean
  /** What builds the decks, where it has been started before. */
  builder?: DecksBuilder
  /** What other machines have built: nothing is built or printed here then. */
  shards?: readonly FoundShard[]
  progress: Progress
}

interface RenderedSite {
  manifest: Manifest
  /** Printed pages by lecture slug. */
  pages: ReadonlyMap<string, number>
  warnings: Problem[]
  /** What it was made from, besides what every output of the course depends on; not known of other machines. */
  inputs?: InputList
}

/**
 * Makes everything of a site, and proves it.
 * @throws UserError with all lectures that do not print, or all leaks
 */
export async function renderSite(options: RenderSiteOptions): Promise<RenderedSite> {
  const { folder, course, whole, handouts, base, strict, progress } = options
  // The pages are compiled while decks are built and printed.
  const compiling = compilePages(course)
  compiling.catch(() => undefined)
  const { printed, inputs } = await printedDecks(options)
  progress.step('Writing pages and manifest')
  const compiled = await compiling
  const papers = handouts.map(handout => ({
    file: handoutFile(handout),
    label: (language: string) => handoutLabel(handout, language),
  }))
  const problems = await writePages(course, {
    folder,
    base,
    printed,
    papers: [{ file: 'slides.pdf', label: (language: string) => speak(language, 'paper')('slides') }, ...papers],
    compiled,
  })
  await fs.copyFile(path.join(import.meta.dirname, MANIFEST_SCHEMA), path.join(folder, MANIFEST_SCHEMA))
  // GitHub Pages else leaves out what begins with an underscore.
  await fs.writeFile(path.join(folder, '.nojekyll'), '')
  const files = await readSiteFiles(folder)
  const plan = await offlinePlan(folder, { files, slugs: course.lectures.map(({ slug }) => slug) })
  const added = [
    await addSiteFile(folder, 'offline.json', JSON.stringify(plan)),
    await addSiteFile(folder, 'sw.js', serviceWorker(plan, compiled.serviceWorker)),
  ]
  progress.step('Looking for leaks')
  const clean = await openCleanFiles(whole, [...files, ...added])
  throwProblems(await findLeaks(whole, folder, clean.has))
  await clean.keep()
  const manifest = createManifest(course.title, printed, inPathOrder([...files, ...added]))
  await fs.writeFile(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
  const warnings = [...course.warnings, ...printed.flatMap(({ warnings }) => warnings), ...problems]
  if (strict)
    throwProblems(warnings)
  const pages = new Map(printed.map(({ lecture, pages }) => [lecture.slug, pages['slides.pdf'] ?? 0]))
  return { manifest, pages, warnings, inputs }
}

/** Where talks lie that pages show. */
function talkFolders({ lectures }: Course): string[] {
  return [...new Set(lectures.filter(({ fromTalk }) => fromTalk).map(({ file }) => path.dirname(file)))]
}

/** The decks of a site, in its folder, and what is printed of them. */
async function printedDecks(
  { folder, course, whole, handouts, executablePath, builder, shards, progress }: RenderSiteOptions,
): Promise<{ printed: PrintedLecture[], inputs?: InputList }> {
  if (shards) {
    progress.step(`Putting ${countOf(shards.length, 'shard')} together`)
    return { printed: await mergeShards(course, { shards, folder }) }
  }
  const found = findBrowser(executablePath)
  const browser = lazyBrowser(found)
  try {
    // While decks are built, one processor has little to do.
    getReadyToPrint(course).catch(() => undefined)
    // Decks find their files from any path, so that they are printed here as they are at the base path.
    const made = { out: folder, base: './', audience: 'public', browser, progress } as const
    const decks = await buildDecksWithDiagrams(course, made, builder)
    const printed = await printSite(course, { folder, whole, handouts, browser, found, progress })
    return {
      printed: printed.map(({ printed }) => printed),
      inputs: { ...decks, stamps: browserFiles(found), talkFolders: talkFolders(course) },
    }
  }
  finally {
    await browser.close()
  }
}
