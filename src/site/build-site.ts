import type { Problem } from '../core/errors.ts'
import type { Progress } from '../core/progress.ts'
import type { Course, Lecture } from '../course/course.ts'
import type { DecksBuilder } from '../slidev/build-decks-apart.ts'
import type { Manifest } from './manifest.ts'
import type { FoundShard } from './shards/read-shards.ts'
import path from 'node:path'
import { surveyCourse } from '../check/load-course.ts'
import { publicNameProblems } from '../check/public-names.ts'
import { takeInputs } from '../core/inputs.ts'
import { checkOutputFolder, replaceFolder } from '../core/output.ts'
import { courseInputs, courseValues } from '../course/course-inputs.ts'
import { selectLectures } from '../course/select.ts'
import { courseHandouts } from '../paper/handout/handout.ts'
import { startDecksBuilder } from '../slidev/build-decks-apart.ts'
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
  /** What other machines have built of the course, which is put together; decks and prints come from there. */
  shards?: readonly FoundShard[]
  progress: Progress
}

export interface BuiltSite {
  course: Course
  /** Absolute path of the site. */
  out: string
  /** What its `course.json` says: lectures with slides, words and clicks, files with bytes and SHA-256. */
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
  const { only, base, executablePath, shards, progress } = options
  const since = Date.now()
  const [root, out] = [path.resolve(options.root), path.resolve(options.out)]
  const values = [only, base, executablePath, courseValues(root)]
  progress.step('Reading the course')
  const last = shards ? undefined : await unchangedBuild(root, out, values)
  // It gets ready while the course is read.
  const builders = last || shards ? [] : [startDecksBuilder(root)]
  try {
    const { course: whole, problems } = await surveyCourse(root)
    const course = { ...whole, lectures: selectLectures(whole, only) }
    checkOutputFolder(out, root, MANIFEST)
    if (options.single !== undefined)
      selectLectures(course, [options.single])
    return last && isEnough(last, problems, options)
      ? await unchangedSite(course, last, { ...options, out })
      : await newSite(course, { ...options, root, out, whole, problems, values, since, builders })
  }
  finally {
    builders.forEach(builder => builder.end())
    progress.done()
  }
}

type LastBuild = NonNullable<Awaited<ReturnType<typeof unchangedBuild>>>

function isEnough(
  { warnings }: LastBuild,
  problems: readonly Problem[],
  { strict = false }: BuildSiteOptions,
): boolean {
  return !problems.length && !(strict && warnings.length)
}

async function unchangedSite(
  course: Course,
  { manifest, warnings, pages }: LastBuild,
  options: BuildSiteOptions,
): Promise<BuiltSite> {
  return {
    course,
    out: options.out,
    manifest,
    pages: new Map(pages),
    warnings,
    leftOut: [],
    faults: [],
    unchanged: true,
    files: await bundle(course, options),
  }
}

interface NewSiteOptions extends BuildSiteOptions {
  /** The course with all its lectures. */
  whole: Course
  /** What is known to be wrong before anything is built. */
  problems: readonly Problem[]
  /** What the build depends on besides files. */
  values: unknown
  /** When the course was read, in milliseconds. */
  since: number
  builders: DecksBuilder[]
}

async function newSite(course: Course, options: NewSiteOptions): Promise<BuiltSite> {
  const { root, out, whole, base, executablePath, strict = false, keepGoing = false, shards, progress } = options
  const handouts = courseHandouts(course)
  const names = await publicNameProblems(whole)
  const { readSecrets } = await import('../paper/leaks/source-leaks.ts')
  const problems = [...options.problems, ...(await readSecrets(whole)).problems]
  if (strict)
    problems.push(...whole.warnings, ...names)
  const { renderSite } = await import('./render-site.ts')
  const { course: built, faults, inputs: ownInputs, ...site } = await buildWithout(
    course,
    { keepGoing, problems },
    course => replaceFolder(out, folder => renderSite({
      ...{ folder, course, whole, handouts, base, executablePath, strict, shards, progress },
      builder: options.builders.pop(),
    })),
  )
  const warnings = [...names, ...site.warnings]
  // A site that lacks lectures is built again the next time.
  const inputs = faults.length || !ownInputs
    ? undefined
    : takeInputs([courseInputs(root), ownInputs], options.values, options.since)
  if (inputs)
    await rememberBuild(root, out, { inputs, pages: [...site.pages], warnings })
  const kept = new Set(built.lectures.map(({ slug }) => slug))
  const leftOut = course.lectures.filter(({ slug }) => !kept.has(slug))
  const files = await bundle(built, options)
  return { course: built, out, ...site, warnings, leftOut, faults, unchanged: false, files }
}

/** What is made beside a site. Two seconds of loading are saved where nothing is. */
async function bundle(course: Course, { out, zip, single }: BuildSiteOptions): Promise<string[]> {
  const lecture = course.lectures.find(({ slug }) => slug === single)
  if (!zip && !lecture)
    return []
  const { bundleSite } = await import('./bundle-site.ts')
  return bundleSite(course, { out, zip, single: lecture })
}
