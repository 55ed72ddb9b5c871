import type { Inputs } from '../core/inputs.ts'
import type { BundledPages } from './bundle-pages.ts'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { hashValue, sameInputs, takeInputs } from '../core/inputs.ts'
import { replaceFile } from '../core/output.ts'
import { sweepKept, toolkitCache } from '../core/toolkit-cache.ts'
import { toolkitRoot } from '../core/toolkit.ts'

/** Raised when bundles are made in another way. */
const FORMAT = 3
/** A copy of the toolkit brings along what was made from the files of the first. */
const VALUES = [FORMAT, toolkitRoot]

interface Kept {
  inputs: Inputs
  bundles: BundledPages
}

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
  const bundles = await readKept(file) ?? await bundleAnew(file, languages)
  const renderFile = path.join(folder, `render-${hashValue(bundles.render).slice(0, 16)}.mjs`)
  if (!existsSync(renderFile))
    await replaceFile(renderFile, bundles.render)
  return { bundles, renderFile }
}

async function readKept(file: string): Promise<BundledPages | undefined> {
  try {
    const { inputs, bundles } = JSON.parse(await fs.readFile(file, 'utf8')) as Kept
    return sameInputs(inputs, VALUES) ? bundles : undefined
  }
  catch {
    // Nothing is kept, or a crash has cut it.
    return undefined
  }
}

async function bundleAnew(file: string, languages: readonly string[]): Promise<BundledPages> {
  const since = Date.now()
  const { bundlePages } = await import('./bundle-pages.ts')
  const bundles = await bundlePages(languages)
  const names = ['pages', 'styles', 'src/language']
  const folders = names.map(name => ({ folder: path.join(toolkitRoot, name), deep: true }))
  const inputs = takeInputs([{ files: bundles.sources, folders, environment: [] }], VALUES, since)
  if (inputs) {
    const kept: Kept = { inputs, bundles }
    await replaceFile(file, JSON.stringify(kept))
    await sweepKept(path.dirname(file))
  }
  return bundles
}
