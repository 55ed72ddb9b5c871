import type { Course } from '../../course/course.ts'
import type { Picture } from '../course/pictures.ts'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { stringify } from 'yaml'
import { loadCourse } from '../../check/load-course.ts'
import { toolkitRoot } from '../../core/toolkit.ts'
import { newCourseFile } from '../course/course-file.ts'
import { bytesOf } from '../course/pictures.ts'

/** A lecture that is built to be measured. */
export interface TemporaryLecture {
  slug: string
  text: string
  pictures: readonly Picture[]
}

export interface TemporaryCourseOptions {
  language: string
  /** The course whose theme, layouts, components and styles the slides get; those of a new course without it. */
  look?: Course
}

/** Folders of a course in which Slidev finds what slides look like. */
const LOOK_FOLDERS = ['components', 'layouts', 'setup', 'styles']

/** Makes a course of lectures in a temporary folder, works with it, and removes it. */
export async function withTemporaryCourse<T>(
  lectures: readonly TemporaryLecture[],
  { language, look }: TemporaryCourseOptions,
  work: (course: Course) => Promise<T>,
): Promise<T> {
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-lectures-'))
  try {
    const names = await writeLectures(root, lectures)
    await copyPictures(root, lectures.flatMap(({ pictures }) => pictures))
    const entry = newCourseFile({ title: 'Lectures', language }, names)
    await fs.writeFile(path.join(root, 'slides.md'), look ? await withLook(root, entry, language, look) : entry)
    return await work(await loadCourse(root))
  }
  finally {
    await fs.rm(root, { recursive: true, force: true })
  }
}

/** @returns names of the files, in the order of the lectures */
async function writeLectures(root: string, lectures: readonly TemporaryLecture[]): Promise<string[]> {
  const folder = path.join(root, 'slides')
  await fs.mkdir(folder)
  return Promise.all(lectures.map(async ({ slug, text }, i) => {
    const name = `${String(i + 1).padStart(4, '0')}-${slug}.md`
    await fs.writeFile(path.join(folder, name), text)
    return name
  }))
}

async function copyPictures(root: string, pictures: readonly Picture[]): Promise<void> {
  for (const picture of pictures) {
    const target = path.join(root, 'public', ...picture.to.split('/'))
    await fs.mkdir(path.dirname(target), { recursive: true })
    await fs.writeFile(target, await bytesOf(picture))
  }
}

/** Links the folders of another course, and gives its settings to the text of `slides.md`. */
async function withLook(root: string, entry: string, language: string, look: Course): Promise<string> {
  // What is in the toolkit reaches every course anyway.
  const folders = look.root === toolkitRoot ? [] : LOOK_FOLDERS.filter(name => existsSync(path.join(look.root, name)))
  for (const name of folders)
    await fs.symlink(path.join(look.root, name), path.join(root, name), 'junction')
  const { theme } = look.headmatter
  const settings = {
    ...look.headmatter,
    ...typeof theme === 'string' && theme.startsWith('.') && { theme: path.resolve(look.root, theme) },
    lang: language,
  }
  return entry.replace(/^---\n[\s\S]*?\n---\n/, () => `---\n${stringify(settings)}---\n`)
}
