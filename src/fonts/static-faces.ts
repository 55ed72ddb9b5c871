import { Buffer } from 'node:buffer'
import subsetFont from 'subset-font'

const FACE = /@font-face\s*\{[^}]*\}/g
const RANGE = /font-weight:\s*(\d+)\s+(\d+)/
const WEIGHT = /(?:font|weight)[\w-]*\s*:[^;}]*?\b([1-9]\d\d)\b/g
const HUNDREDS = [100, 200, 300, 400, 500, 600, 700, 800, 900]

/** The weights that a style sheet asks for, besides the hundreds that any text may have. */
export function weightsIn(css: string): number[] {
  return [...new Set(Array.from(css.replace(FACE, '').matchAll(WEIGHT), ([, weight]) => Number(weight)))]
    .filter(weight => weight % 100)
}

/**
 * A style sheet in which each face that has a range of weights is one for each weight: a browser takes those that it
 * uses. Their files have the query `?wght=` with the weight.
 * @param weights further weights, besides the hundreds
 */
export function staticFaces(css: string, weights: readonly number[]): string {
  return css.replace(FACE, (face) => {
    const [range, from, to] = RANGE.exec(face) ?? []
    if (!range || !/\.woff2?["']?\)/.test(face))
      return face
    const own = [...HUNDREDS, ...weights].filter(weight => weight >= Number(from) && weight <= Number(to))
    return own.length ? own.map(weight => faceOf(face, range, weight)).join('') : face
  })
}

function faceOf(face: string, range: string, weight: number): string {
  return face.replace(range, `font-weight:${weight}`).replace(/(\.woff2?)(["']?\))/g, `$1?wght=${weight}$2`)
}

/**
 * A font file with one of its weights for good; the file itself where it varies in more than that.
 * @param file WOFF, WOFF2 or TrueType
 */
export async function staticFont(file: Uint8Array, weight: number): Promise<Uint8Array> {
  const variationAxes = { wght: weight }
  const options = { keepAllGlyphs: true, variationAxes, targetFormat: 'truetype' as const }
  const font = await subsetFont(Buffer.from(file), '', options)
  return tablesOf(font).includes('fvar') ? file : font
}

/** Names of the tables of a TrueType file. */
function tablesOf(font: Buffer): string[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, i) => font.toString('latin1', 12 + 16 * i, 16 + 16 * i))
}
