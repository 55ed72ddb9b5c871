import type { Audience } from './audience.ts'
import type { NoteReader } from './readers.ts'

/** Copies of a handout, and what each of them shows. */
export const copies = {
  student: {
    description: 'for students: a blank in place of each answer',
    /** Which build of the decks it is printed from: only the presenter's has withheld answers. */
    audience: 'public',
    reader: 'student',
    answers: 'blank',
    timing: false,
  },
  key: {
    description: 'the answers to all questions',
    audience: 'presenter',
    reader: 'key',
    answers: 'shown',
    timing: false,
  },
  instructor: {
    description: 'all notes, private ones too, answers and timing',
    audience: 'presenter',
    reader: 'instructor',
    answers: 'shown',
    timing: true,
  },
} as const satisfies Record<string, CopyRules>

interface CopyRules {
  description: string
  audience: Audience
  reader: NoteReader
  answers: 'blank' | 'shown'
  timing: boolean
}

export type Copy = keyof typeof copies

export function isCopy(name: string): name is Copy {
  return Object.hasOwn(copies, name)
}

/** Makes of an open print view a copy of a handout; `detail` names it, or nothing. */
export const COPY_EVENT = 'docent:copy'
