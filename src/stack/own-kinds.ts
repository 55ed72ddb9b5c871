import type { OwnKinds } from './kinds.ts'
import type { DataProblem, Validator } from './validator.ts'
import { ownKindLook, PLAIN, STACK_PATTERNS, STACK_TONES } from './kinds.ts'
import { createValidator } from './validator.ts'

export const KIND_KEYS = ['label', 'tone', 'pattern'] as const
const EXAMPLE = 'For example: kinds: { theory: { label: theory, tone: green, pattern: dashed } }'

/** Reads kinds that an author defines for a diagram. */
export function readKinds(input: unknown, validator: Validator): OwnKinds {
  const kinds = validator.mapping(input, ['kinds'], 'a mapping of kinds by name', EXAMPLE)
  return Object.fromEntries(Object.entries(kinds).flatMap(([name, written]) => {
    const path = ['kinds', name]
    const kind = validator.record(written ?? {}, path, 'a kind with `label`, `tone` and `pattern`', KIND_KEYS, EXAMPLE)
    if (!kind)
      return []
    const label = validator.text(kind.label, [...path, 'label']) ?? name.replaceAll(/[-_]/g, ' ')
    const tone = validator.oneOf(kind.tone ?? PLAIN, [...path, 'tone'], STACK_TONES)
    const pattern = validator.oneOf(kind.pattern ?? 'solid', [...path, 'pattern'], STACK_PATTERNS)
    return [[name, ownKindLook(label, tone, pattern)]]
  }))
}

/** Reads kinds that a course defines for all its diagrams, as `kinds` in its headmatter. */
export function readCourseKinds(input: unknown): { kinds: OwnKinds, problems: DataProblem[] } {
  const validator = createValidator()
  const kinds = input === undefined || input === null ? {} : readKinds(input, validator)
  return { kinds, problems: validator.problems }
}
