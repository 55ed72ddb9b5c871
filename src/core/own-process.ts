import type { ChildProcess, Serializable } from 'node:child_process'
import { fork } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { UserError } from './errors.ts'
import { toolkitRoot } from './toolkit.ts'

/** What a process sends home when its work has ended. */
export type Ending
  = | { done: unknown }
    | { problems: UserError['problems'] }
    | { stack: string }

export interface OwnProcess {
  send: (message: Serializable) => void
  /** What the work has returned. @throws UserError as it was thrown there, or what else went wrong there */
  ended: Promise<unknown>
  kill: () => void
}

/**
 * Starts work in a process of its own, which gives all its memory back when it ends, and which dies with this one.
 * @param script of the work, below the toolkit; it ends by `endProcess`
 * @param name by which people know it among the processes of the machine
 * @param onMessage called with all that the work sends before it ends
 */
export function startProcess(script: string, name: string, onMessage: (message: unknown) => void): OwnProcess {
  const child = fork(path.join(toolkitRoot, 'src/cli/run.js'), [script, name], {
    serialization: 'advanced',
    execArgv: [],
    // What native parts of Vite no longer need goes back at once.
    env: { ...process.env, MIMALLOC_PURGE_DELAY: '0' },
    // What is said of the work is said here.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const kill = () => void child.kill('SIGKILL')
  // Before anybody tidies up where it still writes.
  process.prependListener('exit', kill)
  const ended = endingOf(child, onMessage).finally(() => {
    process.off('exit', kill)
    kill()
  })
  ended.catch(() => undefined)
  return { send: message => void child.send(message, () => undefined), ended, kill }
}

function endingOf(child: ChildProcess, onMessage: (message: unknown) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: { ending?: Ending }) => {
      const { ending } = message
      if (!ending)
        return onMessage(message)
      if ('done' in ending)
        return resolve(ending.done)
      reject('problems' in ending ? UserError.of(ending.problems) : withStack(ending.stack))
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => reject(new Error(`A process of the build has ended with ${signal ?? code}.`)))
  })
}

function withStack(stack: string): Error {
  return Object.assign(new Error(stack.split('\n')[0]), { stack })
}

/** Does the work of a process that `startProcess` has started, tells how it has ended, and ends it. */
export async function endProcess(work: () => Promise<unknown>): Promise<void> {
  const ending = await work().then(
    (done): Ending => ({ done }),
    (error: unknown): Ending => error instanceof UserError
      ? { problems: error.problems }
      : { stack: (error as Error).stack ?? String(error) },
  )
  process.send?.({ ending }, () => process.exit())
}
