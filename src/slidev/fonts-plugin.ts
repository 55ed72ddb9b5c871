import type { Plugin } from 'vite'
import type { Course } from '../course/course.ts'
import path from 'node:path'
import { withSlashes } from '../core/files.ts'
import { isFontSheet, sheetForCourse } from '../fonts/course-sheets.ts'
import { courseText } from '../fonts/course-text.ts'

/**
 * Of the typefaces for signs, emoji and all scripts a build takes the parts that the course's texts use, and of these
 * the characters.
 */
export function fontsPlugin(getCourse: () => Course): Plugin {
  let isBuild = false
  let built: Promise<string> | undefined
  // In a build it is read once for all sheets; while a course is written, each may have changed it.
  const readText = () => isBuild ? built ??= courseText(getCourse()) : courseText(getCourse())
  return {
    name: 'docent:fonts',
    enforce: 'pre',
    configResolved({ command }) {
      isBuild = command === 'build'
    },
    transform: {
      filter: { id: /\.css(?:$|\?)/ },
      async handler(css, id) {
        const file = path.normalize(id.split('?')[0]!)
        if (!isFontSheet(file))
          return
        const urlOf = (font: string) => withSlashes(path.relative(path.dirname(file), font))
        const text = await readText()
        const code = await sheetForCourse({ file, css, course: getCourse(), text, isWhole: !isBuild, urlOf })
        return { code, map: null }
      },
    },
  }
}
