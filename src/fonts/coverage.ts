import type { FontFace } from './faces.ts'
import type { FontFamily } from './families.ts'
import path from 'node:path'
import coverage from './coverage.json' with { type: 'json' }
import { readFaces } from './faces.ts'
import { readRanges } from './ranges.ts'

type Sheet = keyof typeof coverage

const indexes = new Map<string, ReadonlyMap<number, FontFace>>()

/** The face of a typeface that has a character; undefined where none has. */
export function faceWith(family: FontFamily, point: number): FontFace | undefined {
  const index = indexes.get(family.sheet) ?? indexOf(family)
  indexes.set(family.sheet, index)
  return index.get(point)
}

function indexOf(family: FontFamily): ReadonlyMap<number, FontFace> {
  const files: Readonly<Record<string, string>> = coverage[family.sheet as Sheet].files
  const index = new Map<number, FontFace>()
  for (const face of readFaces(family)) {
    for (const point of readRanges(files[path.basename(face.file)] ?? '')) {
      if (!index.has(point))
        index.set(point, face)
    }
  }
  return index
}
