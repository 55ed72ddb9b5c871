import { stringify } from 'yaml'

export interface CourseHead {
  title: string
  description?: string
  author?: string
  language: string
}

/** The `slides.md` of a whole new course. */
export function newCourseFile({ title, description, author, language }: CourseHead, lectureFiles: readonly string[]): string {
  const head = Object.fromEntries(Object.entries({ title, description, author, lang: language }).filter(([, value]) => value).map(([key, value]) => [key, value!.replace(/-{3,}/g, '–')]))
  return `---\n${stringify(head, { lineWidth: 0 })}---\n\n# ${title.replace(/[<{]/g, '\\$&').replace(/\s+/g, ' ')}\n\n${lectureFiles.map(importOf).join('\n')}`
}

/** `slides.md` with lectures added at its end; those that it names already stay where they are. */
export function addLectures(courseFile: string, lectureFiles: readonly string[]): string {
  const missing = lectureFiles.filter(name => !new RegExp(`^src:\\s*["']?(?:\\./)?slides/${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}["']?\\s*$`, 'm').test(courseFile))
  return missing.length ? `${courseFile.trimEnd()}\n\n${missing.map(importOf).join('\n')}` : courseFile
}

function importOf(name: string): string {
  return `---\nsrc: ./slides/${name}\n---\n`
}
