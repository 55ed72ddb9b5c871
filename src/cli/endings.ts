import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { Worker } from 'node:worker_threads'
import { toolkitRoot } from '../core/toolkit.ts'
import { startersOf, WATCH } from './starters.ts'

/**
 * Ends the process where it has to: at signals, and when the npm that has started it is gone. What this interrupts is
 * cleaned up as the process exits; left alone, Playwright closes only its browser, and the work goes on.
 * @param command name of the npm script
 */
export function endInTime(command: string): void {
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const)
    process.once(signal, () => process.exit(code))
  // Who reads the output may have read enough, as `head` has; the work is done all the same.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE')
        throw error
    })
  }
  if (process.env.npm_lifecycle_event === command)
    endWithStarter()
}

function endWithStarter(): void {
  const first = startersOf()
  // It may be gone before this is looked at for the first time: then nobody who starts scripts is there.
  if (isOrphan(Number(first.split(',').at(-1))))
    process.exit(129)
  setInterval(() => startersOf() === first || process.exit(129), WATCH).unref()
}

/**
 * The same for a command that may compute for minutes without a look at the time: a thread ends the process when its
 * starter is gone and it has not ended by itself.
 * @param command name of the npm script
 */
export function endWhileBusy(command: string): void {
  if (process.env.npm_lifecycle_event !== command)
    return
  const script = path.join(toolkitRoot, 'src/cli/run.js')
  new Worker(script, { argv: ['src/cli/starter-thread.ts'], execArgv: [], workerData: startersOf() }).unref()
}

/** Whether a process is not one that runs scripts of packages, but whoever takes what others have left. */
function isOrphan(starter: number): boolean {
  try {
    return !/npm|node|yarn|bun/i.test(readFileSync(`/proc/${starter}/cmdline`, 'utf8'))
  }
  catch {
    return starter === 1
  }
}
