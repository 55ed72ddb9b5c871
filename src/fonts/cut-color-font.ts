import { Buffer } from 'node:buffer'
import * as fontkit from 'fontkit'
import wawoff2 from 'wawoff2'

type Tables = Map<string, Buffer>

/**
 * A font in colors (COLR, version 1) with the outlines of nothing but some pictures; what cuts other fonts leaves no
 * colors. All pictures keep their numbers, so that everything else in the font stays true.
 * @param file WOFF2
 * @param texts each of them one picture, which may be joined from several characters
 */
export async function cutColorFont(file: Uint8Array, texts: readonly string[]): Promise<Uint8Array> {
  const font = Buffer.from(await wawoff2.decompress(file))
  const tables = readTables(font)
  const shaper = fontkit.create(font) as fontkit.Font
  const pictures = texts.flatMap(text => shaper.layout(text).glyphs.map(({ id }) => id))
  const outlines = outlinesOf(tables.get('COLR')!, pictures)
  keepOutlines(tables, new Set([0, ...pictures, ...outlines]))
  return Buffer.from(await wawoff2.compress(writeTables(font, tables)))
}

function readTables(font: Buffer): Tables {
  return new Map(Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const entry = 12 + 16 * i
    const start = font.readUInt32BE(entry + 8)
    const table = font.subarray(start, start + font.readUInt32BE(entry + 12))
    return [font.toString('latin1', entry, entry + 4), table]
  }))
}

/** The glyphs from which pictures are painted. */
function outlinesOf(colr: Buffer, pictures: readonly number[]): Set<number> {
  const list = colr.readUInt32BE(14)
  const layers = colr.readUInt32BE(18)
  const paints = new Map(Array.from({ length: colr.readUInt32BE(list) }, (_, i) => {
    const record = list + 4 + 6 * i
    return [colr.readUInt16BE(record), list + colr.readUInt32BE(record + 2)] as const
  }))
  const outlines = new Set<number>()
  const open = pictures.flatMap(id => paints.get(id) ?? [])
  for (const at of open) {
    const format = colr.readUInt8(at)
    // A list of layers, a glyph, another picture, two paints; from 12 to 31 a paint that is moved.
    if (format === 1) {
      const first = colr.readUInt32BE(at + 2)
      for (let layer = first; layer < first + colr.readUInt8(at + 1); layer++)
        open.push(layers + colr.readUInt32BE(layers + 4 + 4 * layer))
    }
    else if (format === 10) {
      outlines.add(colr.readUInt16BE(at + 4))
    }
    else if (format === 11) {
      open.push(...[paints.get(colr.readUInt16BE(at + 1))].filter(paint => paint !== undefined))
    }
    else if (format === 32) {
      open.push(at + colr.readUIntBE(at + 1, 3), at + colr.readUIntBE(at + 5, 3))
    }
    else if (format > 11) {
      open.push(at + colr.readUIntBE(at + 1, 3))
    }
  }
  return outlines
}

/** Empties all glyphs but some, and those from which they are put together. */
function keepOutlines(tables: Tables, kept: Set<number>): void {
  const [loca, glyf] = [tables.get('loca')!, tables.get('glyf')!]
  const isLong = tables.get('head')!.readInt16BE(50) === 1
  const start = (id: number) => isLong ? loca.readUInt32BE(4 * id) : 2 * loca.readUInt16BE(2 * id)
  const count = loca.length / (isLong ? 4 : 2) - 1
  for (const id of kept)
    partsOf(glyf.subarray(start(id), start(id + 1))).forEach(part => kept.add(part))
  const outlines = Array.from({ length: count }, (_, id) =>
    kept.has(id) ? glyf.subarray(start(id), start(id + 1)) : Buffer.alloc(0))
  const places = Buffer.alloc(loca.length)
  let at = 0
  for (let id = 0; id <= count; id++) {
    if (isLong)
      places.writeUInt32BE(at, 4 * id)
    else
      places.writeUInt16BE(at / 2, 2 * id)
    at += outlines[id]?.length ?? 0
  }
  tables.set('loca', places).set('glyf', Buffer.concat(outlines))
}

/** The glyphs of which a glyph consists, where it has no outline of its own. */
function partsOf(glyph: Buffer): number[] {
  const parts: number[] = []
  if (!glyph.length || glyph.readInt16BE(0) >= 0)
    return parts
  for (let at = 10, more = true; more;) {
    const flags = glyph.readUInt16BE(at)
    parts.push(glyph.readUInt16BE(at + 2))
    const scale = [0x80, 0x40, 0x08].findIndex(flag => flags & flag)
    at += 4 + (flags & 1 ? 4 : 2) + (scale === -1 ? 0 : [8, 4, 2][scale]!)
    more = (flags & 0x20) !== 0
  }
  return parts
}

/** A font with its tables in the order that they had; what compresses it adds the sums. */
function writeTables(font: Buffer, tables: Tables): Buffer {
  const header = Buffer.from(font.subarray(0, 12 + 16 * tables.size))
  const parts = [header]
  let at = header.length
  let entry = 12
  for (const table of tables.values()) {
    const padded = Buffer.concat([table, Buffer.alloc((4 - table.length % 4) % 4)])
    header.writeUInt32BE(at, entry + 8)
    header.writeUInt32BE(table.length, entry + 12)
    parts.push(padded)
    at += padded.length
    entry += 16
  }
  return Buffer.concat(parts)
}
