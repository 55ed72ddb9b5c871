import path from 'node:path'
import { makeWritable } from '../core/unwritable.ts'

/** Where Slidev keeps parts of what it builds or serves, below the folder of a course. */
export const SLIDEV_FOLDER = path.join('node_modules', '.slidev', 'virtual')

/**
 * Makes the folder of a course in which Slidev keeps files of its own.
 * @throws UserError where it cannot be written, as on a disk for reading only
 */
export async function makeSlidevFolder(root: string): Promise<void> {
  const hint = 'Slidev keeps files there while it works. Copy the course to a folder where you may write.'
  await makeWritable(path.join(root, SLIDEV_FOLDER), hint)
}
