import type { SourceDocument } from '../document.ts'
import type { GeneratedCourse, GenerateOptions } from './generate-course.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { parseSync } from '@slidev/parser'
import { replaceFile } from '../../core/output.ts'
import { addLectures, newCourseFile } from './course-file.ts'
import { writeRecord } from './records.ts'

/** Writes pictures first, then lectures, then the course that names them: what is there at any moment is whole. */
export async function saveCourse({ root, isNew, lectures }: GeneratedCourse, options: GenerateOptions, { title, document }: { title: string, document: (of: SourceDocument) => string }): Promise<void> {
  for (const { lecture, text, outcome } of lectures) {
    if (outcome === 'new' && parseSync(text, 'lecture.md').slides.length !== lecture.texts.length)
      throw new Error(`The lecture "${lecture.title}" would not have the slides that were planned.`)
  }
  const kept = lectures.filter(({ outcome }) => outcome !== 'stays deleted')
  for (const { from, to } of kept.flatMap(({ pictures }) => pictures)) {
    const target = path.join(root, 'public', ...to.split('/'))
    const bytes = await fs.readFile(from)
    if (!(await fs.readFile(target).catch(() => undefined))?.equals(bytes))
      await replaceFile(target, bytes)
  }
  for (const { place, text, outcome } of kept) {
    if (outcome !== 'unchanged')
      await replaceFile(place.file, text)
  }
  for (const { place, lecture, base, document: source } of kept)
    await writeRecord(root, place.slug, { document: document(source), split: options.split, slides: base.map((text, i) => ({ text, choices: lecture.drafts[i]!.choices })) })
  const entry = path.join(root, 'slides.md')
  const names = kept.map(({ place }) => path.basename(place.file))
  const [first] = lectures
  if (isNew) {
    await replaceFile(entry, newCourseFile({ title, description: lectures.length === 1 ? first?.document.description : undefined, author: first?.document.author, language: options.language ?? first?.document.language ?? 'en' }, names))
    return
  }
  const current = await fs.readFile(entry, 'utf8')
  const next = addLectures(current, names)
  if (next !== current)
    await replaceFile(entry, next)
}
