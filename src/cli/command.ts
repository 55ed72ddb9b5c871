import type { ParseArgsConfig } from 'node:util'
import type { Problem } from '../core/errors.ts'
import type { ExampleNames } from './example-names.ts'
import process from 'node:process'
import { parseArgs, styleText } from 'node:util'
import { formatProblem, UserError } from '../core/errors.ts'
import { typed } from '../core/typed.ts'
import { diskFullError, isDiskFull } from '../core/unwritable.ts'
import { endInTime } from './endings.ts'
import { exampleNames } from './example-names.ts'
import { enterFolder, swallowedFlags } from './npm.ts'

/** One flag of a command: as `node:util.parseArgs` wants it, plus what `--help` says. */
export interface Flag {
  type: 'string' | 'boolean'
  /** What the value stands for in `--help`, e.g. `DIR`. */
  value?: string
  short?: string
  /** Whether it may be given several times; its value is then a list. */
  multiple?: true
  default?: string | boolean
  help: string
}

export interface Command<F extends Record<string, Flag>> {
  /** The npm script's name: `build` is run as `npm run build --`. */
  name: string
  summary: string
  /** Positional arguments as `--help` shows them, e.g. `[slug…]`; none are accepted without it. */
  positionals?: string
  flags: F
  /** Lines that `--help` shows last, from the command's name on, with names from the course at hand. */
  examples?: (names: ExampleNames) => string[]
  /** @param args.folder that of the course, where none is named */
  run: (args: { flags: FlagValues<F>, positionals: string[], folder: string }) => Promise<void>
}

export type FlagValues<F extends Record<string, Flag>> = {
  [K in keyof F]: FlagValue<F[K]>
}

type FlagValue<F extends Flag> = F['type'] extends 'boolean'
  ? boolean
  : F extends { multiple: true } ? string[] : F extends { default: string } ? string : string | undefined

/** Thrown for wrong flags: the usage is printed and the command exits with 2. */
export class UsageError extends Error {}

/**
 * Parses the process's arguments and runs the command.
 * Exit codes: 0 done, 1 a `UserError`, 2 wrong flags, 130 and the like where a signal ends it.
 * Any other error is a bug and shows its stack.
 */
export async function runCommand<const F extends Record<string, Flag>>(command: Command<F>): Promise<void> {
  endInTime(command.name)
  const course = enterFolder(command.name)
  const options: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } }
  for (const [name, { type, short, multiple, default: value }] of Object.entries(command.flags)) {
    options[name] = {
      type,
      ...short && { short },
      ...multiple && { multiple },
      ...value !== undefined && { default: value },
    }
  }
  try {
    const args = process.argv.slice(2)
    const swallowed = swallowedFlags(command.name, Object.entries(command.flags), args)
    // Values of flags that npm took are left, and look like arguments: this comes before what is wrong with those.
    if (swallowed && !args.some(arg => arg === '--help' || arg === '-h'))
      throw new UsageError(swallowed)
    const { values, positionals } = parse(options, command.positionals !== undefined)
    if (values.help)
      return console.log(help(command, String(values.course ?? course)))
    if (values.course === '.')
      values.course = course
    for (const [name, flag] of Object.entries(command.flags)) {
      if (flag.type === 'boolean')
        values[name] ??= false
      else if (flag.multiple)
        values[name] ??= []
    }
    await command.run({ flags: values as FlagValues<F>, positionals, folder: course })
  }
  catch (error) {
    if (error instanceof UsageError) {
      console.error(`${style('red', error.message, process.stderr)}\n\n${help(command, course)}`)
      process.exitCode = 2
    }
    else if (error instanceof UserError) {
      printErrors(error.problems)
      process.exitCode = 1
    }
    else if (isDiskFull(error)) {
      printErrors(diskFullError().problems)
      process.exitCode = 1
    }
    else {
      throw error
    }
  }
}

function parse(options: NonNullable<ParseArgsConfig['options']>, allowPositionals: boolean) {
  try {
    return parseArgs({ options, allowPositionals, strict: true })
  }
  catch (error) {
    // Node's own sentence names the flag; what follows its first full stop is advice for programmers.
    throw new UsageError((error as Error).message.split('. ')[0]!)
  }
}

function help<F extends Record<string, Flag>>(command: Command<F>, course: string): string {
  const examples = command.examples?.(exampleNames(course)) ?? []
  const rows = Object.entries(command.flags).map(([name, flag]) => [
    `--${name}${flag.value ? ` ${flag.value}` : ''}${flag.short ? `, -${flag.short}` : ''}`,
    `${flag.help}${typeof flag.default === 'string' ? ` (default: ${flag.default})` : ''}`,
  ])
  rows.push(['--help, -h', 'show this help'])
  const width = Math.max(...rows.map(([flag]) => flag!.length)) + 2
  return [
    command.summary,
    '',
    `Usage: ${typed(`${command.name} ${command.positionals ? `${command.positionals} ` : ''}[options]`)}`,
    '',
    ...rows.map(([flag, text]) => `  ${flag!.padEnd(width)}${text}`),
    ...examples.length ? ['', 'Examples:', ...examples.map(line => `  ${typed(line)}`)] : [],
  ].join('\n')
}

/** Prints what has gone wrong. */
export function printErrors(problems: readonly Problem[]): void {
  for (const problem of problems)
    console.error(`${style('red', 'error', process.stderr)} ${formatProblem(problem)}`)
}

/** Prints what stops nothing but should be known; what has the same remedy stands together, above it. */
export function printWarnings(warnings: readonly Problem[]): void {
  const byHint = new Map<string | undefined, Problem[]>()
  for (const warning of warnings)
    byHint.set(warning.hint, [...byHint.get(warning.hint) ?? [], warning])
  for (const [hint, alike] of byHint) {
    for (const [i, warning] of alike.entries()) {
      const text = formatProblem({ ...warning, hint: i === alike.length - 1 ? hint : undefined })
      console.error(`${style('yellow', 'warning', process.stderr)} ${text}`)
    }
  }
}

/** Text in a colour where the stream is a terminal that shows colours, plain elsewhere. */
export function style(format: Format, text: string, stream: NodeJS.WriteStream = process.stdout): string {
  return styleText(format, text, { stream })
}

type Format = 'red' | 'green' | 'yellow' | 'cyan' | 'dim' | 'bold'
