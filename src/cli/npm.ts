import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

/** What of a flag is needed to say how to type it. */
type TypedFlag = readonly [name: string, flag: { type: 'string' | 'boolean', value?: string }]

/** Whether npm runs a command, and not a test or another program that npm has started. */
function isRunBy(command: string): boolean {
  return process.env.npm_lifecycle_event === command
}

/**
 * Goes to the folder in which a person has typed a command: npm goes to that of the package first.
 * @returns the folder of the course, where none is named
 */
export function enterFolder(command: string): string {
  const typedIn = process.env.INIT_CWD
  if (!isRunBy(command) || !typedIn || !existsSync(typedIn))
    return '.'
  const packageFolder = process.cwd()
  process.chdir(typedIn)
  const isInside = !path.relative(packageFolder, typedIn).startsWith('..')
  return isInside && !existsSync('slides.md') ? packageFolder : '.'
}

/**
 * Flags of a command that npm has taken for its own, as it does with all that stands before `--`.
 * @param args what the command was given
 * @returns what to say of them; nothing where there are none
 */
export function swallowedFlags(
  command: string,
  flags: readonly TypedFlag[],
  args: readonly string[],
): string | undefined {
  if (!isRunBy(command))
    return
  const typed = typedBefore()
  const swallowed = flags.filter(([name]) => !args.some(arg => arg.split('=')[0] === `--${name}`)
    && (process.env[`npm_config_${name.replaceAll('-', '_')}`] || typed.includes(`--${name}`)))
  if (!swallowed.length)
    return
  const needsValue = swallowed.some(([, { type }]) => type === 'string')
  const line = [
    // Which of these is the value of a flag nobody can tell any more.
    ...needsValue && args.length ? ['…'] : args,
    ...swallowed.map(([name, { type, value = 'VALUE' }]) => `--${name}${type === 'string' ? ` ${value}` : ''}`),
  ]
  const names = swallowed.map(([name]) => `--${name}`).join(' and ')
  return `npm took ${names} for itself: flags of a command follow "--". Type: npm run ${command} -- ${line.join(' ')}`
}

/** The words before `--` that npm was given, where the system tells. */
function typedBefore(): string[] {
  try {
    const words = readFileSync(`/proc/${process.ppid}/cmdline`, 'utf8').split(/[\0 ]+/)
    const end = words.indexOf('--')
    return words[0] === 'npm' ? words.slice(0, end < 0 ? undefined : end).map(word => word.split('=')[0]!) : []
  }
  catch {
    return []
  }
}
