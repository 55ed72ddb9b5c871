import type { Finding } from '../check/finding.ts'
import type { StaticFindings } from '../check/static-findings.ts'
import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import { existsSync } from 'node:fs'
import { stoppingFindings, warningFindings } from '../check/finding.ts'
import { surveyCourse } from '../check/load-course.ts'
import { needsBrowser } from '../check/rules.ts'
import { staticFindings } from '../check/static-findings.ts'
import { applySwitches } from '../check/switches.ts'
import { inOrder, UserError } from '../core/errors.ts'
import { loadTalk, talkFiles } from '../talk/recorded-talk.ts'

export interface StaticCheck extends Omit<StaticFindings, 'findings'> {
  /** None where it cannot be read as a whole. */
  course?: Course
  /** Switches of rules are not yet applied. */
  findings: Finding[]
}

/**
 * Reads a course and looks at all that is known of it without a browser.
 * @throws UserError where there is no course
 */
export async function checkStatically(root: string): Promise<StaticCheck> {
  try {
    const { course, problems } = await surveyCourse(root)
    return { course, ...await findAll(course, problems) }
  }
  catch (error) {
    if (!(error instanceof UserError) || error.problems.every(({ file }) => file === undefined))
      throw error
    return { findings: stoppingFindings(error.problems), titles: { all: 0, topics: 0 } }
  }
}

/** What is wrong with a course while it is written and can be built all the same, but for notes. */
export async function faultsOf(course: Course): Promise<Finding[]> {
  const { findings } = await findAll(course, [])
  const left = applySwitches(findings, course, rule => !needsBrowser(rule))
  return (inOrder(left) as Finding[]).filter(({ severity }) => severity !== 'note')
}

/** What is wrong with a course that has been read, its recordings among it; switches of rules are not yet applied. */
async function findAll(course: Course, problems: readonly Problem[]): Promise<StaticFindings> {
  const { findings, titles } = await staticFindings(course, problems)
  return { findings: [...findings, ...await recordingFindings(course)], titles }
}

async function recordingFindings(course: Course): Promise<Finding[]> {
  const recorded = course.lectures.filter(lecture =>
    lecture.video !== undefined || Object.values(talkFiles(lecture)).some(file => existsSync(file)))
  const loaded = await Promise.all(recorded.map(lecture => loadTalk(lecture, course)))
  return warningFindings(loaded.flatMap(({ problems }) => problems), 'recording')
}
