import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import { displayPath } from '../core/errors.ts'
import { deckRoots } from '../slidev/contract/roots.ts'

/** Themes and addons that a course names and that are not installed. */
export function missingPackages({ root, headmatter, entry, keyLines }: Course): Problem[] {
  return deckRoots({ root, headmatter }).missing.map(({ kind, name, package: wanted }) => {
    const place = { file: entry, line: keyLines[kind === 'theme' ? 'theme' : 'addons'] ?? 1 }
    if (!wanted) {
      const hint = `Fix the path of the ${kind}: it begins at the folder of slides.md.`
      return { message: `The ${kind} "${name}" is not there.`, hint, ...place }
    }
    const instead = kind === 'theme' ? 'write "theme: default"' : 'take it out of "addons"'
    const hint = `Run: npm install --prefix ${displayPath(root)} ${wanted}, or ${instead} in slides.md.`
    return { message: `The ${kind} "${name}" is not installed.`, hint, ...place }
  })
}
