import { existsSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { displayPath, UserError } from './errors.ts'
import { toolkitRoot } from './toolkit.ts'
import { diskFullError, isDiskFull, makeFolders, throwUnwritable } from './unwritable.ts'

const SOURCE_FOLDERS = [
  'slides',
  'components',
  'public',
  'setup',
  'layouts',
  'styles',
  'pages',
  'scripts',
  'src',
  'packages',
  'bench',
  'docs',
  'tests',
  'node_modules',
  '.git',
]

/**
 * Writes a folder as a whole: the work goes to a temporary folder beside it, which takes its place when all is done.
 * An error or an interrupt leaves the old folder as it was.
 */
export async function replaceFolder<T>(out: string, work: (folder: string) => Promise<T>): Promise<T> {
  const target = existsSync(out) ? realpathSync(out) : path.resolve(out)
  sweep(target)
  // At once, so that there is no moment at which it stands there and nobody would take it away.
  const folder = await makeFolders(path.dirname(target))
    .then(() => mkdtempSync(path.join(path.dirname(target), `.${path.basename(target)}-${process.pid}-`)))
    .catch(error => throwUnwritable(error, target))
  const remove = () => removeWrittenFolder(folder)
  const interrupt = () => process.exit(130)
  // Whatever ends the process: an interrupt, or an error that nobody catches, as when the reader of its output is gone.
  process.once('exit', remove).once('SIGINT', interrupt).once('SIGTERM', interrupt)
  try {
    const result = await work(folder).catch(error => throwWriteError(error, target, folder))
    await fs.chmod(folder, 0o755)
    const old = `${folder}-old`
    if (existsSync(target))
      await fs.rename(target, old)
    await fs.rename(folder, target)
    await fs.rm(old, { recursive: true, force: true })
    return result
  }
  finally {
    process.off('exit', remove).off('SIGINT', interrupt).off('SIGTERM', interrupt)
    await fs.rm(folder, { recursive: true, force: true })
  }
}

/** Removes a folder into which threads of this process, or processes that were killed just now, may still write. */
function removeWrittenFolder(folder: string): void {
  let gone = 0
  for (let tries = 0; tries < 50 && gone < 2; tries++) {
    try {
      rmSync(folder, { recursive: true, force: true })
    }
    catch {
      // A file came between the reading of a folder and its removal; Node's own retries do not look for it again.
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    gone = existsSync(folder) ? 0 : gone + 1
  }
}

/** Takes away what was half-made by processes that were killed; where one had the old folder aside, puts it back. */
function sweep(target: string): void {
  const parent = path.dirname(target)
  const names = existsSync(parent) && statSync(parent).isDirectory() ? readdirSync(parent) : []
  for (const name of names) {
    if (!name.startsWith(`.${path.basename(target)}-`))
      continue
    const [, pid, old] = /^(\d+)-[^-]+(-old)?$/.exec(name.slice(path.basename(target).length + 2)) ?? []
    if (!pid || isAlive(Number(pid)))
      continue
    if (old && !existsSync(target))
      renameSync(path.join(parent, name), target)
    else
      rmSync(path.join(parent, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  }
  catch (error) {
    // Somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Writes a file as a whole: under a temporary name first, then renamed. */
export async function replaceFile(file: string, content: Uint8Array | string): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}-${process.pid}`)
  try {
    await makeFolders(path.dirname(file))
    await fs.writeFile(temporary, content)
    await fs.rename(temporary, file)
  }
  catch (error) {
    throwUnwritable(error as NodeJS.ErrnoException, file)
  }
  finally {
    // Its own error would hide the first one.
    await fs.rm(temporary, { force: true }).catch(() => undefined)
  }
}

/** Says what is wrong where work could not write into its folder. */
function throwWriteError(error: NodeJS.ErrnoException, target: string, folder: string): never {
  if (isDiskFull(error))
    throw diskFullError(target)
  if (error.path?.startsWith(folder) && !(error instanceof UserError) && error.code !== 'ENOENT')
    throwUnwritable(error, target)
  throw error
}

/**
 * Makes sure that replacing `out` destroys nothing that a person wrote.
 * @param root folder of the course
 * @param marker file that a former output has at its top
 * @throws UserError that says what would be lost
 */
export function checkOutputFolder(out: string, root: string, marker: string): void {
  const target = existsSync(out) ? realpathSync(out) : path.resolve(out)
  const refuse = (why: string) => {
    const hint = 'Name another one with --out; a build replaces the whole folder.'
    throw new UserError(`The output folder ${displayPath(target)} ${why}.`, hint)
  }
  for (const base of [root, toolkitRoot].map(folder => realpathSync(folder))) {
    if (contains(target, base))
      refuse('holds the sources of the course')
    const inside = SOURCE_FOLDERS.find(name => contains(path.join(base, name), target))
    if (inside)
      refuse(`lies in ${inside}/, among the sources`)
  }
  if (!existsSync(target))
    return
  if (!statSync(target).isDirectory())
    refuse('is a file')
  if (readdirSync(target).length && !existsSync(path.join(target, marker)))
    refuse(`holds other files (it has no ${marker} of a former build)`)
}

function contains(folder: string, file: string): boolean {
  const relative = path.relative(folder, file)
  return relative === '' || (!relative.startsWith(`..${path.sep}`) && relative !== '..' && !path.isAbsolute(relative))
}
