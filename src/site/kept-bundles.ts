import type { BundledPages } from './bundle-pages.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { hashValue } from '../core/inputs.ts'
import { keptOrMade } from '../core/kept.ts'
import { replaceFile } from '../core/output.ts'
import { toolkitCache } from '../core/toolkit-cache.ts'
import { toolkitRoot } from '../core/toolkit.ts'

/** Raised when bundles are made in another way. */
const FORMAT = 3

/** Folders of which pages are made: a file more in them may be a part of a page. */
export const PAGE_FOLDERS = ['pages', 'styles', 'src/language']
  .map(name => ({ folder: path.join(toolkitRoot, name), deep: true }))

/**
 * The bundles of pages: those of the last build of any course where nothing of the toolkit has changed since, else new
 * ones, which are kept for the next.
 * @param root folder of the course, which keeps them where the toolkit's own folder is only for reading
 * @param languages in which their scripts speak, as BCP 47 tags
 * @returns the bundles, and the module that renders pages
 */
export async function keptBundles(
  root: string,
  languages: readonly string[],
): Promise<{ bundles: BundledPages, renderFile: string }> {
  const folder = toolkitCache('pages', root)
  const file = path.join(folder, `bundles-${hashValue(languages).slice(0, 8)}.json`)
  const bundles = await keptOrMade(file, FORMAT, async () => {
    const { bundlePages } = await import('./bundle-pages.ts')
    const made = await bundlePages(languages)
    return { made, from: { files: made.sources, folders: PAGE_FOLDERS, environment: [] } }
  })
  const renderFile = path.join(folder, `render-${hashValue(bundles.render).slice(0, 16)}.mjs`)
  if (!existsSync(renderFile))
    await replaceFile(renderFile, bundles.render)
  return { bundles, renderFile }
}
