import type { Course } from '../course/course.ts'
import type { Finding } from './finding.ts'
import type { RuleId } from './rules.ts'
import { suggest } from '../core/did-you-mean.ts'
import { findingOf } from './finding.ts'
import { isRule, ruleIds } from './rules.ts'
import { isOnSlide } from './slide-of-problem.ts'

/** A line of `check:` in front matter: a rule that is off for a slide, a lecture or the whole course. */
interface Switch {
  rule: string
  reason: unknown
  file: string
  line: number
  /** Whether it is in force where a finding stands. */
  covers: (finding: Finding) => boolean
}

/**
 * Takes away the findings of rules that front matter switches off, and adds one for each switch that is of no use.
 * @param hasRun whether a rule has been looked at: of others nobody knows whether a switch is needed
 */
export function applySwitches(
  findings: readonly Finding[],
  course: Course,
  hasRun: (rule: RuleId) => boolean,
): Finding[] {
  const switches = switchesOf(course)
  const inForce = switches.filter(({ rule, reason }) => isRule(rule) && isReason(reason))
  const used = new Set<Switch>()
  const left = findings.filter((finding) => {
    const one = inForce.find(({ rule, covers }) => rule === finding.rule && covers(finding))
    if (!one || finding.stops)
      return true
    used.add(one)
    return false
  })
  const faults = switches.filter(one => !used.has(one)).flatMap(one => faultOf(one, left, hasRun))
  return [...left, ...faults]
}

function isReason(reason: unknown): boolean {
  return typeof reason === 'string' && reason.trim().length > 0
}

function faultOf(
  { rule, reason, file, line, covers }: Switch,
  left: readonly Finding[],
  hasRun: (rule: RuleId) => boolean,
): Finding[] {
  const tell = (message: string, hint: string) => [findingOf('needless-switch', { message, hint, file, line })]
  if (!isRule(rule))
    return tell(`There is no rule "${rule}".`, `${suggest(rule, ruleIds)}docs/check-rules.md has all of them.`)
  if (!isReason(reason))
    return tell(`The rule "${rule}" is switched off without a reason.`, `Write it: ${rule}: why it does not hold here.`)
  if (left.some(finding => finding.rule === rule && finding.stops && covers(finding)))
    return tell(`The rule "${rule}" cannot be switched off: nothing is built before it is kept.`, 'Remove the line.')
  return hasRun(rule) ? tell(`Nothing breaks the rule "${rule}" here any more.`, 'Remove the line.') : []
}

function switchesOf(course: Course): Switch[] {
  const { headmatter, entry, keyLines, lectures } = course
  const ofCourse = read(headmatter.check, { file: entry, line: keyLines.check ?? 1 }, () => true)
  return [
    ...ofCourse,
    ...lectures.flatMap(({ slides, file }) => slides.flatMap((slide, i) => {
      const { frontmatter, keyLines, file: own } = slide
      const line = keyLines.check
      // The first slide of slides.md has the headmatter; what an import gives to all slides is written there.
      if (line === undefined || (own === entry && i === 0 && line === course.keyLines.check))
        return []
      const next = slides[i + 1]
      const covers = i === 0
        ? (finding: Finding) => finding.file === file || finding.file === own
        : (finding: Finding) => isOnSlide(slide, next, finding)
      return read(frontmatter.check, { file: own, line }, covers)
    })),
  ]
}

function read(value: unknown, { file, line }: { file: string, line: number }, covers: Switch['covers']): Switch[] {
  if (typeof value !== 'object' || value === null)
    return []
  return Object.entries(value).map(([rule, reason], i) => ({ rule, reason, file, line: line + 1 + i, covers }))
}
