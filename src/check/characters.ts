import type { Problem } from '../core/errors.ts'
import type { Course, Slide } from '../course/course.ts'
import { planFonts } from '../fonts/plan-fonts.ts'
import { deckRoots } from '../slidev/contract/roots.ts'

const MAX_NAMED = 6 // in a message

/**
 * Characters that no typeface draws: slides and paper would show empty boxes.
 * Of a course with fonts or a theme of its own only the finished paper tells.
 */
export async function characterProblems(course: Course): Promise<Problem[]> {
  const { lectures, language, ownFonts } = course
  if (ownFonts || !deckRoots(course).isOwnLook)
    return []
  const problems = lectures.flatMap(({ slides }) => slides).flatMap(slide => missingOfSlide(slide, language))
  return await Promise.all(problems.map(toProblem))
}

interface Missing {
  /** Code points, in order. */
  points: readonly number[]
  file: string
  line: number
}

function missingOfSlide(slide: Slide, language: string): Missing[] {
  const { content, notes, title, file, line, notesLine } = slide
  const inContent = missingIn(content, language)
  const inNotes = missingIn(notes, language).filter(point => !inContent.includes(point))
  const inTitle = missingIn(title, language).filter(point => !inContent.includes(point))
  return [
    ...inTitle.length ? [{ points: inTitle, file, line: slide.keyLines.title ?? line }] : [],
    ...inContent.length ? [{ points: inContent, file, line: line + lineOf(content, inContent) }] : [],
    ...inNotes.length ? [{ points: inNotes, file, line: notesLine + lineOf(notes, inNotes) }] : [],
  ]
}

function missingIn(text: string, language: string): readonly number[] {
  return planFonts(text, language).missing
}

/** Lines before the first of some characters. */
function lineOf(text: string, points: readonly number[]): number {
  const characters = points.map(point => String.fromCodePoint(point))
  return text.split('\n').findIndex(row => characters.some(character => row.includes(character)))
}

async function toProblem({ points, file, line }: Missing): Promise<Problem> {
  const names = await Promise.all(points.slice(0, MAX_NAMED).map(nameOf))
  const rest = points.length - names.length
  const listed = `${names.join(', ')}${rest ? ` and ${rest} more` : ''}`
  const place = points.length === 1 ? 'its' : 'their'
  return {
    message: `No typeface here draws ${listed}: an empty box would stand in ${place} place.`,
    hint: 'Write it in another way, show it as a picture, or bring a typeface with "fonts:" in slides.md.',
    file,
    line,
  }
}

/** With the name in Unicode, whose table is large and seldom needed. */
async function nameOf(point: number): Promise<string> {
  const { unicodeName } = await import('unicode-name')
  const character = String.fromCodePoint(point)
  const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
  const name = unicodeName(character) ?? '<unassigned>'
  return name.startsWith('<')
    ? `the ${name.replace(/^<|(?:-[\dA-F]+)?>$/g, '')} character ${code}`
    : `"${character}" (${code} ${name})`
}
