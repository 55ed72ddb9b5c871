import type { CourseSettings } from './settings.ts'

/** Settings of a course, as `docent.config.ts` exports them; it gives an editor their types. */
export function defineCourse(settings: CourseSettings): CourseSettings {
  return settings
}
