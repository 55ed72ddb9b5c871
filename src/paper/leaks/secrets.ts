import type { Course, Slide } from '../../course/course.ts'
import type { Shortest } from './words.ts'
import { noteParts } from '../../course/notes.ts'
import { answersOf } from './answers.ts'
import { passages, splitComments } from './words.ts'

/**
 * What must not be in files for students: in which of them, and whether its author has marked it as secret, so that
 * words count as public only where they stand in plain sight.
 */
export const secretKinds = {
  'private note': { description: 'a private note', everywhere: true, marked: true },
  'unpublished note': {
    description: 'a speaker note, and the course\'s notes are not public',
    everywhere: true,
    marked: false,
  },
  'comment': { description: 'a comment', everywhere: true, marked: false },
  'withheld answer': { description: 'a withheld answer', everywhere: true, marked: true },
  'answer': { description: 'the answer to a question', everywhere: false, marked: true },
} as const

export type SecretKind = keyof typeof secretKinds

/** A few words that stand only where they are secret. */
export interface Secret {
  kind: SecretKind
  slide: Slide
  words: string[]
  /** All words of what they are from, where the few alone prove little: they may stand in any sentence. */
  context?: ReadonlySet<string>
}

// Shorter passages, such as "yes, it is", stand everywhere; of notes, which are long, a few words more are wanted.
const LONG: Shortest = { words: 4, letters: 16 }
const SHORT: Shortest = { words: 2, letters: 9 }

/** Everything secret in a course, also what stands in public elsewhere. */
export function allSecrets(course: Course): Secret[] {
  return course.lectures.flatMap(lecture =>
    lecture.slides.flatMap(slide => slideSecrets(slide, course).flatMap(secretsOf)))
}

interface SecretText { kind: SecretKind, slide: Slide, markdown: string }

function secretsOf({ kind, slide, markdown }: SecretText): Secret[] {
  const isAnswer = kind.endsWith('answer')
  const found = passages(markdown, isAnswer ? SHORT : LONG)
  const context = new Set(found.flat())
  return found.map((words) => {
    const isShort = words.length < LONG.words || words.join('').length < LONG.letters
    return { kind, slide, words, ...isShort && { context } }
  })
}

function slideSecrets(slide: Slide, { notesPublic }: Course): SecretText[] {
  return [
    ...noteParts(slide.notes).flatMap(({ blocks, markdown }): SecretText[] => {
      if (blocks.includes('private'))
        return [{ kind: 'private note', slide, markdown }]
      if (!notesPublic)
        return [{ kind: 'unpublished note', slide, markdown }]
      return blocks.includes('answer') ? [{ kind: 'answer', slide, markdown }] : []
    }),
    ...splitComments(slide.content).comments.map(markdown => ({ kind: 'comment', slide, markdown }) as const),
    ...answersOf(splitComments(slide.content).text).map(({ withheld, answer }): SecretText =>
      ({ kind: withheld ? 'withheld answer' : 'answer', slide, markdown: answer })),
  ]
}
