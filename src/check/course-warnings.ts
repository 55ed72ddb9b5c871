import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { deckRoots } from '../slidev/contract/roots.ts'
import { misspeltKeys, overruledKeys, remoteFonts } from './front-matter-keys.ts'
import { unknownLayouts } from './layouts.ts'
import { missingIcons } from './markdown.ts'

/** What in a course is not as its author may expect, and can be built all the same. */
export async function courseWarnings(course: Course): Promise<Problem[]> {
  return [
    ...misspeltKeys(course),
    ...overruledKeys(course),
    ...remoteFonts(course),
    ...preparsers(course),
    ...await unknownLayouts(course),
    ...await missingIcons(course),
  ]
}

/** Files that change what Slidev reads of Markdown, which readers of a course here do not know. */
function preparsers(course: Course): Problem[] {
  const files = deckRoots(course).all.map(root => path.join(root, 'setup/preparser.ts'))
  return files.filter(file => existsSync(file)).map(file => ({
    message: 'Extensions of Slidev\'s parser are not read.',
    hint: 'Write what they make of the Markdown into it, or use setup/transformers.ts.',
    file,
  }))
}
