import { readFileSync } from 'node:fs'
import process from 'node:process'

/** How often it is looked whether who started the command is still there, in milliseconds. */
const WATCH = 250

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

/** A killed npm leaves its script to the system, which then is its parent; between the two there may be a shell. */
function endWithStarter(): void {
  const starters = () => {
    const parent = processAt(process.ppid)
    const isShell = /^(?:sh|dash|bash|zsh|ash|busybox)$/.test(parent.name)
    return isShell ? [process.ppid, parent.parent] : [process.ppid]
  }
  const first = starters()
  // It may be gone before this is looked at for the first time: then nobody who starts scripts is there.
  if (isOrphan(first.at(-1)!))
    process.exit(129)
  setInterval(() => starters().join() === first.join() || process.exit(129), WATCH).unref()
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

/** Name and parent of a process, where the system tells. */
function processAt(id: number): { name: string, parent: number } {
  try {
    const [, name = '', parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${id}/stat`, 'utf8')) ?? []
    return { name, parent: Number(parent) }
  }
  catch {
    return { name: '', parent: 0 }
  }
}
