import type { ScannedLine, Scanner } from './scanner.ts'
import { readAttributes } from './attributes.ts'
import { mediaLink, picture } from './media.ts'
import { namedContainer } from './named-container.ts'

const tag = /^\{%((?:[^%{]|%(?!\})|\{(?!%))*)%\}/

/** Tags of Liquid and its relatives on a line of their own: GitBook, Jekyll, Markdoc, Zola. */
export function liquidLine(line: ScannedLine, scanner: Scanner): boolean | string {
  const match = tag.exec(line.text)
  const rest = match ? line.text.slice(match[0].length) : ''
  if (!match || (rest.trim() && !/^\s*(?:\{%|[>{<])/.test(rest) && !/^\{%-?\s*(?:end|\/)/.test(line.text)))
    return false
  const [raw, inner = ''] = match
  const { closing, name, parameters } = readInstruction(inner)
  if (closing) {
    const ends = scanner.close(line, raw, `liquid:${name}`) || scanner.close(line, raw, 'liquid:')
    scanner.leaveOut(line, raw, ends ? 'an instruction to the program that showed the document' : 'ends a block that was not begun')
    return rest
  }
  const attributes = readAttributes(parameters.replace(/\/\s*$/, ''))
  const node = simpleTag(name, parameters, attributes)
  if (node !== undefined && !scanner.isClosed(`liquid:${name}`, line.number)) {
    scanner.emit(line.prefix + node, line.number)
    scanner.leaveOut(line, raw, 'shown as a picture or a link')
    return rest
  }
  if (name === 'highlight' && scanner.isClosed('liquid:highlight', line.number))
    return verbatim(line, scanner, parameters.trim().split(/\s+/)[0] ?? '', /^\s*\{%-?\s*endhighlight/, raw)
  if (name === 'comment' && scanner.isClosed('liquid:comment', line.number))
    return verbatim(line, scanner, undefined, /^\s*\{%-?\s*endcomment/, raw)
  scanner.leaveOut(line, raw, 'an instruction to the program that showed the document')
  const key = scanner.isClosed(`liquid:${name}`, line.number) ? `liquid:${name}` : 'liquid:'
  if (scanner.isClosed(key, line.number) && !/^(?:raw|if|unless|for|capture|assign|else|elsif|case|when)$/.test(name))
    scanner.open(line, raw, namedContainer(name, attributes), key)
  return rest
}

function readInstruction(text: string): { closing: boolean, name: string, parameters: string } {
  const [begin = '', closing, name = ''] = /^-?\s*(end|\/)?\s*([\w-]*)/.exec(text) ?? []
  return { closing: closing !== undefined, name, parameters: text.slice(begin.length).replace(/-$/, '') }
}

/** The Markdown of a tag that has no content. */
function simpleTag(name: string, parameters: string, attributes: ReturnType<typeof readAttributes>): string | undefined {
  if (/^(?:embed|youtube|vimeo|video|content-ref|file)$/.test(name))
    return mediaLink(name, attributes)
  if (/^(?:include|image|img|figure|responsive_image|picture)$/.test(name) && /\.(?:png|jpe?g|gif|svg|webp)\b/i.test(parameters))
    return picture(attributes)
  if (name === 'include' && attributes.values.content)
    return `> **${/^[a-z]+/i.exec(parameters.trim())?.[0] ?? 'note'}:** ${attributes.values.content}`
}

/** Lines up to the closing one, as a fence or, without a language, left out. */
export function verbatim(line: ScannedLine, scanner: Scanner, language: string | undefined, end: RegExp, raw: string): boolean {
  const first = scanner.next
  while (scanner.next < scanner.input.length && !end.test(scanner.input[scanner.next]!))
    scanner.next++
  const body = scanner.input.slice(first, scanner.next)
  const last = scanner.input[scanner.next++] ?? ''
  if (language === undefined) {
    scanner.leftOut.push({ lines: [line.number, scanner.next], what: [raw, ...body, last].join('\n'), why: 'a comment' })
    return true
  }
  scanner.leaveOut(line, raw, 'written as a code block')
  scanner.leaveOut({ number: scanner.next }, last.trim(), 'the end of a code block')
  scanner.emit('', line.number)
  scanner.emit(`${line.prefix}~~~~~~~~ ${language}`, line.number)
  body.forEach((text, i) => scanner.emit(line.prefix + text, first + i + 1, true))
  scanner.emit(`${line.prefix}~~~~~~~~`, scanner.next)
  return true
}

/** Instructions inside a line, and variables of the page. */
export function inlineLiquid(text: string, number: number, scanner: Scanner): string {
  if (!text.includes('{%') && !text.includes('{{'))
    return text
  const address = (shown: string, raw: string) => {
    scanner.leaveOut({ number }, raw.trim(), 'the address that it names stands in its place')
    return shown
  }
  return text
    .replace(/(?<=\]\()[ \t]*\{%-?\s*(?:link|post_url)\s+([^\s%]+)\s*-?%\}/g, (raw, target: string) => address(target, raw))
    .replace(/(?<=\]\()[ \t]*\{\{\s*(?:site|page)\.[\w.]+\s*(?:\|[^{}]*)?\}\}/g, raw => address('', raw))
    .replace(/\{%(?:[^%\n]|%(?!\}))*%\}/g, raw => scanner.markInLine({ type: 'drop', why: 'an instruction to the program that showed the document', raw, line: number }))
}
