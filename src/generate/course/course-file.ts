import { stringify } from 'yaml'
import { escapePattern } from '../text/patterns.ts'

export interface CourseHead {
  title: string
  description?: string
  author?: string
  language: string
  /** Docent as an addon, by its name or its path, which plain Slidev takes what shows its blocks from. */
  docent?: string
}

/** The `slides.md` of a whole new course. */
export function newCourseFile(
  { title, description, author, language, docent }: CourseHead,
  lectureFiles: readonly string[],
): string {
  const values = Object.entries({ title, description, author, lang: language })
    .flatMap(([key, value]) => value ? [[key, withoutRules(value)]] : [])
  const addons = docent ? { addons: [docent] } : {}
  const head = stringify({ ...Object.fromEntries(values), ...addons }, { lineWidth: 0 })
  const heading = title.replace(/[<{]/g, '\\$&').replace(/\s+/g, ' ')
  return `---\n${head}---\n\n# ${heading}\n\n${lectureFiles.map(importOf).join('\n')}`
}

/** Three dashes would end the front matter. */
function withoutRules(text: string): string {
  return text.replace(/-{3,}/g, '–')
}

/**
 * `slides.md` with the lectures that it does not name yet, each behind the one before it, for want of that in front of
 * the one after it, or at the end. Those that it names stay where they are.
 * @param lectureFiles in their order
 */
export function addLectures(courseFile: string, lectureFiles: readonly string[]): string {
  const lines = courseFile.trimEnd().split('\n')
  let hasMore = false
  lectureFiles.forEach((name, i) => {
    if (lineOf(lines, name) >= 0)
      return
    hasMore = true
    const own = importOf(name).trimEnd().split('\n')
    const before = lectureFiles.slice(0, i).findLast(other => lineOf(lines, other) >= 0)
    const after = lectureFiles.slice(i + 1).find(other => lineOf(lines, other) >= 0)
    if (before !== undefined)
      lines.splice(ruleBelow(lines, lineOf(lines, before)) + 1, 0, '', ...own)
    else if (after !== undefined)
      lines.splice(lines.lastIndexOf('---', lineOf(lines, after)), 0, ...own, '')
    else
      lines.push('', ...own)
  })
  return hasMore ? `${lines.join('\n')}\n` : courseFile
}

/** Index of the line that names a lecture's file, or -1. */
function lineOf(lines: readonly string[], lectureFile: string): number {
  const pattern = new RegExp(`^src:\\s*["']?(?:\\./)?slides/${escapePattern(lectureFile)}["']?\\s*$`)
  return lines.findIndex(line => pattern.test(line))
}

/** Index of the line of dashes that ends the front matter that a line belongs to. */
function ruleBelow(lines: readonly string[], line: number): number {
  const rule = lines.findIndex((text, i) => i > line && text.trimEnd() === '---')
  return rule < 0 ? lines.length - 1 : rule
}

function importOf(name: string): string {
  return `---\nsrc: ./slides/${name}\n---\n`
}
