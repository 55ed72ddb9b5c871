/** A fenced code block of a Markdown text; line numbers count from 0. */
export interface Fence {
  /** Line of the opening fence. */
  start: number
  /** Line of the closing fence, or the last line where there is none. */
  end: number
  closed: boolean
  /** What opens it, e.g. three backticks. */
  mark: string
  /** What stands after the opening fence, without spaces around it. */
  info: string
  /** The code, without the indentation of its fence. */
  code: string
}

export interface ScannedMarkdown {
  lines: string[]
  fences: Fence[]
  /** Whether a line is text: not code, and not inside an HTML comment. */
  isText: boolean[]
}

/** Code as a fence, in marks that are more than any within it. */
export function fenced(info: string, code: string): string {
  const runs = Array.from(code.matchAll(/`{3,}/g), ([run]) => run.length)
  const mark = '`'.repeat(Math.max(2, ...runs) + 1)
  return `${mark}${info}\n${code}\n${mark}`
}

const OPEN_FENCE = /^(\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*)(`{3,}(?!`)|~{3,}(?!~))(.*)$/
const LIST_ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/

/** Finds what in a Markdown text is code, line by line. */
export function scanMarkdown(markdown: string): ScannedMarkdown {
  const lines = markdown.split(/\r?\n/)
  const fences: Fence[] = []
  const isText = lines.map(() => true)
  let listIndents: number[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (!line.trim())
      continue
    const indent = line.search(/\S/)
    listIndents = listIndents.filter(offset => indent >= offset)
    if (indent >= (listIndents.at(-1) ?? 0) + 4 && !isParagraphBefore(lines, isText, i)) {
      isText[i] = false
      continue
    }
    const item = LIST_ITEM.exec(line)
    if (item)
      listIndents.push(item[0].length)
    const fence = openFence(lines, i)
    const end = fence?.end ?? commentEnd(lines, i)
    if (fence)
      fences.push(fence)
    if (end !== undefined) {
      isText.fill(false, i, end + 1)
      i = end
    }
  }
  return { lines, fences, isText }
}

/** An indented line right below a paragraph belongs to it. */
function isParagraphBefore(lines: string[], isText: boolean[], i: number): boolean {
  return i > 0 && isText[i - 1]! && lines[i - 1]!.trim() !== ''
}

function openFence(lines: string[], start: number): Fence | undefined {
  const [, lead = '', marks, rest = ''] = OPEN_FENCE.exec(lines[start]!) ?? []
  const info = rest.trim()
  if (!marks || (marks[0] === '`' && info.includes('`')))
    return
  const close = new RegExp(`^\\s*${marks[0]}{${marks.length},}\\s*$`)
  const found = indexAfter(lines, start, line => close.test(line))
  const closed = found !== -1
  const end = closed ? found : lines.length - 1
  const indent = new RegExp(`^[ \\t]{0,${lead.length}}`)
  const code = lines.slice(start + 1, closed ? end : undefined).map(line => line.replace(indent, '')).join('\n')
  return { start, end, closed, mark: marks, info, code }
}

/** The last line of an HTML comment that begins a line. */
function commentEnd(lines: string[], start: number): number | undefined {
  const line = lines[start]!.trimStart()
  if (!line.startsWith('<!--'))
    return
  if (line.includes('-->', 4))
    return start
  const end = indexAfter(lines, start, text => text.includes('-->'))
  return end === -1 ? lines.length - 1 : end
}

/** Index of the first line after another that passes a test, or -1. */
function indexAfter(lines: readonly string[], start: number, test: (line: string) => boolean): number {
  for (let i = start + 1; i < lines.length; i++) {
    if (test(lines[i]!))
      return i
  }
  return -1
}
