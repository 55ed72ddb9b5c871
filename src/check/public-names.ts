import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import path from 'node:path'
import { filesBelow, withSlashes } from '../core/files.ts'
import { caseTwins, nameFault } from '../core/host-names.ts'

/** Files of `public/` that some web host, or half of all systems, would not serve under their names. */
export async function publicNameProblems({ root }: Course): Promise<Problem[]> {
  const files = await filesBelow(path.join(root, 'public'))
  const names = files.map(file => withSlashes(path.relative(path.join(root, 'public'), file)))
  const twins = new Set(caseTwins(names))
  return files.flatMap((file, i): Problem[] => {
    const fault = nameFault(names[i]!) ?? (twins.has(names[i]!) ? 'differs from another only in capitals' : undefined)
    if (!fault)
      return []
    const message = `The name ${names[i]} ${fault}: not every web host serves it.`
    return [{ message, hint: 'Rename it, of letters, digits, hyphens and points, and where slides name it.', file }]
  })
}
