import type { Problem } from '../core/errors.ts'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * The folders beside a course from which its slides may import, absolute, as `folders:` in the headmatter of
 * `slides.md` names them; and what is wrong with those that are left out.
 */
export function allowedFolders(
  { folders: named = [] }: Record<string, unknown>,
  entry: string,
): { folders: string[], problems: Problem[] } {
  const names: unknown[] = Array.isArray(named) ? named : [named]
  const folders: string[] = []
  const problems: Problem[] = []
  for (const name of names) {
    const folder = path.resolve(path.dirname(entry), String(name))
    if (existsSync(folder) && statSync(folder).isDirectory()) {
      folders.push(folder)
      continue
    }
    const message = `"folders" names ${JSON.stringify(name)}, and there is no such folder.`
    const hint = 'Write the path of a folder beside the course, for instance: folders: [../shared].'
    problems.push({ message, hint, file: entry, line: 1 })
  }
  return { folders, problems }
}
