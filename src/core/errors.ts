import path from 'node:path'
import process from 'node:process'

/** Something wrong in what a person wrote: one sentence, where it is, and what to do. */
export interface Problem {
  message: string
  /** What to do about it, as a sentence. */
  hint?: string
  /** Absolute path of the file at fault. */
  file?: string
  /** Line in that file, from 1. */
  line?: number
  /** Id of the rule that it breaks, where it breaks one of `npm run check`. */
  rule?: string
  /** What makes it good without a person: in its line, the first of some words is replaced. */
  edit?: { from: string, to: string }
}

/** An error for people: commands print it without a stack and exit with 1. */
export class UserError extends Error {
  override name = 'UserError'
  readonly problems: readonly Problem[]

  constructor(message: string, hint?: string, where: Pick<Problem, 'file' | 'line'> = {}) {
    super(message)
    this.problems = [{ message, hint, ...where }]
  }

  /** One error for several problems, so that all of them are shown together. */
  static of(problems: readonly Problem[]): UserError {
    const first = problems[0] ?? { message: 'Something is wrong.' }
    const error = new UserError(first.message, first.hint, first)
    Object.assign(error, { problems })
    return error
  }
}

/** Throws one `UserError` for all problems where there are any. */
export function throwProblems(problems: readonly Problem[]): void {
  if (problems.length)
    throw UserError.of(problems)
}

/** Problems with the id of the rule that they break, where they do not name one themselves. */
export function ruled<P extends Problem>(rule: string, problems: readonly P[]): P[] {
  return problems.map(problem => ({ rule, ...problem }))
}

/** Problems as somebody fixes them: file by file, from the top. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const key = ({ file = '', line = 0 }: Problem) => `${file}\0${String(line).padStart(9, '0')}`
  return [...problems].sort((a, b) => key(a) < key(b) ? -1 : 1)
}

/** A problem as `file:line: message` with the hint on a line of its own; paths are relative to `cwd`. */
export function formatProblem({ file, line, message, hint }: Problem, cwd: string = process.cwd()): string {
  const where = file ? `${displayPath(file, cwd)}${line ? `:${line}` : ''}: ` : ''
  return `${where}${message}${hint ? `\n    ${hint}` : ''}`
}

/** A path as people read it: relative when it is below `cwd`, else absolute. */
export function displayPath(file: string, cwd: string = process.cwd()): string {
  const relative = path.relative(cwd, file) || '.'
  return relative.startsWith('..') ? file : relative
}
