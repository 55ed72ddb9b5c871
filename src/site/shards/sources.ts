import type { Course } from '../../course/course.ts'
import type { ShardRecord } from './shard.ts'
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { filesBelow, withSlashes } from '../../core/files.ts'
import { hashFile, hashValue } from '../../core/inputs.ts'
import { courseHandouts } from '../../paper/handout/handout.ts'
import { placeless, printersDigest } from '../../paper/print-cache.ts'

/** What the shards of one build have in common, whatever machine has built them. */
export async function sourcesOf(course: Course, decks: string): Promise<ShardRecord['sources']> {
  return {
    toolkit: await printersDigest(),
    course: courseDigest(course),
    decks: await folderDigest(decks),
  }
}

/** What the texts of a course say. */
export function courseDigest(course: Course): string {
  const { warnings, ...said } = course
  return hashValue([placeless(said, course.root), courseHandouts(course)])
}

export async function folderDigest(folder: string): Promise<string> {
  const files = await filesBelow(folder)
  const names = files.map(file => [withSlashes(path.relative(folder, file)), file] as const)
  return hashValue(names.sort(([a], [b]) => a < b ? -1 : 1).map(([name, file]) => [name, hashFile(file)]))
}

/** The commit of a course, in short; nothing where it is not in git. */
export async function commitOf({ root }: Course): Promise<string | undefined> {
  return promisify(execFile)('git', ['rev-parse', '--short', 'HEAD'], { cwd: root })
    .then(({ stdout }) => stdout.trim() || undefined, () => undefined)
}
