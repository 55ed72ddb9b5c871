import type { Problem } from '../core/errors.ts'
import type { RuleId, Severity } from './rules.ts'
import { isRule, rules } from './rules.ts'

/** A rule that is broken at a place of the course. */
export interface Finding extends Problem {
  rule: RuleId
  severity: Severity
  /** Whether nothing can be built before it is fixed; no switch helps. */
  stops?: boolean
  /** A picture of the place, as an address with `data:`, where a browser has seen it. */
  picture?: string
  /** What it has in common with other findings of its rule that are mended together with it, such as colors. */
  cause?: string
  /** Number of its slide, where it has a cause. */
  slide?: number
}

/** A problem as the finding of a rule. */
export function findingOf(rule: RuleId, problem: Problem): Finding {
  return { ...problem, rule, severity: rules[rule].severity }
}

/** What stops a build, as findings. */
export function stoppingFindings(problems: readonly Problem[]): Finding[] {
  return problems.map(problem =>
    ({ ...problem, rule: ruleOf(problem, 'course-files'), severity: 'error', stops: true }))
}

/** What a build warns of, as findings. */
export function warningFindings(problems: readonly Problem[], rule: RuleId): Finding[] {
  return problems.map(problem => findingOf(ruleOf(problem, rule), problem))
}

function ruleOf({ rule }: Problem, otherwise: RuleId): RuleId {
  return rule !== undefined && isRule(rule) ? rule : otherwise
}
