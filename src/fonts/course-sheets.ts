import type { Course } from '../course/course.ts'
import type { UsedFace } from './plan-fonts.ts'
import path from 'node:path'
import { withSlashes } from '../core/files.ts'
import { hostedName } from '../core/host-names.ts'
import { hashBytes } from '../core/inputs.ts'
import { toolkitCache } from '../core/toolkit-cache.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { cutFont, cutPictures, pointsFrom } from './cut-font.ts'
import { cutLatinFaces, usedFaces } from './faces-css.ts'
import { fontCss } from './font-css.ts'
import { planFonts } from './plan-fonts.ts'

const SHEET = path.join(toolkitRoot, 'styles', 'scripts.css')

/** The typefaces of the look, in parts for alphabets. */
const LOOK_SHEET = /\/@fontsource-variable\/source-(?:sans-3|code-pro)\/wght[\w-]*\.css$/

const ADDRESS = /url\(([^)]+)\)/g

/** Whether a style sheet is one of typefaces, of which a course takes what its texts use. */
export function isFontSheet(file: string): boolean {
  return file === SHEET || LOOK_SHEET.test(withSlashes(file))
}

/** Name of a font among the files of a site: the same for decks and for pages, which share it. */
export function fontAssetName(file: string, content: Uint8Array): string {
  const { name, ext } = path.parse(file)
  return hostedName(`${name}-${hashBytes(content).slice(0, 8)}${ext}`)
}

interface FontSheet {
  /** One of which `isFontSheet` is true, and what it holds. */
  file: string
  css: string
  course: Course
  /** What is drawn, as `courseText` says it. */
  text: string
  /** While a course is written, each new character would make each font anew. */
  isWhole: boolean
  /** Address of a font in the sheet, by its absolute path. */
  urlOf: (font: string) => string
}

/** The rules of a sheet of typefaces for what a course's texts use. */
export async function sheetForCourse({ file, css, course, text, isWhole, urlOf }: FontSheet): Promise<string> {
  const folder = toolkitCache('fonts', course.root)
  if (file !== SHEET) {
    const whole = (url: string) => path.join(path.dirname(file), url)
    const used = usedFaces(css, text)
    const cut = async (url: string, points: readonly number[]) => cutFont(whole(url), points, folder)
    const sheet = isWhole ? used : await cutLatinFaces(used, text, cut)
    return sheet.replace(ADDRESS, (_, url: string) => `url("${urlOf(path.isAbsolute(url) ? url : whole(url))}")`)
  }
  const points = Array.from(text, character => character.codePointAt(0)!)
  const plan = planFonts(text, course.language)
  const cut = (face: UsedFace) =>
    face.color ? cutPictures(face, text, folder) : cutFont(face.file, pointsFrom(face, points), folder)
  const faces = await Promise.all(plan.faces.map(async face => isWhole ? face : { ...face, file: await cut(face) }))
  return fontCss({ ...plan, faces }, urlOf)
}
