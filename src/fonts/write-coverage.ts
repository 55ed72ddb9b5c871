// Writes coverage.json: which characters each file of the typefaces really has, for their style sheets declare more or
// fewer. Run it as `npm run fonts` when a package of theirs has a new version.
import type { FontFamily } from './families.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import * as fontkit from 'fontkit'
import { fontVersion, readFaces } from './faces.ts'
import { allHanFamilies, fallbackFamilies, lookFamilies, wholeLookFamilies } from './families.ts'
import { writeRanges } from './ranges.ts'

const coverage: Record<string, { version: string, files: Record<string, string> }> = {}
void writeCoverage()

async function writeCoverage(): Promise<void> {
  for (const family of [...lookFamilies, ...wholeLookFamilies])
    await cover(family, new Set())
  // The Latin letters of thirty typefaces need not stand here thirty times.
  const seen = new Set<number>()
  for (const family of fallbackFamilies)
    await cover(family, seen)
  // Each of these may be the first.
  for (const family of allHanFamilies)
    await cover(family, new Set(seen))
  await fs.writeFile(path.join(import.meta.dirname, 'coverage.json'), `${JSON.stringify(coverage, null, 1)}\n`)
}

/** Takes the files that have characters which no typeface before has. */
async function cover(family: FontFamily, seen: Set<number>): Promise<void> {
  const files: Record<string, string> = {}
  for (const { file, style } of readFaces(family)) {
    const points = style === 'normal' ? (await charactersOf(file)).filter(point => point > 0x7E) : []
    if (points.every(point => seen.has(point)))
      continue
    files[path.basename(file)] = writeRanges(points)
    points.forEach(point => seen.add(point))
  }
  coverage[family.sheet] = { version: fontVersion(family), files }
}

async function charactersOf(file: string): Promise<number[]> {
  const font = fontkit.create(await fs.readFile(file))
  return 'characterSet' in font ? font.characterSet : []
}
