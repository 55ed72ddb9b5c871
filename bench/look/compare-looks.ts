import type { Buffer } from 'node:buffer'
import type { Progress } from '../../src/core/progress.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { openContext } from '../../src/browser/open-context.ts'
import { loadCourse } from '../../src/check/load-course.ts'
import { printFiles } from '../../src/paper/print-files.ts'
import { withServedDecks } from '../../src/paper/served-decks.ts'
import { slideSize } from '../../src/slidev/contract/names.ts'
import { buildPlainSlidev, servePlainSlidev } from './plain-slidev.ts'
import { difference, liveSlide, paperSlides, sideBySide } from './slide-pictures.ts'

/** How much of a slide differs from plain Slidev's, from 0 to 1. */
export interface SlideLook {
  lecture: string
  number: number
  title: string
  live: number
  paper: number
}

interface CompareLooksOptions {
  /** Folder of the course. */
  root: string
  /** Folder for pictures of slides that differ. */
  out?: string
  /** The share that may differ. */
  over: number
  dark: boolean
  executablePath?: string
  progress: Progress
}

// More clicks than any slide has: Slidev goes to the last one.
const LAST = 'clicks=999&embedded=true'

/**
 * Builds a course with plain Slidev and with Docent, and compares each slide after its last click.
 * @throws UserError where plain Slidev cannot build it
 */
export async function compareLooks(
  { root, out, over, dark, executablePath, progress }: CompareLooksOptions,
): Promise<SlideLook[]> {
  const since = Date.now()
  const course = await loadCourse(root)
  const work = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-look-'))
  try {
    progress.step('Building with plain Slidev')
    await buildPlainSlidev(course, work)
    return await withServedDecks(course, { audience: 'public', since, executablePath, progress }, async (decks) => {
      const { files } = await printFiles(decks.browser, {
        ...{ course, origin: decks.origin, dark, progress },
        slides: {},
        name: slug => slug,
      })
      const plain = await servePlainSlidev(work)
      const pdfs = await Promise.all(files.map(({ pdf }) => paperSlides(pdf, slideSize.width)))
      const size = await sizeOf(pdfs[0]![0]!)
      const context = await openContext(await decks.browser.get(), size)
      try {
        const page = await context.newPage()
        await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
        const slides = course.lectures.flatMap((lecture, i) =>
          lecture.slides.map((slide, at) => ({ lecture, slide, paper: pdfs[i]![at]! })))
        const looks: SlideLook[] = []
        progress.step('Comparing slides')
        for (const { lecture, slide, paper } of slides) {
          const live = await liveSlide(page, `${decks.origin}/${lecture.slug}/deck/#/${slide.number}?${LAST}`)
          const theirs = await liveSlide(page, `${plain.origin}/${slide.index + 1}?${LAST}`)
          const look = {
            ...{ lecture: lecture.slug, number: slide.number, title: slide.title },
            live: await difference(theirs, live),
            paper: await difference(theirs, paper),
          }
          looks.push(look)
          progress.count(looks.length, slides.length)
          if (out && Math.max(look.live, look.paper) > over) {
            const file = path.join(out, `${lecture.slug}-${slide.number}.png`)
            await keep(file, await sideBySide([theirs, live, paper], size))
          }
        }
        return looks
      }
      finally {
        await context.close()
        await plain.close()
      }
    })
  }
  finally {
    await fs.rm(work, { recursive: true, force: true })
  }
}

async function keep(file: string, picture: Uint8Array): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true })
  await fs.writeFile(file, picture)
}

/** A deck may have slides of another shape. */
async function sizeOf(picture: Buffer): Promise<{ width: number, height: number }> {
  const { width, height } = await sharp(picture).metadata()
  return { width, height }
}
