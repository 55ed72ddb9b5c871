import type { EndedCommand, RunningCommand } from '../run-command.ts'
import { execFile } from 'node:child_process'
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-fs'
import { toolkitRoot } from '../../src/core/toolkit.ts'
import { startNode } from '../run-command.ts'
import { temporaryFolder } from './course-copy.ts'

/** A folder in which Docent is installed from its package, as npm lays it out, without a network. */
export interface InstalledPackage {
  folder: string
  /** Files of the package, below it. */
  files: string[]
  /** Starts `docent` in a folder. */
  start: (cwd: string, ...args: string[]) => RunningCommand
  /** Runs it to its end. */
  docent: (cwd: string, ...args: string[]) => Promise<EndedCommand>
}

/** Packs Docent as `npm pack` does, and installs it beside the packages that this repository has. */
export async function installPackage(): Promise<InstalledPackage> {
  const folder = await temporaryFolder()
  const modules = path.join(folder, 'node_modules')
  const { stdout } = await promisify(execFile)('npm', ['pack', '--json', '--pack-destination', folder], { cwd: toolkitRoot })
  const [{ filename, files }] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [{ filename: string, files: { path: string }[] }]
  await fs.mkdir(modules)
  const unpacked = extract(path.join(folder, 'unpacked'))
  await pipeline(createReadStream(path.join(folder, filename)), createGunzip(), unpacked)
  await fs.rename(path.join(folder, 'unpacked', 'package'), path.join(modules, 'docent'))
  const installed = path.join(toolkitRoot, 'node_modules')
  for (const name of await fs.readdir(installed)) {
    // What the package has compiled in, and what belongs to this repository alone.
    if (!['docent', '@docent'].includes(name) && (!name.startsWith('.') || name === '.package-lock.json'))
      await fs.symlink(path.join(installed, name), path.join(modules, name))
  }
  const start = (cwd: string, ...args: string[]) =>
    startNode(`docent ${args[0]}`, cwd, [path.join(modules, 'docent/src/cli/docent.js'), ...args])
  return {
    folder,
    files: files.map(({ path }) => path),
    start,
    docent: (cwd, ...args) => start(cwd, ...args).ended,
  }
}
