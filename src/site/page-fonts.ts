import type { Plugin } from 'vite'
import type { Course } from '../course/course.ts'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { withSlashes } from '../core/files.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { fontAssetName, isFontSheet, sheetForCourse } from '../fonts/course-sheets.ts'
import { courseText } from '../fonts/course-text.ts'

const require = createRequire(import.meta.url)
const PLACE = /@font-face\{font-family:docent-sheet;src:local\("?([^")]+)"?\)\}/g

/** Leaves out typefaces, of which a course takes what its texts use. */
export const withoutFonts: Plugin = {
  name: 'docent:without-fonts',
  enforce: 'pre',
  transform: (_, id) => {
    const code = placeForSheet(path.normalize(id.split('?')[0]!))
    return code === undefined ? null : { code, map: null }
  },
}

/** A rule that stands for a sheet of typefaces in styles; nothing for another sheet. */
export function placeForSheet(file: string): string | undefined {
  if (!isFontSheet(file))
    return
  const own = withSlashes(path.relative(toolkitRoot, file))
  const name = own.startsWith('styles/') ? own : withSlashes(file).split('/node_modules/').at(-1)!
  return `@font-face{font-family:docent-sheet;src:local("${name}")}`
}

/**
 * Styles with the typefaces of a course in the places of their sheets.
 * @param style with places as `placeForSheet` makes them
 * @param folder of the style below the site
 * @returns the styles, and the fonts by path below the site
 */
export async function withPageFonts(
  style: string,
  course: Course,
  folder: string,
): Promise<{ style: string, files: Map<string, Uint8Array> }> {
  const files = new Map<string, Uint8Array>()
  const sheets = new Map<string, string>()
  const text = await courseText(course)
  for (const [, name] of style.matchAll(PLACE)) {
    const own = path.join(toolkitRoot, name!)
    const file = name!.startsWith('styles/') ? own : require.resolve(name!)
    const urlOf = (font: string) => {
      const content = readFileSync(font)
      const hosted = fontAssetName(font, content)
      files.set(`${folder}/${hosted}`, content)
      return `./${hosted}`
    }
    const css = readFileSync(file, 'utf8')
    sheets.set(name!, minified(await sheetForCourse({ file, css, course, text, isWhole: false, urlOf })))
  }
  return { style: style.replace(PLACE, (_, name: string) => sheets.get(name)!), files }
}

/** Rules of typefaces without comments and spaces; none of their values has signs that matter. */
function minified(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*([{}:;,])\s*/g, '$1').replace(/;\}/g, '}').trim()
}
