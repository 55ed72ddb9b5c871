import type { Buffer } from 'node:buffer'
import type { UsedFace } from './plan-fonts.ts'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import subsetFont from 'subset-font'
import { hashValue } from '../core/inputs.ts'
import { replaceFile } from '../core/output.ts'
import { sweepKept } from '../core/toolkit-cache.ts'
import { whereWritable } from '../core/unwritable.ts'
import { cutColorFont } from './cut-color-font.ts'
import { inTurn } from './in-turn.ts'

/** Raised when fonts are cut in another way. */
const FORMAT = 2

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
  return cutOnce(file, { text, folder }, whole => subsetFont(whole, text, { targetFormat: 'woff2' }))
}

/** Emoji, with what joins and changes them. */
const PICTURES = /\p{Emoji}[\p{Emoji}\p{Emoji_Component}]*/gu

/**
 * Writes a font in colors with nothing but the pictures of a text; `cutFont` leaves no colors.
 * @param face whose file it is
 * @param text all that is drawn
 * @returns as `cutFont`
 */
export async function cutPictures({ file, points }: UsedFace, text: string, folder: string): Promise<string> {
  const own = new Set(points)
  const isOwn = (run: string) => Array.from(run).some(sign => sign > '\u00FF' && own.has(sign.codePointAt(0)!))
  const pictures = [...new Set(text.match(PICTURES))].filter(isOwn).sort()
  return cutOnce(file, { text: pictures.join(' '), folder }, whole => cutColorFont(whole, pictures))
}

async function cutOnce(
  file: string,
  { text, folder }: { text: string, folder: string },
  cut: (whole: Buffer) => Promise<Uint8Array>,
): Promise<string> {
  const hash = hashValue([FORMAT, path.basename(file), (await fs.stat(file)).size, text]).slice(0, 16)
  const target = path.join(folder, hash, path.basename(file).replace(/\.[ot]tf\.woff2$/, '.woff2'))
  const known = existsSync(target) ? Promise.resolve(target) : cuts.get(target)
  const write = async () => writeCut(await cut(await fs.readFile(file)), file, target)
  const written = known ?? inTurn(write)
  cuts.set(target, written)
  return written
}

async function writeCut(font: Uint8Array, file: string, target: string): Promise<string> {
  await whereWritable(() => replaceFile(target, font))
  await sweepKept(path.dirname(path.dirname(target)))
  return existsSync(target) ? target : file
}

/** Of the code points of a text those that are drawn from a part of a typeface, and what changes them. */
export function pointsFrom({ points }: UsedFace, text: readonly number[]): number[] {
  const own = new Set(points)
  return text.filter(point => own.has(point) || JOINING.test(String.fromCodePoint(point)))
}
