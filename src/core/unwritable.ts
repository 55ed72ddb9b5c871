import { accessSync, constants, existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { displayPath, UserError } from './errors.ts'

const UNWRITABLE: Record<string, string> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'that disk can only be read',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a part of its path is a file',
  EISDIR: 'a folder has its name',
  ENOENT: 'its folder cannot be made',
  ENAMETOOLONG: 'its name is too long',
}

/** Something cannot be written; it says why. */
class UnwritableError extends UserError {}

/**
 * What a person can change becomes a `UserError`; anything else stays what it is.
 * @param target what could not be written
 */
export function throwUnwritable(
  error: NodeJS.ErrnoException,
  target: string,
  hint = 'Name another place with --out.',
): never {
  const why = UNWRITABLE[codeOf(error, target)]
  if (!why)
    throw error
  throw new UnwritableError(`${displayPath(target)} cannot be written: ${why}.`, hint)
}

/** Of a folder that cannot be made on a disk for reading only, Node says no more than that it is not there. */
function codeOf({ code = '' }: NodeJS.ErrnoException, target: string): string {
  if (code !== 'ENOENT')
    return code
  let above = path.dirname(target)
  while (!existsSync(above))
    above = path.dirname(above)
  try {
    accessSync(above, constants.W_OK)
    return code
  }
  catch (error) {
    return (error as NodeJS.ErrnoException).code ?? code
  }
}

/**
 * Makes a folder, and makes sure that it can be written.
 * @param hint what to do where it cannot
 * @throws UserError with the reason
 */
export async function makeWritable(folder: string, hint: string): Promise<void> {
  try {
    await makeFolders(folder)
    await fs.access(folder, constants.W_OK)
  }
  catch (error) {
    throwUnwritable(error as NodeJS.ErrnoException, folder, hint)
  }
}

/**
 * Makes a folder and those above it, one after the other: where a disk takes none, as below /proc, Node would try to
 * make them all for ever.
 * @returns the first that was made; undefined where the folder was there
 */
export async function makeFolders(folder: string): Promise<string | undefined> {
  if (existsSync(folder))
    return
  const first = await makeFolders(path.dirname(folder))
  await fs.mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST')
      throw error
  })
  return first ?? folder
}

const DISK_IS_FULL = /\b(?:ENOSPC|EDQUOT)\b|No space left on device|os error 28\b/

/** The words of bundlers and browsers for a full disk are many, and none names a place. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && !(error instanceof UserError)
    && DISK_IS_FULL.test(`${(error as NodeJS.ErrnoException).code} ${error.message}`)
}

/** An error for people where a disk is full. */
export function diskFullError(target?: string): UserError {
  const what = target ? `${displayPath(target)} cannot be written` : 'A file cannot be written'
  return new UnwritableError(
    `${what}: the disk is full.`,
    `Make room on it and in ${tmpdir()}, or name another place with --out.`,
  )
}

/** Does what saves time the next time, where the place for it can be written. */
export async function whereWritable(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  }
  catch (error) {
    if (!(error instanceof UnwritableError))
      throw error
  }
}
