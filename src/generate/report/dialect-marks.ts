import { scanMarkdown } from '../../markdown/fences.ts'
import { admonitionKind } from '../read/admonition-words.ts'
import { roleText } from '../read/convert/roles.ts'
import { BOOK_REFERENCE, INDEX_ENTRY } from '../read/dialects/inline-roles.ts'
import { isLiaScript, isStep, LIA_CHOICE, LIA_MACRO } from '../read/dialects/liascript.ts'
import { TEX_SPACE } from '../read/dialects/page-marks.ts'
import { shownByMarks } from '../read/dialects/text-marks.ts'
import { wikiText } from '../read/dialects/wiki.ts'
import { WORD_JOINER } from '../write/markdown.ts'

/** Quotation marks and spaces before the text of a line. */
const START = '^(\\s*(?:>\\s*)*)'
/** Marks of blocks and slots; what stands behind one is its title. */
const BLOCK_MARK = new RegExp(`${START}(?::{3,}[ \\t]*[\\w-]*(?:\\{[^}\\n]*\\})?[ \\t]*:*|::[\\w-]+::)`)
/** Begins a block whose text is indented below. */
const INDENTED_BLOCK = /^([ \t]*)(?:!!!|\?\?\?\+?|===)[ \t][^"\n]*(?:"(.*)"[ \t]*)?$/
const SLASH_BLOCK = new RegExp(`${START}/{3,}[ \\t]*(?:[\\w-]+[ \\t]*(?:\\|(.*))?)?$`)
const ALERT_MARK = new RegExp(`${START}\\[!\\w+\\][+-]?`)
const TEMPLATE_TAG = /(`+)(?:(?!\1)[\s\S])*?\1(?!`)|\{%[^%\n]*%\}|\{\{[<%](?:[^}\n]|\}(?!\}))*\}\}/g
const FOOTNOTE = /(`+)(?:(?!\1)[\s\S])*?\1(?!`)|\[\^[^\]\s]+\]:?/g
const ATTRIBUTES = /[ \t]*\{:?[ \t]*(?:[#.][^}\n]*|[\w-]+=[^}\n]*)\}[ \t]*$/
const ROLE = /(?:\{([a-z][\w:-]*)\}|(?<![\w:]):([a-z][\w:-]*):)`([^`\n]+)`/gi
/** What pandoc gives classes: a span in brackets, with no other brackets in it. */
const SPAN = /(`+)(?:(?!\1)[\s\S])*?\1(?!`)|\[((?:[^\][\n]|\n(?!\s*\n))*)\]\{[#.][^{}\n]*\}/g
/** A setting of a block, as MyST has it. */
const SETTING = new RegExp(`${START}:[\\w-]+:(?:[ \\t][^:\\n]*)?$`)
/** What stands in no sentence: what is not shown, and footnotes, which have a place of their own. */
const OTHER_MARKS = { drop: () => '', replace: () => {}, note: () => '' }
/** What a page of MDX takes from elsewhere. */
const IMPORT = /^import\s[\w{},*\s]+\sfrom\s+(?:'[^']+'|"[^"]+");?[ \t]*$/
const FENCE = /^[ \t]*(`{3,}|~{3,})/

/**
 * Markdown without the marks by which dialects set off blocks: where a page shows a box, no reader reads "::: note".
 * Knows no more of them than what they look like, so that it misreads other things than the generator does.
 */
export function withoutDialectMarks(markdown: string): string {
  const { lines, isText } = scanMarkdown(withoutLiaMarks(withoutIndentedBlocks(markdown.replaceAll(WORD_JOINER, ''))))
  // A span may go over the end of a line.
  return withoutSpans(lines.map((line, i) => isText[i] ? withoutMarks(line) : line).join('\n'))
}

/** What LiaScript reads and does not show: when parts appear, and calls of macros. */
function withoutLiaMarks(markdown: string): string {
  const lines = markdown.split('\n')
  const isMark = (line: string) => isStep(line) || LIA_MACRO.test(line.trim())
  return isLiaScript(lines) ? lines.map(line => isMark(line) ? '' : line).join('\n') : markdown
}

function withoutMarks(line: string): string {
  const marked = shownByMarks(wikiText(line), OTHER_MARKS)
    .replace(IMPORT, '')
    .replace(SETTING, '$1')
    .replace(BLOCK_MARK, '$1\n$1')
    .replace(SLASH_BLOCK, '$1\n$1$2\n$1')
    .replace(ALERT_MARK, '$1\n$1')
    .replace(TEMPLATE_TAG, (raw, ticks?: string) => ticks ? raw : '')
    .replace(FOOTNOTE, (raw, ticks?: string) => ticks ? raw : '')
    .replace(ROLE, (_, braces?: string, colons?: string, content = '') => wordsOfRole(braces ?? colons!, content))
    .replace(TEX_SPACE, '')
    .replace(LIA_CHOICE, '- ')
    .replace(INDEX_ENTRY, '')
    .replace(BOOK_REFERENCE, '$1')
  const text = withoutSpans(marked).replace(ATTRIBUTES, '') + (marked.startsWith('\n') ? '\n' : '')
  return isKindAlone(text) ? text.replace(/[^\s>].*/, '') : text
}

/** Spans without their brackets, those inside of others first. */
function withoutSpans(line: string): string {
  const text = line.replace(SPAN, (raw, ticks?: string, inside?: string) => ticks ? raw : inside!)
  return text === line ? line : withoutSpans(text)
}

/** A role that names a place for others to refer to says nothing. */
function wordsOfRole(role: string, content: string): string {
  return role.endsWith('label') ? '' : roleText(role, content).text
}

/** Whether a line of a quotation only says what kind of box it is: `> **warning**`. */
function isKindAlone(line: string): boolean {
  const [, word] = /^\s*>[\s>]*(?:\*\*|__)?([\w-]+):?(?:\*\*|__)?:?\s*$/.exec(line) ?? []
  return word !== undefined && admonitionKind(word) !== undefined
}

/** Puts the text of indented blocks where other text stands, with their titles before it. */
function withoutIndentedBlocks(markdown: string): string {
  if (!/^[ \t]*(?:!!!|\?\?\?|===)/m.test(markdown))
    return markdown
  const blocks: number[] = []
  let fence: string | undefined
  return markdown.split('\n').map((line) => {
    const column = line.search(/\S/)
    if (column < 0)
      return line
    if (!fence)
      blocks.length = blocks.findLastIndex(start => start < column) + 1
    const text = line.slice(Math.min(column, 4 * blocks.length))
    const [, mark] = FENCE.exec(text) ?? []
    if (mark && (!fence || (mark.startsWith(fence) && text.trim() === mark)))
      fence = fence ? undefined : mark
    const [block, , title = ''] = (!fence && INDENTED_BLOCK.exec(line)) || []
    if (block === undefined)
      return text
    blocks.push(column)
    return `${title}\n`
  }).join('\n')
}
