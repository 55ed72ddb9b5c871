import path from 'node:path'
import { filesBelow } from '../../core/files.ts'

/** Names of the layouts below some folders, in `layouts/`. */
export async function layoutNames(roots: readonly string[]): Promise<string[]> {
  const files = await Promise.all(roots.map(root => filesBelow(path.join(root, 'layouts'))))
  return files.flat().filter(file => /\.(?:vue|m?[jt]s)$/.test(file)).map(file => path.parse(file).name)
}
