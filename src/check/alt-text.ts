import type { Problem } from '../core/errors.ts'
import type { SlideText } from './slide-text.ts'
import { readTags } from '../markdown/tags.ts'
import { nodesOf } from './slide-text.ts'
import { emptyAlts } from './words.ts'

const FILE_NAME = /^[\w./-]+\.(?:png|jpe?g|svg|gif|webp|avif)$/i

/** Pictures of a slide without words that stand for them. */
export function altProblems(text: SlideText): Problem[] {
  const { slide: { content, file, line }, tree, lineOf } = text
  if (!/!\[|<img\b/i.test(content))
    return []
  const pictures = [...nodesOf(tree)].flatMap((node) => {
    if (node.type !== 'image' && node.type !== 'imageReference')
      return []
    const name = node.type === 'image' ? node.url : node.identifier
    return [{ name, alt: node.alt ?? '', line: lineOf(node) }]
  })
  // An empty text in HTML says that the picture only decorates.
  const tags = readTags(content, line).flatMap(({ name, source, line }) => {
    if (name !== 'img' || /\s(?::?alt|v-bind|aria-(?:hidden|label\w*)|role)\b/.test(source))
      return []
    return [{ name: /\bsrc="([^"]+)"/.exec(source)?.[1] ?? 'this picture', alt: '', line }]
  })
  return [...pictures, ...tags].flatMap(({ name, alt, line }) => {
    const fault = faultOf(alt.trim())
    const hint = 'Say what it shows to those who cannot see it; in HTML, alt="" is for what only decorates.'
    return fault ? [{ message: `The picture ${shorten(name)} ${fault}.`, hint, file, line }] : []
  })
}

function faultOf(alt: string): string | undefined {
  if (!alt)
    return 'has no alternative text'
  const isEmpty = FILE_NAME.test(alt) || emptyAlts.has(alt.toLowerCase().replace(/[\s\d.]+$/, ''))
  return isEmpty ? `has the alternative text "${alt}", which does not say what it shows` : undefined
}

function shorten(name: string): string {
  return name.length > 60 ? `${name.slice(0, 59)}…` : name
}
