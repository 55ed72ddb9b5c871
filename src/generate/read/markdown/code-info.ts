import type { Code } from 'mdast'
import type { Omission } from '../../document.ts'
import { readAttributes } from '../dialects/attributes.ts'
import { omit } from '../omit.ts'
import { takeHighlights } from './code-highlights.ts'

/**
 * Brings what stands behind the opening of a fence to a language and Slidev's form of the rest: `[name] {1,3-5}`.
 * Comments that mark lines leave the code and are counted instead.
 */
export function normalizeCode(code: Code, omitted: Omission[]): void {
  const info = [code.lang, code.meta].filter(Boolean).join(' ')
  if (info) {
    const { language, title, lines, other } = readInfo(info.replace(/^\{\{([^{}]*)\}\}/, '{$1}'))
    const name = title && `[${title.replace(/[[\]\n]/g, ' ').trim()}]`
    code.lang = language.toLowerCase() || null
    code.meta = [name, lines && `{${lines}}`].filter(Boolean).join(' ') || null
    if (other)
      omit(omitted, code.data?.lines?.[0] ?? 1, other, 'settings of a code block')
  }
  takeHighlights(code, omitted)
}

interface CodeInfo {
  language: string
  title?: string
  /** Lines that are marked, e.g. `1,3-5`. */
  lines?: string
  /** What has no place in Slidev's form. */
  other: string
}

/** Ranges of lines in braces, or a title in brackets; brackets in brackets are data of another tool. */
const RANGES_OR_TITLE = /\{[\d,\s-]*\}|(?<!\[)\[[^[\]]*\](?!\])/g
/** A list of numbers and strings, as tools take it for what is to be marked. */
const LIST = /^[\s\d.,-]*$|^\s*(?:[\d.]+|"[^"]*"|'[^']*')\s*,/

function readInfo(info: string): CodeInfo {
  const braced = /^\{([^{}]*)\}/.exec(info)
  if (braced)
    return bracedInfo(info, braced[1]!, info.slice(braced[0].length))
  const language = /^[^\s,{[:]+/.exec(info)?.[0] ?? ''
  const rest = info.slice(language.length)
  const { values, plain } = readAttributes(rest.replace(RANGES_OR_TITLE, ' '))
  return {
    language,
    title: titleIn(values, rest) ?? fileNameIn(plain),
    lines: linesIn(values, rest),
    other: rest.replace(RANGES_OR_TITLE, '').trim(),
  }
}

/** Info as pandoc and knitr write it: `{.python title="x"}`, `{r, echo=FALSE}`. */
function bracedInfo(info: string, inside: string, rest: string): CodeInfo {
  const { values, classes, plain } = readAttributes(inside)
  return {
    language: classes[0] ?? plain[0]?.replace(/,$/, '') ?? '',
    title: titleIn(values, rest) ?? fileNameIn(classes.length ? plain : plain.slice(1)),
    lines: linesIn(values, rest),
    other: info,
  }
}

/** @param rest what stands behind the language */
function titleIn(values: Record<string, string>, rest: string): string | undefined {
  return values.title ?? values.filename ?? values.file ?? values.name ?? values.label ?? values.caption
    ?? bracketedTitle(rest)
    ?? (/^:\S/.test(rest) ? rest.slice(1).split(/\s/)[0] : undefined)
}

function bracketedTitle(rest: string): string | undefined {
  const title = /(?<!\[)\[([^[\]]+)\](?!\])/.exec(rest)?.[1]
  return title === undefined || LIST.test(title) ? undefined : title
}

function fileNameIn(words: readonly string[]): string | undefined {
  return words.find(word => /^[\w@./-]+\.\w{1,6}$/.test(word))
}

function linesIn(values: Record<string, string>, rest: string): string | undefined {
  return /\{([\d,\s-]+)\}/.exec(rest)?.[1]?.replace(/\s/g, '')
    || values.hl_lines?.trim().replace(/[\s,]+/g, ',')
    || values.mark?.replace(/[^\d,-]/g, '')
    || undefined
}
