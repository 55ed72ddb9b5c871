import type { Problem } from '../../core/errors.ts'
import type { Course } from '../../course/course.ts'
import { suggest } from '../../core/did-you-mean.ts'
import { throwProblems } from '../../core/errors.ts'
import { typed } from '../../core/typed.ts'
import { speak } from '../../language/languages.ts'
import { handoutOptions, layouts } from './handout-options.ts'

/** A handout that somebody wants. */
export type Handout = { [Key in keyof typeof handoutOptions]: keyof typeof handoutOptions[Key] }

const defaultHandout: Handout = { layout: 'notes', paper: 'a4', copy: 'student', ink: 'color', ruling: 'lines' }

/** What `npm run build` makes where the headmatter says nothing. */
const DEFAULT_HANDOUTS: readonly Handout[] = [defaultHandout, { ...defaultHandout, layout: '3-lines' }]

/** Older names that courses still use. */
const RENAMED = new Map([['room', 'ruling']])

/**
 * A handout as somebody wants it; what is left out is the default.
 * @throws UserError that names each option that does not exist, and those that do
 */
export function readHandout(wanted: Record<string, unknown>, where: Pick<Problem, 'file' | 'line'> = {}): Handout {
  const handout: Record<string, unknown> = { ...defaultHandout }
  const problems: Problem[] = []
  for (const [name, value] of Object.entries(wanted)) {
    const key = RENAMED.get(name) ?? name
    if (value === undefined)
      continue
    if (!isOption(key)) {
      const hint = `It has: ${Object.keys(handoutOptions).join(', ')}.`
      problems.push({ message: `A handout has no "${key}".`, hint, ...where })
      continue
    }
    const values: Record<string, { description: string }> = handoutOptions[key]
    const chosen = String(value).toLowerCase()
    if (Object.hasOwn(values, chosen)) {
      handout[key] = chosen
      continue
    }
    const known = Object.entries(values).map(([name, { description }]) => `${name} (${description})`)
    problems.push({
      message: `There is no ${key} "${String(value)}".`,
      hint: `${suggest(chosen, Object.keys(values))}There are: ${known.join(', ')}.`,
      ...where,
    })
  }
  throwProblems(problems)
  return handout as Handout
}

function isOption(key: string): key is keyof Handout {
  return Object.hasOwn(handoutOptions, key)
}

/** Name of a handout's file: its layout, and what is not the default, e.g. `handout-notes-key.pdf`. */
export function handoutFile(handout: Handout): string {
  const special = (['copy', 'paper', 'ink', 'ruling'] as const)
    .filter(key => handout[key] !== defaultHandout[key])
    .map(key => handout[key])
  return `${['handout', handout.layout, ...special].join('-')}.pdf`
}

/** The title of a copy: one that is not for students says so first. */
export function copyTitle({ copy }: Handout, title: string, language: string): string {
  return copy === 'student' ? title : `${speak(language, 'paper')(`${copy}Copy`)} · ${title}`
}

/** What a link to a handout says, e.g. `Handout (three slides a page)`. */
export function handoutLabel({ layout, paper }: Handout, language: string): string {
  const say = speak(language, 'paper')
  const words = [say(layouts[layout].label), ...paper === defaultHandout.paper ? [] : [paper]]
  return say('handout', { layout: words.join(', ') })
}

/**
 * The handouts that a course's headmatter asks for under `handouts`; for students, as they become part of the public
 * site.
 * @throws UserError for what does not exist, and for a copy with answers
 */
export function courseHandouts({ handouts, entry }: Course): Handout[] {
  if (handouts === undefined)
    return [...DEFAULT_HANDOUTS]
  const where = { file: entry, line: 1 }
  const read = handouts.map(wanted => readHandout(wanted, where))
  throwProblems(read.filter(({ copy }) => copy !== 'student').map(({ copy }) => ({
    message: `The ${copy} copy cannot be part of the public site.`,
    hint: `Remove it from "handouts" in slides.md, and run: ${typed(`handout --copy ${copy}`)}`,
    ...where,
  })))
  const byFile = new Map(read.map(handout => [handoutFile(handout), handout]))
  return [...byFile.values()]
}
