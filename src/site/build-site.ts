import type { Problem } from '../core/errors.ts'
import type { Progress } from '../core/progress.ts'
import type { Course } from '../course/course.ts'
import type { Manifest } from './manifest.ts'
import path from 'node:path'
import { loadCourse } from '../check/load-course.ts'
import { checkOutputFolder, replaceFolder } from '../core/output.ts'
import { courseFingerprint } from '../course/fingerprint.ts'
import { selectLectures } from '../course/select.ts'
import { courseHandouts } from '../paper/handout/handout.ts'
import { rememberBuild, unchangedBuild } from './last-build.ts'
import { MANIFEST } from './manifest.ts'

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
 * Builds the whole site of a course: decks, paper, pictures, pages and manifest. The former site stays until all is done.
 * @throws UserError with all problems of the course, or all lectures that do not print
 */
export async function buildSite({ course: root, out, only, base, browser, strict = false, zip, single, progress }: BuildSite): Promise<BuiltSite> {
  progress.step('Reading the course')
  const whole = await loadCourse(root)
  const course = { ...whole, lectures: selectLectures(whole, only) }
  out = path.resolve(out)
  checkOutputFolder(out, course.root, MANIFEST)
  const handouts = courseHandouts(course)
  const [singleLecture] = single === undefined ? [] : selectLectures(course, [single])
  const fingerprint = await courseFingerprint(course.root, { only, base, browser })
  // Two seconds of loading are saved where nothing is built.
  const takeAway = async () => zip || single ? (await import('./take-away.ts')).takeAway(course, { out, zip, single: singleLecture }) : []
  try {
    const last = await unchangedBuild(course.root, out, fingerprint)
    if (last && !(strict && last.warnings.length))
      return { course, out, manifest: last.manifest, pages: new Map(last.pages), warnings: last.warnings, unchanged: true, files: await takeAway() }
    const { fillSite } = await import('./fill-site.ts')
    const site = await replaceFolder(out, folder => fillSite(folder, { course, whole, handouts, base, explicit: browser, strict, progress }))
    await rememberBuild(course.root, out, { fingerprint, pages: [...site.pages], warnings: site.warnings })
    return { course, out, ...site, unchanged: false, files: await takeAway() }
  }
  finally {
    progress.done()
  }
}
