import type { Plugin } from 'vite'
import type { Course } from '../course/course.ts'
import path from 'node:path'
import { withSlashes } from '../core/files.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { courseText } from '../fonts/course-text.ts'
import { usedFaces } from '../fonts/faces-css.ts'
import { fontCss } from '../fonts/font-css.ts'
import { planFonts } from '../fonts/plan-fonts.ts'

const SHEET = path.join(toolkitRoot, 'styles', 'scripts.css')

/** The typefaces of the look, in parts for alphabets. */
const LOOK_SHEET = /\/@fontsource-variable\/source-(?:sans-3|code-pro)\/wght[\w-]*\.css$/

/** Of the typefaces for signs, emoji and all scripts a build takes the parts that the course's texts use. */
export function fontsPlugin(getCourse: () => Course): Plugin {
  return {
    name: 'docent:fonts',
    enforce: 'pre',
    async transform(code, id) {
      const file = path.normalize(id.split('?')[0]!)
      if (LOOK_SHEET.test(withSlashes(file)))
        return { code: usedFaces(code, await courseText(getCourse())), map: null }
      if (file !== SHEET)
        return
      const course = getCourse()
      const plan = planFonts(await courseText(course), course.language)
      const urlOf = (file: string) => withSlashes(path.relative(path.dirname(SHEET), file))
      return { code: fontCss(plan, urlOf), map: null }
    },
  }
}
