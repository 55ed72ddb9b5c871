import type { FontFamily } from './families.ts'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)
const FACE = /@font-face\s*\{[^}]*\}/g

/** One `@font-face`: a part of a typeface, in a file of its own. */
export interface FontFace {
  family: string
  style: 'normal' | 'italic'
  /** A weight or a range of them, as CSS writes it. */
  weight: string
  /** Absolute path of the file. */
  file: string
  /** Whether it draws in colors. */
  color: boolean
  /** Code points that the package means it for, as CSS writes them without `U+`; the file may have others. */
  declared: string
}

const known = new Map<string, readonly FontFace[]>()

/** The faces of a typeface, in the order of its style sheet. */
export function readFaces({ family, sheet }: FontFamily): readonly FontFace[] {
  let faces = known.get(sheet)
  if (!faces) {
    const file = require.resolve(sheet)
    const rules = readFileSync(file, 'utf8').matchAll(FACE)
    faces = Array.from(rules, ([css]) => ({ family, ...readFace(css, path.dirname(file)) }))
    known.set(sheet, faces)
  }
  return faces
}

function readFace(css: string, folder: string): Omit<FontFace, 'family'> {
  const [, url = ''] = /url\(\s*["']?([^)"']+)/.exec(css) ?? []
  const [, weight = '400'] = /font-weight:([^;]+);/.exec(css) ?? []
  const [, declared = ''] = /unicode-range:([^;]+);/.exec(css) ?? []
  const style = /font-style:\s*italic/.test(css) ? 'italic' : 'normal'
  return {
    style,
    weight: weight.trim(),
    file: path.resolve(folder, url),
    color: css.includes('color-COLRv1'),
    declared: declared.replace(/U\+|\s/gi, ''),
  }
}

/** The installed version of a typeface's package. */
export function fontVersion({ sheet }: FontFamily): string {
  const file = path.join(path.dirname(require.resolve(sheet)), 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
