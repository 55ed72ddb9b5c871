import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import { ruled } from '../core/errors.ts'
import { misspeltKeys, overruledKeys, remoteFonts } from './front-matter-keys.ts'
import { unknownLayouts } from './layouts.ts'
import { missingIcons } from './markdown.ts'

/** What in a course is not as its author may expect, and can be built all the same. */
export async function courseWarnings(course: Course): Promise<Problem[]> {
  return [
    ...ruled('misspelt-key', misspeltKeys(course)),
    ...ruled('overruled-key', overruledKeys(course)),
    ...ruled('remote-font', remoteFonts(course)),
    ...ruled('unknown-layout', await unknownLayouts(course)),
    ...ruled('missing-icons', await missingIcons(course)),
  ]
}
