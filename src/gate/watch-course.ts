import { readdirSync, watch } from 'node:fs'
import path from 'node:path'

/** Milliseconds in which a save is over: editors write a file in several steps. */
const QUIET = 60

/** What is made, and what changes at every build. */
const MADE = ['.docent', '.git', 'changes', 'dist', 'export', 'handouts', 'node_modules']

/**
 * Calls back after each change of a course's files, one call after the other, until the process ends. Folders are
 * watched one by one: to watch all of a course is to walk through its packages.
 */
export function watchCourse(root: string, onChange: () => Promise<void>): void {
  const watched = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const changed = () => {
    clearTimeout(timer)
    timer = setTimeout(() => running = running.then(onChange), QUIET)
  }
  const watchFolders = () => {
    const folders = readdirSync(root, { withFileTypes: true }).filter(entry => entry.isDirectory())
    for (const { name } of folders.filter(({ name }) => !MADE.includes(name) && !watched.has(name))) {
      watched.add(name)
      watch(path.join(root, name), { recursive: true }, changed).on('error', () => watched.delete(name))
    }
  }
  watchFolders()
  watch(root, (_, name) => {
    if (name === null || MADE.includes(name))
      return
    watchFolders()
    changed()
  })
}
