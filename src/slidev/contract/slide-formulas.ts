import type { createMarkdownExit } from 'markdown-exit'
import katex from 'katex'

type Parser = ReturnType<typeof createMarkdownExit>
type InlineState = Parameters<Parameters<Parser['inline']['ruler']['push']>[1]>[0]
type BlockState = Parameters<Parameters<Parser['block']['ruler']['push']>[1]>[0]

const FORMULA_INFO = /^\{([\w*,|-]+)\}\s*(\{[^}]*\})?/

/** Formulas as Slidev reads them: between dollar signs, and blocks between doubled ones. */
export function formulas(md: Parser): void {
  const alt = ['paragraph', 'reference', 'blockquote', 'list']
  md.inline.ruler.after('escape', 'math_inline', formulaInText)
  md.block.ruler.after('blockquote', 'math_block', formulaBlock, { alt })
  md.renderer.rules.math_inline = (tokens, index) => setFormula(tokens[index]!.content, false)
  md.renderer.rules.math_block = (tokens, index) => {
    const { info, content } = tokens[index]!
    const [, lines = '', options] = FORMULA_INFO.exec(info) ?? []
    const attributes = `${options ? `v-bind="${options}" ` : ''}:ranges='${JSON.stringify(rangesOf(lines))}'`
    return `<KaTexBlockWrapper ${attributes}>${setFormula(content, true)}</KaTexBlockWrapper>\n`
  }
}

/** The clicks of `1|2-3`. */
export function rangesOf(lines: string): string[] {
  return lines.trim() ? lines.split('|').map(range => range.trim()) : []
}

/** What KaTeX cannot set, Slidev puts into the template as it is written. */
function setFormula(tex: string, displayMode: boolean): string {
  katex.renderToString(tex, { strict: false, displayMode })
  return '<span></span>'
}

function formulaInText(state: InlineState, silent: boolean): boolean {
  const { src, pos, posMax } = state
  if (src[pos] !== '$')
    return false
  const end = formulaEnd(src, pos, posMax)
  if (end === undefined) {
    const signs = src[pos + 1] === '$' ? '$$' : '$'
    if (!silent)
      state.pending += signs
    state.pos = pos + signs.length
    return true
  }
  if (!silent)
    state.push('math_inline', 'math', 0).content = src.slice(pos + 1, end)
  state.pos = end + 1
  return true
}

/** A dollar sign opens before, and closes after, what is no space; a digit does not follow the one that closes. */
function formulaEnd(text: string, start: number, max: number): number | undefined {
  if (start + 1 >= max || /[ \t]/.test(text[start + 1]!))
    return undefined
  let end = text.indexOf('$', start + 1)
  while (end >= 0 && isEscaped(text, end))
    end = text.indexOf('$', end + 1)
  const closes = end > start + 1 && !/[ \t]/.test(text[end - 1]!) && !/\d/.test(text[end + 1] ?? '')
  return closes ? end : undefined
}

function isEscaped(text: string, at: number): boolean {
  let signs = 0
  while (text[at - 1 - signs] === '\\')
    signs++
  return signs % 2 === 1
}

function formulaBlock(state: BlockState, start: number, end: number, silent: boolean): boolean {
  const lineAt = (line: number) => state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]).trim()
  const first = lineAt(start)
  if (!first.startsWith('$$'))
    return false
  if (silent)
    return true
  const opening = first.slice(2).trim()
  const isOneLine = opening.endsWith('$$')
  let last = isOneLine ? start : start + 1
  while (last > start && last < end && !lineAt(last).endsWith('$$'))
    last++
  const token = state.push('math_block', 'math', 0)
  token.info = isOneLine ? '' : opening
  token.content = isOneLine
    ? opening.slice(0, -2)
    : state.getLines(start + 1, last, state.tShift[start]!, true) + (last < end ? lineAt(last).slice(0, -2) : '')
  token.map = [start, last + 1]
  state.line = last + 1
  return true
}
