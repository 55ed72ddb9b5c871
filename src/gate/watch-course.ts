import { watch } from 'node:fs'
import path from 'node:path'

/** Milliseconds in which a save is over: editors write a file in several steps. */
const QUIET = 60

/** What is made, and what changes at every build. */
const MADE = ['.docent', '.git', 'dist', 'export', 'node_modules']

/** Calls back after each change of a course's files, one call after the other, until the process ends. */
export function watchCourse(root: string, onChange: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  watch(root, { recursive: true }, (_, name) => {
    if (name === null || MADE.includes(name.split(path.sep)[0]!))
      return
    clearTimeout(timer)
    timer = setTimeout(() => running = running.then(onChange), QUIET)
  })
}
