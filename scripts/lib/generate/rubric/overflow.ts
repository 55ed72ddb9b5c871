import type { Measured } from './checks.ts'
import type { Figure } from './run.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { loadCourse } from '../../course/load.ts'
import { newCourseFile } from '../course/course-file.ts'
import { measureSlides } from '../fit/measure.ts'

/** How many slides stand over their canvas, of all documents built as one course. */
export async function measureOverflow(measured: readonly Measured[]): Promise<Figure> {
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-overflow-'))
  try {
    const lectures = measured.flatMap(({ texts, document }, i) => texts.map((text, k) => ({ name: `${String(i + 1).padStart(4, '0')}-lecture-${i}-${k}.md`, text, document })))
    await fs.mkdir(path.join(root, 'slides'))
    await Promise.all(lectures.map(({ name, text }) => fs.writeFile(path.join(root, 'slides', name), text)))
    for (const { pictures } of measured) {
      for (const { from, to } of pictures) {
        await fs.mkdir(path.dirname(path.join(root, 'public', to)), { recursive: true })
        await fs.copyFile(from, path.join(root, 'public', to))
      }
    }
    await fs.writeFile(path.join(root, 'slides.md'), newCourseFile({ title: 'Rubric', language: 'en' }, lectures.map(({ name }) => name)))
    const overflows = await measureSlides(await loadCourse(root))
    const nameOf = (slug: string) => path.basename(measured[Number(slug.split('-')[1])]!.document.file)
    return {
      id: 'D4',
      what: 'slides that overflow in a browser',
      gate: true,
      value: String(overflows.length),
      threshold: 'none',
      passes: !overflows.length,
      misses: overflows.map(({ lecture, slide, title, below, beyond, what }) => `${nameOf(lecture)}, slide ${slide} (${title}): ${below} px below, ${beyond} px beyond; ${what}`),
    }
  }
  finally {
    await fs.rm(root, { recursive: true, force: true })
  }
}
