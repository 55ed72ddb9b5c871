import type { Finding } from '../check/finding.ts'
import type { Severity } from '../check/rules.ts'
import type { Progress } from '../core/progress.ts'
import type { Course } from '../course/course.ts'
import type { StaticCheck } from './static-check.ts'
import { needsBrowser } from '../check/rules.ts'
import { applySwitches } from '../check/switches.ts'
import { inOrder } from '../core/errors.ts'
import { selectLectures } from '../course/select.ts'
import { checkStatically } from './static-check.ts'

export interface CheckOptions {
  /** Folder of the course. */
  root: string
  /** Lectures to look at; all of them where there is none. */
  slugs: readonly string[]
  /** Whether the decks are looked at in a browser as well. */
  browser: boolean
  /** Whether places are shown in pictures. */
  pictures: boolean
  /** Path of a browser executable; else one is found. */
  executablePath?: string
  progress: Progress
}

/** All that a check has found, in the order of files and lines. */
export interface CheckResult {
  root: string
  findings: Finding[]
  titles: StaticCheck['titles']
  lectures: number
  slides: number
  /** Whether a browser has looked at the decks. */
  seen: boolean
}

/**
 * Looks for everything that is wrong with a course or some of its lectures.
 * @throws UserError where there is no course, or no such lecture
 */
export async function runCheck(options: CheckOptions): Promise<CheckResult> {
  const { root, slugs, browser } = options
  const since = Date.now()
  const { course, findings, titles } = await checkStatically(root)
  if (!course)
    return { root, findings: inOrder(findings) as Finding[], titles, lectures: 0, slides: 0, seen: false }
  const selected = { ...course, lectures: selectLectures(course, slugs) }
  // What cannot be built cannot be shown.
  const seen = browser && !findings.some(({ stops }) => stops)
  const shown = seen ? await lookAtDecks(course, selected, { ...options, since }) : []
  const left = applySwitches([...findings, ...shown], course, rule => seen || !needsBrowser(rule))
  return {
    root: course.root,
    findings: inOrder(slugs.length ? ofLectures(left, selected) : left) as Finding[],
    titles,
    lectures: selected.lectures.length,
    slides: selected.lectures.reduce((sum, { slides }) => sum + slides.length, 0),
    seen,
  }
}

async function lookAtDecks(
  course: Course,
  selected: Course,
  options: CheckOptions & { since: number },
): Promise<Finding[]> {
  const { browserFindings } = await import('./browser/browser-findings.ts')
  return browserFindings(course, selected, options)
}

function ofLectures(findings: readonly Finding[], { lectures }: Course): Finding[] {
  const bases = lectures.map(({ file }) => file.replace(/\.md$/, '.'))
  const files = new Set(lectures.flatMap(({ slides }) => slides.map(({ file }) => file)))
  return findings.filter(({ file = '' }) => files.has(file) || bases.some(base => file.startsWith(base)))
}

/** How many findings there are of each severity. */
export function countFindings(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const { severity } of findings)
    counts[severity]++
  return counts
}

/** Whether a check fails: at an error, and with `strict` at a warning. */
export function fails(findings: readonly Finding[], strict: boolean): boolean {
  const { error, warning } = countFindings(findings)
  return error > 0 || (strict && warning > 0)
}
