import { Buffer } from 'node:buffer'
import fs from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'

/** A picture on a sheet, with the words below it. */
export interface Tile { picture: Buffer, label: string }

export interface SheetLayout {
  columns: number
  /** Pixels of a tile; a picture of other proportions stands at its top. */
  width: number
  height: number
  /** Tiles of a sheet at most. */
  most: number
}

const GAP = 14
const LABEL = 22
const GROUND = '#8b8f96'

/** Writes tiles in rows onto as many sheets as they need: `<name>-1.png` and so on; returns the files. */
export async function writeSheets(
  out: string,
  name: string,
  tiles: readonly Tile[],
  layout: SheetLayout,
): Promise<string[]> {
  await fs.mkdir(out, { recursive: true })
  const sheets = Math.ceil(tiles.length / layout.most)
  const perSheet = Math.ceil(tiles.length / Math.max(1, sheets))
  return Promise.all(Array.from({ length: sheets }, async (_, i) => {
    const file = path.join(out, `${name}-${i + 1}.png`)
    await fs.writeFile(file, await drawSheet(tiles.slice(i * perSheet, (i + 1) * perSheet), layout))
    return file
  }))
}

async function drawSheet(tiles: readonly Tile[], { columns, width, height }: SheetLayout): Promise<Buffer> {
  const across = Math.min(columns, tiles.length)
  const rows = Math.ceil(tiles.length / columns)
  const step = { x: width + GAP, y: height + GAP + LABEL }
  const parts = await Promise.all(tiles.map(async ({ picture, label }, i) => {
    const place = { left: GAP + i % columns * step.x, top: GAP + Math.floor(i / columns) * step.y }
    const options = { fit: 'contain', position: 'top', background: GROUND } as const
    const input = await sharp(picture).resize(width, height, options).flatten({ background: GROUND }).png().toBuffer()
    return [
      { input, ...place },
      { input: labelSvg(label, width), left: place.left, top: place.top + height + 2 },
    ]
  }))
  const size = { width: GAP + across * step.x, height: GAP + rows * step.y }
  return sharp({ create: { ...size, channels: 3, background: GROUND } })
    .composite(parts.flat())
    .png({ compressionLevel: 7 })
    .toBuffer()
}

function labelSvg(label: string, width: number): Buffer {
  const text = label.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${LABEL - 4}">`
    + `<text x="2" y="13" font-family="sans-serif" font-size="13" fill="#fff">${text}</text></svg>`)
}
