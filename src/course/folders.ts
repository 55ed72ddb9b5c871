import type { Problem } from '../core/errors.ts'
import { existsSync, readFileSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { toolkitRoot } from '../core/toolkit.ts'

/**
 * The folders beside a course from which its slides may import, absolute: those that `folders:` in the headmatter of
 * `slides.md` names, and the npm project that the course is a part of, as in Slidev; and what is wrong with those that
 * are left out.
 */
export function allowedFolders(
  { folders: named = [] }: Record<string, unknown>,
  entry: string,
): { folders: string[], problems: Problem[] } {
  const names: unknown[] = Array.isArray(named) ? named : [named]
  const folders = projectOf(path.dirname(entry))
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

/** The folder of the package that a course is a part of, or of the workspace of that. */
function projectOf(root: string): string[] {
  const above = [root]
  while (path.dirname(above.at(-1)!) !== above.at(-1))
    above.push(path.dirname(above.at(-1)!))
  const packages = above.filter(folder => existsSync(path.join(folder, 'package.json')))
  const project = packages[0] && (above.slice(above.indexOf(packages[0])).find(isWorkspace) ?? packages[0])
  // The courses in this repository are no parts of the toolkit.
  const isBeside = project && project !== root && ![toolkitRoot, os.homedir()].includes(project)
  return isBeside ? [project] : []
}

function isWorkspace(folder: string): boolean {
  if (existsSync(path.join(folder, 'pnpm-workspace.yaml')))
    return true
  try {
    return 'workspaces' in JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  }
  catch {
    return false
  }
}
