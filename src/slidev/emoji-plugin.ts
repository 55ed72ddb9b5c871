import type { Plugin } from 'vite'
import type { Course } from '../course/course.ts'

const EMOJI_STYLES = /noto-color-emoji[/\\]index\.css(?:$|\?)/
const FACE = /@font-face\s*\{[^}]*\}/g

/** Of the emoji font, whose subsets weigh megabytes, a build takes only those that the course's texts use. */
export function emojiPlugin(course: Course): Plugin {
  const slides = course.lectures.flatMap(({ slides }) => slides)
  const used = emojiIn(slides.flatMap(({ content, notes }) => [content, notes]).join(''))
  return {
    name: 'docent:emoji',
    enforce: 'pre',
    transform(code, id) {
      if (!EMOJI_STYLES.test(id))
        return
      const faces = code.replace(FACE, face => [...used].some(point => covers(face, point)) ? face : '')
      return { code: faces, map: null }
    },
  }
}

function emojiIn(text: string): Set<number> {
  const points = Array.from(text, character => character.codePointAt(0)!)
  const isEmoji = (point: number) => /[\p{Emoji}\p{Emoji_Component}]/u.test(String.fromCodePoint(point))
  return new Set(points.filter(point => point > 0xFF && isEmoji(point)))
}

function covers(face: string, point: number): boolean {
  const ranges = /unicode-range:([^;]+);/.exec(face)?.[1]?.split(',') ?? []
  return ranges.some((range) => {
    const ends = range.trim().replace(/^U\+/i, '').split('-')
    const [from, to = from] = ends.map(hex => Number.parseInt(hex, 16))
    return point >= from! && point <= to!
  })
}
