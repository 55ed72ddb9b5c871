import type { InputList, Inputs } from './inputs.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { sameInputs, takeInputs } from './inputs.ts'
import { replaceFile } from './output.ts'
import { sweepKept } from './toolkit-cache.ts'
import { toolkitRoot } from './toolkit.ts'

interface Kept<T> {
  inputs: Inputs
  made: T
}

/**
 * What was made before, where nothing of what it was made from has changed since; else what is made anew, which is kept
 * for the next time.
 * @param file that keeps it, in a folder of its own kind
 * @param format of what is kept; another one is made anew
 */
export async function keptOrMade<T>(
  file: string,
  format: number,
  make: () => Promise<{ made: T, from: InputList }>,
): Promise<T> {
  // A copy of the toolkit brings along what was made from the files of the first.
  const values = [format, toolkitRoot]
  const known = await readKept<T>(file, values)
  if (known)
    return known.made
  const since = Date.now()
  const { made, from } = await make()
  const inputs = takeInputs([from], values, since)
  if (inputs) {
    // Where it cannot be kept it is made again the next time.
    await replaceFile(file, JSON.stringify({ inputs, made } satisfies Kept<T>)).catch(() => undefined)
    await sweepKept(path.dirname(file))
  }
  return made
}

async function readKept<T>(file: string, values: unknown): Promise<Kept<T> | undefined> {
  try {
    const kept = JSON.parse(await fs.readFile(file, 'utf8')) as Kept<T>
    return sameInputs(kept.inputs, values) ? kept : undefined
  }
  catch {
    // Nothing is kept, or a crash has cut it.
    return undefined
  }
}
