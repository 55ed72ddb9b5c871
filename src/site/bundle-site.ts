import type { Course, Lecture } from '../course/course.ts'
import { replaceFile } from '../core/output.ts'
import { singleFile } from './single-file.ts'
import { zipSite } from './zip.ts'

interface BundleSiteOptions {
  /** The finished site. */
  out: string
  /** Whether the site is put into one zip file. */
  zip?: boolean
  /** The lecture that becomes one HTML file. */
  single?: Lecture
}

/**
 * Makes what can be handed on as one file, beside the site: `dist.zip`, `dist-<slug>.html`.
 * @returns paths of the files
 */
export async function bundleSite(course: Course, { out, zip = false, single }: BundleSiteOptions): Promise<string[]> {
  const files: string[] = []
  if (zip) {
    await zipSite(out, `${out}.zip`)
    files.push(`${out}.zip`)
  }
  if (single) {
    const file = `${out}-${single.slug}.html`
    await replaceFile(file, await singleFile(course, single, out))
    files.push(file)
  }
  return files
}
