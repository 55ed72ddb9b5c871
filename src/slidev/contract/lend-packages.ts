import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { toolkitRoot } from '../../core/toolkit.ts'

/**
 * Lets what Node loads of a course that has no packages of its own, as `setup/shiki.ts`, import those of the toolkit:
 * they are looked for last.
 */
export function lendPackages(): void {
  const require = createRequire(path.join(toolkitRoot, 'package.json'))
  const folders = [...process.env.NODE_PATH?.split(path.delimiter) ?? [], ...require.resolve.paths('vue') ?? []]
  process.env.NODE_PATH = [...new Set(folders)].join(path.delimiter)
  // Node reads the variable as it starts.
  const { _initPaths: read } = require('node:module') as { _initPaths?: () => void }
  read?.()
}
