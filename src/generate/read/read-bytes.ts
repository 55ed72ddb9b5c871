import { readFileSync } from 'node:fs'
import { UserError } from '../../core/errors.ts'
import { limits } from '../limits.ts'

/**
 * The bytes of a document.
 * @throws UserError where it cannot be read or is too large
 */
export function readBytes(file: string): Uint8Array {
  try {
    return checkSize(readFileSync(file), file)
  }
  catch (error) {
    if (error instanceof UserError)
      throw error
    const { code, message } = error as NodeJS.ErrnoException
    throw new UserError(`The document cannot be read: ${code ?? message}.`, 'Check who may read it.', { file })
  }
}

/**
 * The bytes as they are.
 * @throws UserError where a document is too large
 */
export function checkSize(bytes: Uint8Array, file: string): Uint8Array {
  if (bytes.length <= limits.size)
    return bytes
  const message = `The document has ${Math.round(bytes.length / 1e6)} MB; ${limits.size / 1e6} MB are the most.`
  throw new UserError(message, 'Split it, or name its parts.', file === '-' ? {} : { file })
}
