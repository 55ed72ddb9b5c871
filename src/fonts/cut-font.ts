import type { UsedFace } from './plan-fonts.ts'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import subsetFont from 'subset-font'
import { hashValue } from '../core/inputs.ts'
import { replaceFile } from '../core/output.ts'
import { whereWritable } from '../core/unwritable.ts'

/** Raised when fonts are cut in another way. */
const FORMAT = 1

/** What changes the characters beside it, and stands for none of its own. */
const JOINING = /[\p{M}\p{Default_Ignorable_Code_Point}]/u

const cuts = new Map<string, Promise<string>>()

/**
 * Writes a font with nothing but some characters: all arrows and signs weigh 170 kB, the five of a course 2 kB.
 * @param file absolute path of a WOFF2 file
 * @param points code points that stay, with all that the font makes of them
 * @param folder for fonts that are cut; it may be deleted at any time
 * @returns path of the file, or that of the whole font where nothing can be written
 */
export async function cutFont(file: string, points: readonly number[], folder: string): Promise<string> {
  const text = String.fromCodePoint(...[...new Set(points)].sort((a, b) => a - b))
  const hash = hashValue([FORMAT, path.basename(file), (await fs.stat(file)).size, text]).slice(0, 16)
  const target = path.join(folder, hash, path.basename(file).replace(/\.[ot]tf\.woff2$/, '.woff2'))
  const known = existsSync(target) ? Promise.resolve(target) : cuts.get(target)
  const cut = known ?? writeCut(file, text, target)
  cuts.set(target, cut)
  return cut
}

async function writeCut(file: string, text: string, target: string): Promise<string> {
  const font = await subsetFont(await fs.readFile(file), text, { targetFormat: 'woff2' })
  await whereWritable(() => replaceFile(target, font))
  return existsSync(target) ? target : file
}

/** Of the code points of a text those that are drawn from a part of a typeface, and what changes them. */
export function pointsFrom({ points }: UsedFace, text: readonly number[]): number[] {
  const own = new Set(points)
  return text.filter(point => own.has(point) || JOINING.test(String.fromCodePoint(point)))
}
