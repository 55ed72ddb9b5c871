import type { Code } from 'mdast'
import type { Scanner } from '../dialects/scanner.ts'
import { readAttributes } from '../dialects/attributes.ts'

/**
 * Brings what stands behind the opening of a fence to a language and Slidev's form of the rest: `[name] {1,3-5}`.
 * Comments that mark lines leave the code and are counted instead.
 */
export function normaliseCode(code: Code, scanner: Scanner): void {
  const info = [code.lang, code.meta].filter(Boolean).join(' ')
  if (info) {
    const { language, title, lines, other } = readInfo(info)
    code.lang = language || null
    code.meta = [title && `[${title.replace(/[[\]\n]/g, ' ').trim()}]`, lines && `{${lines}}`].filter(Boolean).join(' ') || null
    if (other)
      scanner.leaveOut({ number: code.data?.lines?.[0] ?? 1 }, other, 'settings of a code block')
  }
  takeHighlights(code, scanner)
}

function readInfo(text: string) {
  const info = text.replace(/^\{\{([^{}]*)\}\}/, '{$1}')
  const braced = /^\{([^{}]*)\}/.exec(info)
  const first = braced ? '' : /^[^\s,{[:]+/.exec(info)?.[0] ?? ''
  const rest = info.slice(braced ? braced[0].length : first.length)
  const { values, classes, plain } = readAttributes(braced ? braced[1]! : rest.replace(/\{[\d,\s-]*\}|\[[^\]]*\]/g, ' '))
  const language = braced ? classes[0] ?? plain[0]?.replace(/,$/, '') ?? '' : first
  const words = braced ? plain.slice(classes.length ? 0 : 1) : plain
  const title = values.title ?? values.filename ?? values.file ?? values.name ?? values.label ?? values.caption ?? /\[([^\]]+)\]/.exec(rest)?.[1]
    ?? (/^:\S/.test(rest) ? rest.slice(1).split(/\s/)[0] : undefined) ?? words.find(word => /^[\w@./-]+\.\w{1,6}$/.test(word))
  const lines = /\{([\d,\s-]+)\}/.exec(rest)?.[1]?.replace(/\s/g, '') || values.hl_lines?.trim().replace(/[\s,]+/g, ',') || values.mark?.replace(/[^\d,-]/g, '') || undefined
  return { language: language.toLowerCase(), title, lines, other: braced ? info : rest.replace(/\{[\d,\s-]*\}|\[[^\]]*\]/g, '').trim() }
}

const marker = /^\s*(?:\/\/|[#;%]|--|\/\*|<!--|\{\/\*)\s*(?:docs-)?highlight-(next-line|start|end)\s*(?:(?:\*\/\}?|-->)\s*)?$/
const trailing = /\s*(?:\/\/|#|<!--|\/\*)\s*\[!code (?:highlight|hl|focus|\+\+|--|warning|error)(?::\d+)?\]\s*(?:(?:-->|\*\/)\s*)?$/

function takeHighlights(code: Code, scanner: Scanner): void {
  if (!/highlight-(?:next-line|start|end)|\[!code /.test(code.value))
    return
  const kept: string[] = []
  const marked: number[] = []
  let inside = false
  let next = false
  code.value.split('\n').forEach((line, i) => {
    const sign = marker.exec(line)?.[1]
    if (sign)
      scanner.leaveOut({ number: (code.data?.lines?.[0] ?? 0) + i + 1 }, line.trim(), 'marks lines of the code, which are marked')
    if (sign === 'next-line')
      next = true
    else if (sign)
      inside = sign === 'start'
    else
      add(line)
  })
  function add(line: string): void {
    const comment = trailing.exec(line)?.[0]
    if (comment)
      scanner.leaveOut({ number: code.data?.lines?.[0] ?? 1 }, comment.trim(), 'marks a line of the code, which is marked')
    kept.push(comment ? line.slice(0, -comment.length) : line)
    if (inside || next || comment)
      marked.push(kept.length)
    next = false
  }
  code.value = kept.join('\n')
  if (marked.length && !/\{/.test(code.meta ?? ''))
    code.meta = [code.meta, `{${ranges(marked)}}`].filter(Boolean).join(' ')
}

/** Numbers in order as `1,3-5`. */
function ranges(numbers: readonly number[]): string {
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
