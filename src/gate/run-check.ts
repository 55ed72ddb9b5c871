import type { Finding } from '../check/finding.ts'
import type { Severity } from '../check/rules.ts'
import type { Progress } from '../core/progress.ts'
import type { Course } from '../course/course.ts'
import type { StaticCheck } from './static-check.ts'
import { findingOf } from '../check/finding.ts'
import { needsBrowser } from '../check/rules.ts'
import { slideOfProblem } from '../check/slide-of-problem.ts'
import { applySwitches } from '../check/switches.ts'
import { inOrder, UserError } from '../core/errors.ts'
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
  const isBuildable = browser && !findings.some(({ stops }) => stops)
  const found = isBuildable ? await lookAtDecks(course, selected, { ...options, since }) : []
  const shown = found.filter(finding =>
    !isToldOfPicture(finding, findings, selected) && !isToldOfHost(finding, findings))
  const seen = isBuildable && !found.some(({ stops }) => stops)
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
  try {
    return await browserFindings(course, selected, options)
  }
  catch (error) {
    // What has no place in the course, such as a missing browser, is no fault of it.
    if (!(error instanceof UserError) || error.problems.some(({ file }) => file === undefined))
      throw error
    return error.problems.map(problem => ({ ...findingOf('broken-deck', problem), stops: true }))
  }
}

/** Whether axe misses what stands for a picture, where the Markdown has shown the same, with its line. */
function isToldOfPicture(finding: Finding, findings: readonly Finding[], { lectures }: Course): boolean {
  if (finding.rule !== 'accessibility' || !finding.message.includes('(image-alt)'))
    return false
  const pictures = findings.filter(({ rule }) => rule === 'alt-text')
  return lectures.some((lecture) => {
    const slide = slideOfProblem(lecture, finding)
    return slide && pictures.some(picture => slideOfProblem(lecture, picture) === slide)
  })
}

/** Whether a deck asks another host for what the Markdown has been told to show, with its line. */
function isToldOfHost({ rule, message }: Finding, findings: readonly Finding[]): boolean {
  const address = rule === 'other-host' ? /https?:[^\s,]+/.exec(message)?.[0] : undefined
  return address !== undefined && findings.some(other => other.rule === rule && other.message.includes(address))
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
