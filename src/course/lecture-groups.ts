import type { Problem } from '../core/errors.ts'
import type { CourseSource, SlideSource } from '../slidev/contract/source.ts'
import path from 'node:path'
import { countOf } from '../core/format.ts'
import { plainText } from '../markdown/plain-text.ts'
import { importedFile } from '../slidev/contract/source.ts'
import { lectureSlug } from './ids.ts'

/** What `lectures:` in the headmatter of `slides.md` may say. */
const LECTURE_CHOICES = ['one', 'imports'] as const

type LectureChoice = typeof LECTURE_CHOICES[number]

/** The slides of one lecture and the file it stands for: `slides.md` itself, or one that this imports. */
export interface LectureGroup {
  file: string
  slides: SlideSource[]
}

/**
 * Which slides make which lecture. Files of `slides/` that `slides.md` imports are lectures; its own slides and what it
 * imports from elsewhere make one lecture together, in its order. Where only a title stands beside lectures, it is the
 * course's.
 * @returns the lectures in order, and what an author may not expect of it
 */
export function lectureGroups(source: CourseSource, entry: string): { groups: LectureGroup[], warnings: Problem[] } {
  const named = source.headmatter.lectures
  const choice = isLectureChoice(named) ? named : undefined
  const imports = new Set(source.slides.flatMap(slide => importedFile(slide) ?? []))
  const written = source.slides.filter(slide => importedFile(slide) === undefined && isWritten(slide))
  const inFolder = [...imports].filter(file => path.dirname(file) === path.join(path.dirname(entry), 'slides'))
  const isCourse = written.length === 0 || (imports.size > 0 && written.length === 1 && isTitleSlide(written[0]!))
  const lectures = new Set(lectureFiles({ choice, isCourse, imports, inFolder }))
  const keepsOwn = choice === 'one' || (choice !== 'imports' && !(isCourse && lectures.size))
  const groups = new Map<string, SlideSource[]>()
  for (const slide of source.slides) {
    const file = importedFile(slide)
    const isLecture = file !== undefined && lectures.has(file)
    // Beside lectures, what is empty only holds the headmatter.
    if (!isLecture && (!keepsOwn || (lectures.size > 0 && file === undefined && !isWritten(slide))))
      continue
    const key = isLecture ? file : entry
    groups.set(key, [...groups.get(key) ?? [], slide])
  }
  const isMixed = choice === undefined && !isCourse && inFolder.length > 0
  return {
    groups: Array.from(groups, ([file, slides]) => ({ file, slides })),
    warnings: [
      ...named !== undefined && !choice ? [unknownChoice(named, entry)] : [],
      ...isMixed ? [mixedWarning(entry, { own: groups.get(entry)?.length ?? 0, lectures: lectures.size })] : [],
    ],
  }
}

/** Whether `slides.md` says nothing but a title, so that what is missing are its lectures. */
export function isOnlyTitle({ slides }: CourseSource): boolean {
  return slides.every(slide => importedFile(slide) === undefined && (!isWritten(slide) || isTitleSlide(slide)))
    && slides.length < 2
}

function lectureFiles(
  { choice, isCourse, imports, inFolder }:
  { choice?: LectureChoice, isCourse: boolean, imports: Iterable<string>, inFolder: readonly string[] },
): Iterable<string> {
  if (choice === 'one')
    return []
  if (choice === 'imports')
    return imports
  if (isCourse)
    return inFolder.length ? imports : []
  // Among slides of its own, a deck often keeps parts in a folder of that name; lectures are numbered.
  return inFolder.filter(file => lectureSlug(path.basename(file)) !== path.parse(file).name)
}

function isLectureChoice(value: unknown): value is LectureChoice {
  return (LECTURE_CHOICES as readonly unknown[]).includes(value)
}

function isWritten({ content, frontmatter, source }: SlideSource): boolean {
  return content.trim() !== '' || (source.index > 0 && Object.keys(frontmatter).length > 0)
}

/** The first slide, and on it nothing but a heading. */
function isTitleSlide({ content, source }: SlideSource): boolean {
  return source.index === 0 && /^# .+$/.test(content.trim()) && plainText(content) !== ''
}

function unknownChoice(named: unknown, file: string): Problem {
  const message = `"lectures" is ${LECTURE_CHOICES.join(' or ')}, not ${JSON.stringify(named)}; it is ignored.`
  return { message, hint: 'It says whether all of slides.md is one lecture, or only what it imports.', file, line: 1 }
}

function mixedWarning(file: string, { own, lectures }: { own: number, lectures: number }): Problem {
  const message = lectures
    ? `slides.md has ${countOf(own, 'slide')} beside ${countOf(lectures, 'lecture')}: they are a lecture of their own.`
    : 'slides.md has slides of its own, so all that it imports is one lecture with them.'
  const hint = 'Write "lectures: one" into its headmatter to make one lecture of all, '
    + 'or "lectures: imports" to build only what it imports.'
  return { message, hint, file, line: 1 }
}
