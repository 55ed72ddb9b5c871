import { existsSync } from 'node:fs'
import path from 'node:path'
import { filesBelow } from '../../core/files.ts'

/** Names of the layouts below some folders, in `layouts/`. */
export async function layoutNames(roots: readonly string[]): Promise<string[]> {
  const files = await Promise.all(roots.map(root => filesBelow(path.join(root, 'layouts'))))
  return files.flat().filter(file => /\.(?:vue|m?[jt]s)$/.test(file)).map(file => path.parse(file).name)
}

/** Whether a folder brings what stands at the foot of each slide. */
export function hasBottomLayer(folder: string): boolean {
  return ['global-bottom.vue', 'slide-bottom.vue'].some(name => existsSync(path.join(folder, name)))
}
