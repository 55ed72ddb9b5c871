import type { Problem } from '../core/errors.ts'
import type { Progress } from '../core/progress.ts'
import type { Course, Lecture } from '../course/course.ts'
import type { FindInk, InkOf } from './deck/draw-ink.ts'
import type { Handout } from './handout/handout.ts'
import type { ReportOf } from './handout/talk-report.ts'
import type { PdfFile, PrintedFiles, WrittenFiles } from './print-files.ts'
import type { ServedDecks } from './served-decks.ts'
import { loadCourse } from '../check/load-course.ts'
import { throwProblems } from '../core/errors.ts'
import { selectLectures } from '../course/select.ts'
import { copies } from '../shared/copies.ts'
import { handoutFile, readHandout } from './handout/handout.ts'
import { bookletCourse, printBooklet } from './handout/print-booklet.ts'
import { leakFinder } from './leaks/find-leaks.ts'
import { printFiles, writeFiles } from './print-files.ts'
import { withServedDecks } from './served-decks.ts'

interface MakeHandoutsOptions {
  /** Folder of the course. */
  root: string
  /** Lectures to print; all of them where there is none. */
  slugs: readonly string[]
  /** What is wanted, by name, as `readHandout` reads it. */
  handout: Record<string, string | undefined>
  /** One file for the whole course in place of one for each lecture. */
  booklet: boolean
  /** Looks for what was drawn on the slides in a talk, which is printed too. */
  findInk?: FindInk
  /** Looks for what became of a talk of each lecture, which is printed at the end of the instructor's copy. */
  findReports?: (lectures: readonly Lecture[]) => ReportOf
  /** Folder for the files. */
  out: string
  /** Path of a browser executable; else one is found. */
  executablePath?: string
  progress: Progress
}

/**
 * Prints a handout of each lecture into `<out>/<slug>-handout-….pdf`, or one booklet of all into
 * `<out>/booklet-….pdf`.
 * @throws UserError before anything is written when a lecture does not print
 */
export async function makeHandouts(options: MakeHandoutsOptions): Promise<WrittenFiles> {
  const { root, slugs, booklet, out, findInk, findReports, executablePath, progress } = options
  const handout = readHandout(options.handout)
  const { audience } = copies[handout.copy]
  const since = Date.now()
  const whole = await loadCourse(root)
  const course = { ...whole, lectures: selectLectures(whole, slugs) }
  const ink = findInk?.(course.lectures, course.language)
  const reportOf = findReports?.(course.lectures)
  const built = booklet ? bookletCourse(course) : whole
  const serving = { audience, name: booklet ? 'booklet' : undefined, since, executablePath, progress }
  return withServedDecks(built, serving, async (decks) => {
    const print = booklet ? printBookletFile : printHandoutFiles
    const { files, warnings } = await print(decks, { course, whole, handout, ink, reportOf, progress })
    if (handout.copy === 'student')
      await proveNoLeaks(whole, files)
    return { files: await writeFiles(out, files), warnings }
  })
}

interface PrintOptions {
  course: Course
  whole: Course
  handout: Handout
  ink?: InkOf
  reportOf?: ReportOf
  progress: Progress
}

async function printBookletFile(
  { browser, origin }: ServedDecks,
  { course, whole, handout, progress }: PrintOptions,
): Promise<PrintedFiles> {
  progress.step('Printing the booklet')
  const { warnings, ...printed } = await printBooklet(browser, { course, whole, handout, origin })
  return { files: [{ name: handoutFile(handout).replace('handout', 'booklet'), ...printed }], warnings }
}

async function printHandoutFiles(
  { browser, origin }: ServedDecks,
  { course, whole, handout, ink, reportOf, progress }: PrintOptions,
): Promise<PrintedFiles> {
  progress.step('Printing handouts of lectures')
  const name = (slug: string, path: string) => `${slug}-${path}`
  return printFiles(browser, { course, whole, origin, handouts: [handout], ink, reportOf, name, progress })
}

async function proveNoLeaks(course: Course, files: readonly PdfFile[]): Promise<void> {
  const find = await leakFinder(course)
  const problems: Problem[] = []
  for (const { name, pdf } of files)
    problems.push(...await find(name, pdf))
  throwProblems(problems)
}
