import type { Problem } from '../../core/errors.ts'
import type { Course } from '../../course/course.ts'
import type { Copy } from '../../shared/copies.ts'
import type { Ink, Layout, Paper, Room } from './handout-options.ts'
import { suggest } from '../../core/did-you-mean.ts'
import { throwProblems } from '../../core/errors.ts'
import { copies } from '../../shared/copies.ts'
import { inks, layouts, papers, rooms } from './handout-options.ts'

/** A handout that somebody wants. */
export interface Handout {
  layout: Layout
  paper: Paper
  copy: Copy
  ink: Ink
  room: Room
}

/** What can be chosen of a handout, by the name of the flag and of the key in a course's headmatter. */
export const handoutChoices = { layout: layouts, paper: papers, copy: copies, ink: inks, room: rooms } as const satisfies Record<keyof Handout, Record<string, { says: string }>>

export const defaultHandout: Handout = { layout: 'notes', paper: 'a4', copy: 'student', ink: 'color', room: 'lines' }

/** What `npm run build` makes where the headmatter says nothing. */
const DEFAULT_HANDOUTS: readonly Handout[] = [defaultHandout, { ...defaultHandout, layout: '3-lines' }]

/**
 * A handout of what somebody chose; what is left out is the default.
 * @throws UserError that names each choice that does not exist, and those that do
 */
export function readHandout(chosen: Record<string, unknown>, where: Pick<Problem, 'file' | 'line'> = {}): Handout {
  const handout: Record<string, unknown> = { ...defaultHandout }
  const problems: Problem[] = []
  for (const [key, value] of Object.entries(chosen)) {
    if (value === undefined)
      continue
    if (!Object.hasOwn(handoutChoices, key)) {
      problems.push({ message: `A handout has no "${key}".`, hint: `It has: ${Object.keys(handoutChoices).join(', ')}.`, ...where })
      continue
    }
    const choices: Record<string, { says: string }> = handoutChoices[key as keyof Handout]
    const name = String(value).toLowerCase()
    if (Object.hasOwn(choices, name))
      handout[key] = name
    else
      problems.push({ message: `There is no ${key} "${String(value)}".`, hint: `${suggest(name, Object.keys(choices))}There are: ${Object.entries(choices).map(([choice, { says }]) => `${choice} (${says})`).join(', ')}.`, ...where })
  }
  throwProblems(problems)
  return handout as unknown as Handout
}

/** Name of a handout's file: its layout, and what is not the default, e.g. `handout-notes-key.pdf`. */
export function handoutFile(handout: Handout): string {
  const special = (['copy', 'paper', 'ink', 'room'] as const).filter(key => handout[key] !== defaultHandout[key]).map(key => handout[key])
  return `${['handout', handout.layout, ...special].join('-')}.pdf`
}

/** What a link to a handout says, e.g. `Handout (three slides a page, with room to write beside them)`. */
export function handoutLabel({ layout, paper }: Handout): string {
  return `Handout (${layouts[layout].label}${paper === defaultHandout.paper ? '' : `, ${paper}`})`
}

/**
 * The handouts that a course's headmatter asks for under `handouts`; for students, as they become part of the public site.
 * @throws UserError for what does not exist, and for a copy with answers
 */
export function courseHandouts({ handouts, entry }: Course): Handout[] {
  if (handouts === undefined)
    return [...DEFAULT_HANDOUTS]
  const where = { file: entry, line: 1 }
  const read = handouts.map(chosen => readHandout(chosen, where))
  throwProblems(read.filter(({ copy }) => copy !== 'student').map(({ copy }) => ({ message: `The ${copy} copy cannot be part of the public site.`, hint: `Remove it from "handouts" in slides.md, and run: npm run handout -- --copy ${copy}`, ...where })))
  const byFile = new Map(read.map(handout => [handoutFile(handout), handout]))
  return [...byFile.values()]
}
