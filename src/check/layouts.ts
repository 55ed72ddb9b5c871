import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { suggest } from '../core/did-you-mean.ts'
import { toolkitRoot } from '../core/toolkit.ts'

const require = createRequire(import.meta.url)

/** Slides that ask for a layout that is not there; Slidev would silently take the default one. */
export async function layoutProblems(course: Course): Promise<Problem[]> {
  const folders = [packageFolder('@slidev/client'), packageFolder('@slidev/theme-default'), toolkitRoot, course.root]
  const names = new Set((await Promise.all(folders.map(layoutNames))).flat())
  const theme = course.headmatter.theme
  if (typeof theme === 'string' && theme !== 'default')
    return []
  return course.lectures.flatMap(lecture => lecture.slides).flatMap(({ frontmatter: { layout }, file, line, keyLines }) =>
    typeof layout !== 'string' || names.has(layout)
      ? []
      : [{ message: `There is no layout "${layout}".`, hint: `${suggest(layout, [...names])}There are: ${[...names].sort().join(', ')}.`, file, line: keyLines.layout ?? line }])
}

async function layoutNames(root: string): Promise<string[]> {
  const files = await fs.readdir(path.join(root, 'layouts')).catch(() => [])
  return files.filter(file => /\.(?:vue|m?[jt]s)$/.test(file)).map(file => path.parse(file).name)
}

/** Folder of an installed package of the toolkit. */
export function packageFolder(name: string): string {
  return path.dirname(require.resolve(`${name}/package.json`))
}
