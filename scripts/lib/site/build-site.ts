import type { Course } from '../course/course.ts'
import type { Problem } from '../errors.ts'
import type { Progress } from '../progress.ts'
import type { Manifest } from './manifest.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { findBrowser } from '../browser/find.ts'
import { lazyBrowser } from '../browser/launch.ts'
import { courseFingerprint } from '../course/fingerprint.ts'
import { loadCourse } from '../course/load.ts'
import { selectLectures } from '../course/select.ts'
import { throwProblems } from '../errors.ts'
import { courseHandouts, handoutFile, handoutLabel } from '../handout/chosen-handout.ts'
import { findLeaks } from '../leaks/find-leaks.ts'
import { checkOutputFolder, replaceFolder } from '../output.ts'
import { toolkitRoot } from '../toolkit.ts'
import { compilePages } from './compile-pages.ts'
import { drawAndBuild } from './draw-and-build.ts'
import { rememberBuild, unchangedBuild } from './last-build.ts'
import { createManifest, MANIFEST, MANIFEST_SCHEMA } from './manifest.ts'
import { printSite } from './print-site.ts'
import { takeAway } from './take-away.ts'
import { writePages } from './write-pages.ts'

export interface BuildSite {
  /** Folder of the course. */
  course: string
  /** Folder that is replaced by the site. */
  out: string
  /** Slugs of the lectures to build; all of them where there is none. */
  only: readonly string[]
  /** Public base path, or `./` for any. */
  base: string
  /** Path of a browser executable; else one is found. */
  browser?: string
  /** What would be a warning is an error. */
  strict?: boolean
  /** Also puts the site into one zip file beside it. */
  zip?: boolean
  /** Slug of the lecture that also becomes one HTML file beside the site. */
  single?: string
  progress: Progress
}

export interface BuiltSite {
  course: Course
  /** Absolute path of the site. */
  out: string
  manifest: Manifest
  /** Printed pages by lecture slug. */
  pages: ReadonlyMap<string, number>
  /** What only the author can make good. */
  warnings: Problem[]
  /** Nothing had changed since the last build, which is still there. */
  unchanged: boolean
  /** What was made beside the site. */
  files: string[]
}

/**
 * Builds the whole site of a course: decks, PDF slides, index and manifest. The former site stays until all is done.
 * @throws UserError with all problems of the course, or the first lecture that does not print
 */
export async function buildSite({ course: root, out, only, base, browser: explicit, strict = false, zip, single, progress }: BuildSite): Promise<BuiltSite> {
  progress.step('Reading the course')
  const whole = await loadCourse(root)
  const course = { ...whole, lectures: selectLectures(whole, only) }
  out = path.resolve(out)
  checkOutputFolder(out, course.root, MANIFEST)
  const handouts = courseHandouts(course)
  const [singleLecture] = single === undefined ? [] : selectLectures(course, [single])
  const fingerprint = await courseFingerprint(course.root, { only, base, explicit })
  const last = await unchangedBuild(course.root, out, fingerprint)
  if (last && !(strict && last.warnings.length))
    return { course, out, manifest: last.manifest, pages: new Map(last.pages), warnings: last.warnings, unchanged: true, files: await takeAway(course, { out, zip, single: singleLecture }) }
  const browser = lazyBrowser(findBrowser(explicit))
  try {
    const site = await replaceFolder(out, async (folder) => {
      await drawAndBuild(course, { out: folder, base, audience: 'public', browser, progress })
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
      await fs.copyFile(path.join(toolkitRoot, 'scripts/lib/site', MANIFEST_SCHEMA), path.join(folder, MANIFEST_SCHEMA))
      progress.step('Looking for leaks')
      throwProblems(await findLeaks(whole, folder))
      const manifest = await createManifest(course, new Map(printed.map(({ lecture, clicks }) => [lecture.slug, clicks])), folder)
      await fs.writeFile(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
      const warnings = [...printed.flatMap(({ warnings }) => warnings), ...problems]
      if (strict)
        throwProblems(warnings)
      return { course, out, manifest, pages: new Map(printed.map(({ lecture, pages }) => [lecture.slug, pages['slides.pdf']!])), warnings }
    })
    await rememberBuild(course.root, out, { fingerprint, pages: [...site.pages], warnings: site.warnings })
    return { ...site, unchanged: false, files: await takeAway(course, { out, zip, single: singleLecture }) }
  }
  finally {
    await browser.close()
    progress.done()
  }
}
