import type { Code } from 'mdast'
import type { Omission } from '../../document.ts'
import { omit } from '../omit.ts'

/** A comment that marks the lines below it, to the end of the marked ones, or none but the next. */
const MARK_LINE = new RegExp([
  String.raw`^\s*(?:\/\/|[#;%]|--|\/\*|<!--|\{\/\*)\s*`,
  String.raw`(?:docs-)?highlight-(next-line|start|end)`,
  String.raw`\s*(?:(?:\*\/\}?|-->)\s*)?$`,
].join(''))
/** A comment that marks the line that it stands on. */
const MARK_AT_END = new RegExp([
  String.raw`\s*(?:\/\/|#|<!--|\/\*)\s*`,
  String.raw`\[!code (?:highlight|hl|focus|\+\+|--|warning|error)(?::\d+)?\]`,
  String.raw`\s*(?:(?:-->|\*\/)\s*)?$`,
].join(''))

/** Takes comments that mark lines out of code, and marks the lines in Slidev's way. */
export function takeHighlights(code: Code, omitted: Omission[]): void {
  if (!/highlight-(?:next-line|start|end)|\[!code /.test(code.value))
    return
  const start = code.data?.lines?.[0]
  const kept: string[] = []
  const marked: number[] = []
  let isInside = false
  let isNext = false
  code.value.split('\n').forEach((line, i) => {
    const mark = MARK_LINE.exec(line)?.[1]
    if (mark) {
      omit(omitted, (start ?? 0) + i + 1, line.trim(), 'marks lines of the code, which are marked')
      if (mark === 'next-line')
        isNext = true
      else
        isInside = mark === 'start'
      return
    }
    const comment = MARK_AT_END.exec(line)?.[0]
    if (comment)
      omit(omitted, start ?? 1, comment.trim(), 'marks a line of the code, which is marked')
    kept.push(comment ? line.slice(0, -comment.length) : line)
    if (isInside || isNext || comment)
      marked.push(kept.length)
    isNext = false
  })
  code.value = kept.join('\n')
  if (marked.length && !code.meta?.includes('{'))
    code.meta = [code.meta, `{${rangesOf(marked)}}`].filter(Boolean).join(' ')
}

/** Numbers in order as `1,3-5`. */
function rangesOf(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last?.[1] === number - 1)
      last[1] = number
    else
      runs.push([number, number])
  }
  return runs.map(([first, last]) => first === last ? first : `${first}-${last}`).join(',')
}
