import type { Problem } from '../core/errors.ts'
import type { Progress } from '../core/progress.ts'
import type { Course } from '../course/course.ts'
import type { PrintedPdf } from './slides/slides-pdf.ts'
import path from 'node:path'
import { findBrowser } from '../browser/find.ts'
import { lazyBrowser } from '../browser/launch.ts'
import { serveFolder } from '../browser/serve.ts'
import { loadCourse } from '../check/load-course.ts'
import { throwProblems } from '../core/errors.ts'
import { replaceFile } from '../core/output.ts'
import { selectLectures } from '../course/select.ts'
import { copies } from '../shared/copies.ts'
import { cachedDecks } from '../slidev/cached-decks.ts'
import { handoutFile, readHandout } from './handout/chosen-handout.ts'
import { bookletCourse, printBooklet } from './handout/print-booklet.ts'
import { leakFinder } from './leaks/find-leaks.ts'
import { printLectures } from './print-lectures.ts'

export interface MakeHandouts {
  /** Folder of the course. */
  course: string
  /** Lectures to print; all of them where there is none. */
  slugs: readonly string[]
  /** What was chosen, by name, as `readHandout` reads it. */
  chosen: Record<string, string | undefined>
  /** One file for the whole course in place of one for each lecture. */
  booklet: boolean
  /** Folder for the files. */
  out: string
  browser?: string
  progress: Progress
}

export interface MadeHandouts {
  files: { file: string, pages: number, bytes: number }[]
  warnings: Problem[]
}

/**
 * Prints a handout of each lecture into `<out>/<slug>-handout-….pdf`, or one booklet of all into `<out>/booklet-….pdf`.
 * @throws UserError before anything is written when a lecture does not print
 */
export async function makeHandouts({ course: root, slugs, chosen, booklet, out, browser: explicit, progress }: MakeHandouts): Promise<MadeHandouts> {
  const handout = readHandout(chosen)
  const whole = await loadCourse(root)
  const course = { ...whole, lectures: selectLectures(whole, slugs) }
  const { audience } = copies[handout.copy]
  const browser = lazyBrowser(findBrowser(explicit))
  try {
    const built = booklet ? bookletCourse(course) : whole
    const server = await serveFolder(await cachedDecks(built, { audience, name: booklet ? 'booklet' : undefined, browser, progress }))
    try {
      const files = new Map<string, Uint8Array>()
      const pages: Record<string, number> = {}
      const warnings: Problem[] = []
      const keep = (name: string, printed: PrintedPdf) => {
        files.set(name, printed.pdf)
        pages[name] = printed.pages
        warnings.push(...printed.warnings)
      }
      if (booklet) {
        progress.step('Printing the booklet')
        keep(handoutFile(handout).replace('handout', 'booklet'), await printBooklet(browser, { course, handout, origin: server.origin }))
      }
      else {
        progress.step('Printing handouts of lectures')
        let done = 0
        const printed = await printLectures(browser, {
          course,
          origin: server.origin,
          handouts: [handout],
          write: async ({ slug }, file, pdf) => files.set(`${slug}-${file}`, pdf),
          onDone: () => progress.count(++done, course.lectures.length),
        })
        for (const { lecture, pages: own, warnings: found } of printed) {
          pages[`${lecture.slug}-${handoutFile(handout)}`] = own[handoutFile(handout)]!
          warnings.push(...found)
        }
      }
      if (handout.copy === 'student')
        await proveNoLeaks(whole, files)
      // In the course's order, not in that in which they were done.
      const made = await Promise.all(Object.entries(pages).map(([name, count]) =>
        writeHandout(path.resolve(out, name), files.get(name)!, count)))
      return { files: made, warnings }
    }
    finally {
      await server.close()
    }
  }
  finally {
    await browser.close()
    progress.done()
  }
}

async function proveNoLeaks(course: Course, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const find = leakFinder(course)
  const problems: Problem[] = []
  for (const [name, pdf] of files)
    problems.push(...await find(name, pdf))
  throwProblems(problems)
}

async function writeHandout(file: string, pdf: Uint8Array, pages: number): Promise<MadeHandouts['files'][number]> {
  await replaceFile(file, pdf)
  return { file, pages, bytes: pdf.length }
}
