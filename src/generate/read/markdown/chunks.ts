import type { Code, RootContent } from 'mdast'
import type { Omission } from '../../document.ts'
import { omit } from '../omit.ts'

/** All that a chunk of R says which only shows a picture: its path. */
const FIGURE = /^(?:[ \t]*#[^\n]*\n)*[ \t]*(?:knitr::)?include_graphics\(\s*(["'])([^"'\n]+)\1[^()\n]*\)\s*$/
const CAPTION = /(?:fig[.-]cap|fig[.-]alt)\s*[=:]\s*(["'])((?:(?!\1).)*)\1/
/** Options by which a chunk's code stands on no page. */
const HIDDEN = /\b(?:include|echo)\s*[=:]\s*F(?:ALSE)?\b|^#\|\s*(?:include|echo):\s*false\b/im

/** A chunk of R Markdown or Quarto: a picture that it shows, or code that its page does not show, for the notes. */
export function chunk(code: Code, omitted: Omission[]): RootContent | undefined {
  const info = [code.lang, code.meta].filter(Boolean).join(' ')
  if (!/^\{(?:r|python|julia)\b/i.test(info))
    return undefined
  const [, , url] = FIGURE.exec(code.value) ?? []
  if (url !== undefined) {
    omit(omitted, code.data?.lines ?? [1, 1], code.value, 'shown as a picture')
    const alt = CAPTION.exec(`${info}\n${code.value}`)?.[2] ?? ''
    return { type: 'paragraph', children: [{ type: 'image', url, alt }], data: code.data }
  }
  const isHidden = HIDDEN.test(info) || HIDDEN.test(/^(?:#\|[^\n]*(?:\n|$))*/.exec(code.value)![0])
  if (isHidden)
    code.data = { ...code.data, notesOnly: true, isListing: true }
  return undefined
}
