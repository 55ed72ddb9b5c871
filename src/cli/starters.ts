import { readFileSync } from 'node:fs'
import process from 'node:process'

/** How often it is looked whether who started the command is still there, in milliseconds. */
export const WATCH = 250

/**
 * Numbers of the processes that have started this one, as a text that changes when one of them is gone. A killed npm
 * leaves its script to the system, which then is its parent; between the two there may be a shell.
 */
export function startersOf(): string {
  const parent = processAt(process.ppid)
  const isShell = /^(?:sh|dash|bash|zsh|ash|busybox)$/.test(parent.name)
  return (isShell ? [process.ppid, parent.parent] : [process.ppid]).join()
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
