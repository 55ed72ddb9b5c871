import { statSync } from 'node:fs'
import path from 'node:path'

/** What tells whether a file has changed, without reading it. */
export function stampOf(file) {
  const { size, mtimeMs, ctimeMs, ino } = statSync(file)
  return [size, mtimeMs, ctimeMs, ino].join()
}

/**
 * Whether all files are still as they were.
 * @param {string} root folder of the toolkit
 * @param {Record<string, string>} stamps by path below it
 */
export function sameStamps(root, stamps) {
  return Object.entries(stamps).every(([file, stamp]) => stampOf(path.join(root, file)) === stamp)
}
