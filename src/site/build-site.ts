import type { Problem } from '../core/errors.ts'
import type { Progress } from '../core/progress.ts'
import type { Course, Lecture } from '../course/course.ts'
import type { Manifest } from './manifest.ts'
import path from 'node:path'
import { linkProblems } from '../check/links.ts'
import { surveyCourse } from '../check/load-course.ts'
import { publicNameProblems } from '../check/public-names.ts'
import { takeInputs } from '../core/inputs.ts'
import { checkOutputFolder, replaceFolder } from '../core/output.ts'
import { courseInputs, courseValues } from '../course/course-inputs.ts'
import { selectLectures } from '../course/select.ts'
import { courseHandouts } from '../paper/handout/handout.ts'
import { buildWithout } from './keep-going.ts'
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
  /** Lectures with faults are left out, and the rest is built. */
  keepGoing?: boolean
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
  /** The lectures that are left out, where the build was to keep going, and why. */
  leftOut: Lecture[]
  faults: Problem[]
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
  const { only, base, executablePath, strict = false, zip, single, keepGoing = false, progress } = options
  const since = Date.now()
  progress.step('Reading the course')
  const { course: whole, problems } = await surveyCourse(options.root)
  const course = { ...whole, lectures: selectLectures(whole, only) }
  const { root } = course
  const out = path.resolve(options.out)
  checkOutputFolder(out, root, MANIFEST)
  const handouts = courseHandouts(course)
  const [singleLecture] = single === undefined ? [] : selectLectures(course, [single])
  const values = [only, base, executablePath, courseValues()]
  // Two seconds of loading are saved where nothing is bundled, or nothing is built.
  const bundle = async (built: Course) => {
    if (!zip && !singleLecture)
      return []
    const { bundleSite } = await import('./bundle-site.ts')
    return bundleSite(built, { out, zip, single: singleLecture && built.lectures.find(one => one.slug === single) })
  }
  try {
    const last = problems.length ? undefined : await unchangedBuild(root, out, values)
    if (last && !(strict && last.warnings.length)) {
      const { manifest, warnings } = last
      const pages = new Map(last.pages)
      return {
        course,
        out,
        manifest,
        pages,
        warnings,
        leftOut: [],
        faults: [],
        unchanged: true,
        files: await bundle(course),
      }
    }
    const names = await publicNameProblems(whole)
    const { readSecrets } = await import('../paper/leaks/source-leaks.ts')
    problems.push(...(await readSecrets(whole)).problems)
    if (strict)
      problems.push(...whole.warnings, ...names, ...linkProblems(whole))
    const { renderSite } = await import('./render-site.ts')
    const { course: built, faults, inputs: ownInputs, ...site } = await buildWithout(
      course,
      { keepGoing, problems },
      course => replaceFolder(out, folder =>
        renderSite({ folder, course, whole, handouts, base, executablePath, strict, progress })),
    )
    const warnings = [...names, ...site.warnings]
    // A site that lacks lectures is built again the next time.
    const inputs = faults.length ? undefined : takeInputs([courseInputs(root), ownInputs], values, since)
    if (inputs)
      await rememberBuild(root, out, { inputs, pages: [...site.pages], warnings })
    const kept = new Set(built.lectures.map(({ slug }) => slug))
    const leftOut = course.lectures.filter(({ slug }) => !kept.has(slug))
    return { course: built, out, ...site, warnings, leftOut, faults, unchanged: false, files: await bundle(built) }
  }
  finally {
    progress.done()
  }
}
