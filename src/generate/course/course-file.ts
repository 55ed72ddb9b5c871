import { stringify } from 'yaml'
import { escapePattern } from '../text/patterns.ts'

export interface CourseHead {
  title: string
  description?: string
  author?: string
  language: string
}

/** The `slides.md` of a whole new course. */
export function newCourseFile(
  { title, description, author, language }: CourseHead,
  lectureFiles: readonly string[],
): string {
  const values = Object.entries({ title, description, author, lang: language })
    .flatMap(([key, value]) => value ? [[key, withoutRules(value)]] : [])
  const head = stringify(Object.fromEntries(values), { lineWidth: 0 })
  const heading = title.replace(/[<{]/g, '\\$&').replace(/\s+/g, ' ')
  return `---\n${head}---\n\n# ${heading}\n\n${lectureFiles.map(importOf).join('\n')}`
}

/** Three dashes would end the front matter. */
function withoutRules(text: string): string {
  return text.replace(/-{3,}/g, '–')
}

/** `slides.md` with lectures added at its end; those that it names already stay where they are. */
export function addLectures(courseFile: string, lectureFiles: readonly string[]): string {
  const missing = lectureFiles.filter(name => !names(courseFile, name))
  return missing.length ? `${courseFile.trimEnd()}\n\n${missing.map(importOf).join('\n')}` : courseFile
}

function names(courseFile: string, lectureFile: string): boolean {
  const pattern = `^src:\\s*["']?(?:\\./)?slides/${escapePattern(lectureFile)}["']?\\s*$`
  return new RegExp(pattern, 'm').test(courseFile)
}

function importOf(name: string): string {
  return `---\nsrc: ./slides/${name}\n---\n`
}
