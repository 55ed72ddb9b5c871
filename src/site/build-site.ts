import type { Problem } from '../core/errors.ts'
import type { Progress } from '../core/progress.ts'
import type { Course } from '../course/course.ts'
import type { Manifest } from './manifest.ts'
import path from 'node:path'
import { loadCourse } from '../check/load-course.ts'
import { takeInputs } from '../core/inputs.ts'
import { checkOutputFolder, replaceFolder } from '../core/output.ts'
import { courseInputs, courseValues } from '../course/course-inputs.ts'
import { selectLectures } from '../course/select.ts'
import { courseHandouts } from '../paper/handout/handout.ts'
import { rememberBuild, unchangedBuild } from './last-build.ts'
import { MANIFEST } from './manifest.ts'

interface BuildSiteOptions {
  /** Folder of the course. */
  root: string
  /** Folder that is replaced by the site. */
  out: string
  /** Slugs of the lectures to build; all of them where there is none. */
  only: readonly string[]
  /** Public base path, or `./` for any. */
  base: string
  /** Path of a browser executable; else one is found. */
  executablePath?: string
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
 * Builds the whole site of a course: decks, paper, pictures, pages and manifest. The former site stays until all is
 * done.
 * @throws UserError with all problems of the course, or all lectures that do not print
 */
export async function buildSite(options: BuildSiteOptions): Promise<BuiltSite> {
  const { only, base, executablePath, strict = false, zip, single, progress } = options
  const since = Date.now()
  progress.step('Reading the course')
  const whole = await loadCourse(options.root)
  const course = { ...whole, lectures: selectLectures(whole, only) }
  const { root } = course
  const out = path.resolve(options.out)
  checkOutputFolder(out, root, MANIFEST)
  const handouts = courseHandouts(course)
  const [singleLecture] = single === undefined ? [] : selectLectures(course, [single])
  const values = [only, base, executablePath, courseValues()]
  // Two seconds of loading are saved where nothing is bundled, or nothing is built.
  const bundle = async () => {
    if (!zip && !singleLecture)
      return []
    const { bundleSite } = await import('./bundle-site.ts')
    return bundleSite(course, { out, zip, single: singleLecture })
  }
  try {
    const last = await unchangedBuild(root, out, values)
    if (last && !(strict && last.warnings.length)) {
      const { manifest, warnings } = last
      return { course, out, manifest, pages: new Map(last.pages), warnings, unchanged: true, files: await bundle() }
    }
    const { renderSite } = await import('./render-site.ts')
    const site = await replaceFolder(out, folder =>
      renderSite({ folder, course, whole, handouts, base, executablePath, strict, progress }))
    const inputs = takeInputs([courseInputs(root), site.inputs], values, since)
    if (inputs)
      await rememberBuild(root, out, { inputs, pages: [...site.pages], warnings: site.warnings })
    return { course, out, ...site, unchanged: false, files: await bundle() }
  }
  finally {
    progress.done()
  }
}
