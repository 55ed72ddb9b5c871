import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import subsetFont from 'subset-font'
import { inTurn } from './in-turn.ts'

const FACE = /@font-face\s*\{[^}]*\}/g
const INLINE = /url\(["']?data:[^,)]*;base64,([^"')]+)["']?\)/
const FILE = /\.woff2?["']?\)|url\(["']?data:(?:application\/font-|font\/)woff2?;base64,/
const RANGE = /font-weight:\s*(\d+)\s+(\d+)/
const WEIGHT = /(?:font|weight)[\w-]*\s*:[^;}]*?\b([1-9]\d\d)\b/g
const HUNDREDS = [100, 200, 300, 400, 500, 600, 700, 800, 900]

/** The weights that a style sheet asks for, besides the hundreds that any text may have. */
export function weightsIn(css: string): number[] {
  return [...new Set(Array.from(css.replace(FACE, '').matchAll(WEIGHT), ([, weight]) => Number(weight)))]
    .filter(weight => weight % 100)
}

/** A style sheet for print. */
interface StaticSheet {
  css: string
  /** Font files that the sheet itself held, by their names. */
  files: Map<string, Uint8Array>
}

/**
 * A style sheet in which each face that has a range of weights is one for each weight: a browser takes those that it
 * uses. Their files have the query `?wght=` with the weight; those that the sheet holds itself get the address
 * `inline-<hash>.woff2` beside it. Browsers ask either faces of one weight or those of many for a letter: a typeface is
 * left alone where not all of it can be told apart.
 * @param weights further weights, besides the hundreds
 */
export function staticFaces(css: string, weights: readonly number[]): StaticSheet {
  const files = new Map<string, Uint8Array>()
  const ranged = (css.match(FACE) ?? []).filter(face => RANGE.test(face))
  const fixed = new Set(ranged.filter(face => !FILE.test(face)).map(familyOf))
  const text = css.replace(FACE, (face) => {
    const [range, from, to] = RANGE.exec(face) ?? []
    if (!range || fixed.has(familyOf(face)))
      return face
    const plain = face.replace(INLINE, (_, data: string) => {
      const bytes = Buffer.from(data, 'base64')
      const name = `inline-${createHash('sha256').update(bytes).digest('base64url').slice(0, 8)}.woff2`
      files.set(name, bytes)
      return `url(${name})`
    })
    const own = [...HUNDREDS, ...weights].filter(weight => weight >= Number(from) && weight <= Number(to))
    return own.length ? own.map(weight => faceOf(plain, range, weight)).join('') : face
  })
  return { css: text, files }
}

function familyOf(face: string): string | undefined {
  return /font-family:([^;}]+)/.exec(face)?.[1]?.trim()
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
  const font = await inTurn(() => subsetFont(Buffer.from(file), '', options))
  return tablesOf(font).includes('fvar') ? file : font
}

/** Names of the tables of a TrueType file. */
function tablesOf(font: Buffer): string[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, i) => font.toString('latin1', 12 + 16 * i, 16 + 16 * i))
}
