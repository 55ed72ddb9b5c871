import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { suggest } from '../core/did-you-mean.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { clientPackage, defaultThemePackage, packageFolder } from '../slidev/contract/packages.ts'

/** Slides that ask for a layout that is not there; Slidev would silently take the default one. */
export async function layoutProblems(course: Course): Promise<Problem[]> {
  const folders = [packageFolder(clientPackage), packageFolder(defaultThemePackage), toolkitRoot, course.root]
  const names = new Set((await Promise.all(folders.map(layoutNames))).flat())
  if (course.theme && course.theme !== 'default')
    return []
  const all = [...names].sort()
  return course.lectures.flatMap(lecture => lecture.slides).flatMap(({ layout, file, line, keyLines }) => {
    if (layout === undefined || names.has(layout))
      return []
    const hint = `${suggest(layout, all)}There are: ${all.join(', ')}.`
    return [{ message: `There is no layout "${layout}".`, hint, file, line: keyLines.layout ?? line }]
  })
}

async function layoutNames(root: string): Promise<string[]> {
  const files = await fs.readdir(path.join(root, 'layouts')).catch(() => [])
  return files.filter(file => /\.(?:vue|m?[jt]s)$/.test(file)).map(file => path.parse(file).name)
}
