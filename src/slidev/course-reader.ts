import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import { surveyCourse } from '../check/load-course.ts'
import { UserError } from '../core/errors.ts'

/** A course as it is now, as far as it can be read. */
interface ReadCourse {
  /** None where not even the other lectures can be read. */
  course?: Course
  problems: readonly Problem[]
  /** Texts that stand for files on disk, by absolute path. */
  sources: Record<string, string>
}

/**
 * Reads a course again and again while it is written. A file that cannot be read at all is as it was the last time, so
 * that all other lectures go on.
 * @param first what was read at first, by absolute path
 * @param first.markdownFiles with their texts
 */
export function courseReader(
  root: string,
  { markdownFiles }: { markdownFiles: Record<string, { raw: string }> },
): (changed?: Record<string, string>) => Promise<ReadCourse> {
  const good = new Map(Object.entries(markdownFiles).map(([file, { raw }]) => [file, raw]))
  return async (changed = {}) => {
    try {
      const read = await surveyCourse(root, changed)
      for (const [file, text] of Object.entries(changed))
        good.set(file, text)
      return { ...read, sources: changed }
    }
    catch (error) {
      if (!(error instanceof UserError))
        throw error
      const { problems } = error
      const kept = problems.flatMap(({ file = '' }) => good.has(file) ? [[file, good.get(file)!] as const] : [])
      const sources = { ...changed, ...Object.fromEntries(kept) }
      const read = kept.length ? await surveyCourse(root, sources).catch(() => undefined) : undefined
      return { course: read?.course, problems: [...problems, ...read?.problems ?? []], sources }
    }
  }
}
