import type { Nodes } from 'mdast'
import type { Course, Slide } from '../../course/course.ts'
import type { NoteReader } from '../../shared/readers.ts'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { noteParts, notesFor } from '../../course/notes.ts'

/** What must not be in files for students, and in which of them. */
export const secretKinds = {
  'private note': { description: 'a private note', everywhere: true },
  'unpublished note': { description: 'a speaker note, and the course\'s notes are not public', everywhere: true },
  'withheld answer': { description: 'a withheld answer', everywhere: true },
  'answer': { description: 'the answer to a question', everywhere: false },
} as const

type SecretKind = keyof typeof secretKinds

/** A few words that stand only where they are secret. */
export interface Secret {
  kind: SecretKind
  slide: Slide
  words: string[]
}

// Shorter passages, such as "yes, it is", stand everywhere; of notes, which are long, a few words more are wanted.
const MIN = { note: { words: 4, letters: 16 }, answer: { words: 2, letters: 9 } }
const MAX_WORDS = 8

// A reader of its own, so that a mistake of the one that builds the decks does not blind the proof.
const BLOCK = /^[ \t]*(?<colons>:{3,})[ \t]*question\b[^\n]*\n[\s\S]*?^[ \t]*\k<colons>[ \t]*$/m
const COMPONENT = /<(?<tag>QuestionAnswer|question-answer)\b[^>]*[^>/]>[\s\S]*?<\/\k<tag>>/
const QUESTION = new RegExp(`${BLOCK.source}|${COMPONENT.source}`, 'gim')
const CHOICE = /^[ \t]*[-*+][ \t]+\[[ x]\].*$/gim

/** All secrets of a course that can be told from what is public. */
export function courseSecrets(course: Course): Secret[] {
  const slides = course.lectures.flatMap(lecture => lecture.slides)
  const known = publicWords(course, slides)
  return slides.flatMap(slide => slideSecrets(slide, course.notesPublic)).flatMap(({ kind, slide, markdown }) => {
    const isPublic = secretKinds[kind].everywhere ? known.web : known.student
    return passages(markdown, kind.endsWith('note') ? MIN.note : MIN.answer)
      .filter(words => !isPublic.includes(` ${words.join(' ')} `))
      .map(words => ({ kind, slide, words }))
  })
}

/** All words that students may read on paper, and those that anybody may read on the web, with spaces between them. */
function publicWords(course: Course, slides: readonly Slide[]): { student: string, web: string } {
  const notes = (slide: Slide, reader: NoteReader) => course.notesPublic ? notesFor(slide.notes, reader) : ''
  const everybody = comparedWords([
    course.title,
    course.description,
    ...course.lectures.flatMap(({ title, summary }) => [title, summary]),
    ...slides.flatMap(slide => [slide.title, withoutAnswers(slide.content), notes(slide, 'student')]),
  ].join('\n'))
  const web = comparedWords(slides.flatMap(slide => [withoutWithheld(slide.content), notes(slide, 'web')]).join('\n'))
  return { student: ` ${everybody.join(' ')} `, web: ` ${[...everybody, ...web].join(' ')} ` }
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
    ...Array.from(slide.content.matchAll(QUESTION), ([text]): SecretText => {
      return { kind: isWithheld(text) ? 'withheld answer' : 'answer', slide, markdown: answerOf(text) }
    }),
  ]
}

function isWithheld(question: string): boolean {
  return /^.*\bwithheld\b/.test(question)
}

function answerOf(question: string): string {
  return question
    .replace(/^[^\n]*\n/, '')
    .replace(/^[ \t]*:{3,}[ \t]*$|<\/[\w-]+>\s*$/gm, '')
    .replace(CHOICE, '')
}

function withoutAnswers(content: string): string {
  return content.replace(QUESTION, text => text.replace(answerOf(text).trim(), ''))
}

function withoutWithheld(content: string): string {
  return content.replace(QUESTION, text => isWithheld(text) ? text.replace(answerOf(text).trim(), '') : text)
}

/** Stretches of words of Markdown that nothing interrupts, neither a mark nor an end of line. */
function passages(markdown: string, min: { words: number, letters: number }): string[][] {
  const found: string[][] = []
  const visit = (node: Nodes): void => {
    if ('value' in node) {
      for (const line of node.value.replace(/<[^>]*>/g, '\n').split('\n')) {
        const words = comparedWords(line)
        // The last stretch reaches back, so that it is no shorter than the others.
        for (let i = 0; i < words.length; i += MAX_WORDS)
          found.push(words.slice(Math.max(0, Math.min(i, words.length - MAX_WORDS)), i + MAX_WORDS))
      }
    }
    if ('children' in node)
      node.children.forEach(visit)
  }
  visit(fromMarkdown(markdown))
  return found.filter(words => words.length >= min.words && words.join('').length >= min.letters)
}

/** The words of a text as they are compared: small letters, no signs. */
export function comparedWords(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
