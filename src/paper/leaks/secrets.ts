import type { Nodes } from 'mdast'
import type { Course, Slide } from '../../course/course.ts'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { noteParts, notesFor } from '../../course/notes.ts'

/** What must not be in files for students, and in which of them. */
export const secretKinds = {
  'private note': { says: 'a private note', everywhere: true },
  'unpublished note': { says: 'a speaker note, and the course\'s notes are not public', everywhere: true },
  'withheld answer': { says: 'a withheld answer', everywhere: true },
  'answer': { says: 'the answer to a question', everywhere: false },
} as const

export type SecretKind = keyof typeof secretKinds

/** A few words that stand only where they are secret. */
export interface Secret {
  kind: SecretKind
  slide: Slide
  words: string[]
}

// Shorter passages, such as "yes, it is", stand everywhere; of notes, which are long, a few words more are wanted.
const LEAST = { note: { words: 4, letters: 16 }, answer: { words: 2, letters: 9 } }
const MOST_WORDS = 8

// A reader of its own, so that a mistake of the one that builds the decks does not blind the proof.
const QUESTION = /^[ \t]*(:{3,})[ \t]*question\b[^\n]*\n[\s\S]*?^[ \t]*\1[ \t]*$|<(QuestionAnswer|question-answer)\b[^>]*[^>/]>[\s\S]*?<\/\2>/gim
const WITHHELD = /\bwithheld\b/
const CHOICE = /^[ \t]*[-*+][ \t]+\[[ x]\].*$/gim

/** All secrets of a course that can be told from what is public. */
export function courseSecrets(course: Course): Secret[] {
  const slides = course.lectures.flatMap(lecture => lecture.slides)
  const found = slides.flatMap(slide => slideSecrets(slide, course.notesPublic))
  const everybody = wordsOf([course.title, course.description, ...course.lectures.flatMap(({ title, summary }) => [title, summary]), ...slides.flatMap(slide => [slide.title, withoutAnswers(slide.content), course.notesPublic ? notesFor(slide.notes, 'student') : ''])].join('\n'))
  const web = wordsOf(slides.flatMap(slide => [withoutWithheld(slide.content), course.notesPublic ? notesFor(slide.notes, 'web') : '']).join('\n'))
  const known = { student: ` ${everybody.join(' ')} `, web: ` ${[...everybody, ...web].join(' ')} ` }
  return found.flatMap(({ kind, slide, markdown }) => passages(markdown, kind.endsWith('note') ? LEAST.note : LEAST.answer)
    .filter(words => !(secretKinds[kind].everywhere ? known.web : known.student).includes(` ${words.join(' ')} `))
    .map(words => ({ kind, slide, words })))
}

interface SecretText { kind: SecretKind, slide: Slide, markdown: string }

function slideSecrets(slide: Slide, notesPublic: boolean): SecretText[] {
  return [
    ...noteParts(slide.notes).flatMap(({ blocks, markdown }): SecretText[] => {
      if (blocks.includes('private'))
        return [{ kind: 'private note', slide, markdown }]
      if (!notesPublic)
        return [{ kind: 'unpublished note', slide, markdown }]
      return blocks.includes('answer') ? [{ kind: 'answer', slide, markdown }] : []
    }),
    ...Array.from(slide.content.matchAll(QUESTION), ([text]): SecretText => ({ kind: WITHHELD.test(text.split('\n')[0]!) ? 'withheld answer' : 'answer', slide, markdown: answerOf(text) })),
  ]
}

function answerOf(question: string): string {
  return question.replace(/^[^\n]*\n/, '').replace(/^[ \t]*:{3,}[ \t]*$|<\/[\w-]+>\s*$/gm, '').replace(CHOICE, '')
}

function withoutAnswers(content: string): string {
  return content.replace(QUESTION, text => text.replace(answerOf(text).trim(), ''))
}

function withoutWithheld(content: string): string {
  return content.replace(QUESTION, text => WITHHELD.test(text.split('\n')[0]!) ? text.replace(answerOf(text).trim(), '') : text)
}

/** Stretches of words of Markdown that nothing interrupts, neither a mark nor an end of line. */
function passages(markdown: string, least: { words: number, letters: number }): string[][] {
  const found: string[][] = []
  const visit = (node: Nodes): void => {
    if ('value' in node) {
      for (const line of node.value.replace(/<[^>]*>/g, '\n').split('\n')) {
        const words = wordsOf(line)
        // The last stretch reaches back, so that it is no shorter than the others.
        for (let i = 0; i < words.length; i += MOST_WORDS)
          found.push(words.slice(Math.max(0, Math.min(i, words.length - MOST_WORDS)), i + MOST_WORDS))
      }
    }
    if ('children' in node)
      node.children.forEach(visit)
  }
  visit(fromMarkdown(markdown))
  return found.filter(words => words.length >= least.words && words.join('').length >= least.letters)
}

/** The words of a text as they are compared: small letters, no signs. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
