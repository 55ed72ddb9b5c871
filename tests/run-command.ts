import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { toolkitRoot } from '../src/core/toolkit.ts'

export interface EndedCommand {
  /** Null where a signal ended it. */
  code: number | null
  stdout: string
  stderr: string
}

export interface RunningCommand {
  /** Everything that it has printed so far, on both streams in order. */
  printed: () => string
  /** Waits until it has printed a text; fails when it ends before, or after minutes. */
  prints: (text: string | RegExp) => Promise<void>
  /** Asks it to end, and waits until it has. */
  stop: (signal?: NodeJS.Signals) => Promise<EndedCommand>
  ended: Promise<EndedCommand>
}

/** The file of a command below the toolkit: one of `scripts/`, or of the bench. */
function commandFile(command: string): string {
  const script = `scripts/${command}.ts`
  return fs.existsSync(path.join(toolkitRoot, script)) ? script : `bench/${command}.ts`
}

/** Starts a command in a process of its own, as an author does. */
export function startCommand(command: string, ...args: string[]): RunningCommand {
  return startNode(command, toolkitRoot, ['src/cli/run.js', commandFile(command), ...args])
}

/**
 * Starts Node.js in a folder.
 * @param name of what is started, for what is said where it fails
 */
export function startNode(name: string, cwd: string, args: readonly string[]): RunningCommand {
  // Tests have it set, authors have not.
  const { NODE_ENV: _, ...env } = process.env
  const child = spawn(process.execPath, [...args], { cwd, env })
  const out = { stdout: '', stderr: '' }
  let both = ''
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      out[stream] += text
      both += text
    })
  }
  const ended = new Promise<EndedCommand>((resolve, reject) => {
    child.on('error', reject).on('close', code => resolve({ code, ...out }))
  })
  return {
    printed: () => both,
    ended,
    prints: text => new Promise((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`${name} ${why} and has not printed ${text}, but:\n${both}`))
      const deadline = setTimeout(fail, 150_000, 'has run for minutes')
      const look = () => (typeof text === 'string' ? both.includes(text) : text.test(both)) && resolve()
      child.stdout.on('data', look)
      child.stderr.on('data', look)
      child.on('close', () => {
        clearTimeout(deadline)
        fail('has ended')
      })
      look()
    }),
    stop(signal = 'SIGINT') {
      child.kill(signal)
      return ended
    },
  }
}

/** Runs a command of `scripts/` to its end. */
export function runCommand(command: string, ...args: string[]): Promise<EndedCommand> {
  return startCommand(command, ...args).ended
}
