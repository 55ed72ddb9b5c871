import type { Plugin } from 'vite'
import type { Course } from '../course/course.ts'
import type { UsedFace } from '../fonts/plan-fonts.ts'
import path from 'node:path'
import { withSlashes } from '../core/files.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { courseText } from '../fonts/course-text.ts'
import { cutFont, cutPictures, pointsFrom } from '../fonts/cut-font.ts'
import { cutLatinFaces, usedFaces } from '../fonts/faces-css.ts'
import { fontCss } from '../fonts/font-css.ts'
import { planFonts } from '../fonts/plan-fonts.ts'

const SHEET = path.join(toolkitRoot, 'styles', 'scripts.css')

/** The typefaces of the look, in parts for alphabets. */
const LOOK_SHEET = /\/@fontsource-variable\/source-(?:sans-3|code-pro)\/wght[\w-]*\.css$/

/**
 * Of the typefaces for signs, emoji and all scripts a build takes the parts that the course's texts use, and of these
 * the characters.
 */
export function fontsPlugin(getCourse: () => Course): Plugin {
  let isBuild = false
  const folder = () => path.join(getCourse().root, '.docent', 'cache', 'fonts')
  return {
    name: 'docent:fonts',
    enforce: 'pre',
    configResolved({ command }) {
      isBuild = command === 'build'
    },
    async transform(code, id) {
      const file = path.normalize(id.split('?')[0]!)
      const from = path.dirname(file)
      const urlOf = (font: string) => withSlashes(path.relative(from, font))
      if (LOOK_SHEET.test(withSlashes(file))) {
        const text = await courseText(getCourse())
        const used = usedFaces(code, text)
        const cut = async (url: string, points: readonly number[]) =>
          urlOf(await cutFont(path.join(from, url), points, folder()))
        // While a course is written, each new character would make each font anew.
        return { code: isBuild ? await cutLatinFaces(used, text, cut) : used, map: null }
      }
      if (file !== SHEET)
        return
      const course = getCourse()
      const text = await courseText(course)
      const points = Array.from(text, character => character.codePointAt(0)!)
      const plan = planFonts(text, course.language)
      const cut = (face: UsedFace) =>
        face.color ? cutPictures(face, text, folder()) : cutFont(face.file, pointsFrom(face, points), folder())
      const faces = await Promise.all(plan.faces.map(async face => isBuild ? { ...face, file: await cut(face) } : face))
      return { code: fontCss({ ...plan, faces }, urlOf), map: null }
    },
  }
}
