import type { Lecture } from '../course/course.ts'
import type { Problem } from '../errors.ts'
import type { Progress } from '../progress.ts'
import path from 'node:path'
import { findBrowser } from '../browser/find.ts'
import { lazyBrowser } from '../browser/launch.ts'
import { copies } from '../course/copies.ts'
import { loadCourse } from '../course/load.ts'
import { selectLectures } from '../course/select.ts'
import { replaceFile } from '../output.ts'
import { printLectures } from '../print/print-lectures.ts'
import { serveFolder } from '../serve.ts'
import { cachedDecks } from '../site/cached-decks.ts'
import { handoutFile, readHandout } from './chosen-handout.ts'

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
 * Prints a handout of each lecture into `<out>/<slug>-handout-….pdf`.
 * @throws UserError before anything is written when a lecture does not print
 */
export async function makeHandouts({ course: root, slugs, chosen, out, browser: explicit, progress }: MakeHandouts): Promise<MadeHandouts> {
  const handout = readHandout(chosen)
  const whole = await loadCourse(root)
  const course = { ...whole, lectures: selectLectures(whole, slugs) }
  const browser = lazyBrowser(findBrowser(explicit))
  try {
    const server = await serveFolder(await cachedDecks(whole, { audience: copies[handout.copy].audience, browser, progress }))
    try {
      progress.step('Printing handouts of lectures')
      let done = 0
      const pdfs = new Map<Lecture, Uint8Array>()
      const printed = await printLectures(browser, {
        course,
        origin: server.origin,
        handouts: [handout],
        write: async (lecture, _, pdf) => pdfs.set(lecture, pdf),
        onDone: () => progress.count(++done, course.lectures.length),
      })
      const files = await Promise.all(printed.map(async ({ lecture, pages }) => {
        const file = path.resolve(out, `${lecture.slug}-${handoutFile(handout)}`)
        const pdf = pdfs.get(lecture)!
        await replaceFile(file, pdf)
        return { file, pages: pages[handoutFile(handout)]!, bytes: pdf.length }
      }))
      return { files, warnings: printed.flatMap(({ warnings }) => warnings) }
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
