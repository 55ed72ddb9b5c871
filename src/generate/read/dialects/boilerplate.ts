import type { ScannedLine, Scanner } from './scanner.ts'

/** A comment of HTML at the start of a line, which may go over blank lines. */
export function comment(line: ScannedLine, scanner: Scanner): boolean | string {
  if (!line.text.startsWith('<!--'))
    return false
  if (!scanner.isClosed('comment', line.number - 1)) {
    scanner.emit(`${line.prefix}\\${line.text}`, line.number)
    return true
  }
  const blank = line.prefix.trimEnd()
  scanner.emit(blank, line.number)
  let text = line.text
  let from = 4
  let prefix = line.prefix
  let number = line.number
  while (!text.includes('-->', from) && scanner.next < scanner.input.length) {
    scanner.emit(prefix + text, number, true)
    text = scanner.input[scanner.next++]!
    number = scanner.next
    prefix = ''
    from = 0
  }
  const end = text.indexOf('-->', from)
  scanner.emit(prefix + (end < 0 ? text : text.slice(0, end + 3)), number, true)
  scanner.emit(blank, number)
  return end < 0 ? true : text.slice(end + 3)
}

/** Places where programs put a table of contents or a page break. */
export function pageFurniture(line: ScannedLine, scanner: Scanner): boolean {
  if (!/^(?:\[toc\]|\[\[_?toc_?\]\]|\{\{<? ?toc ?>?\}\}|\\(?:newpage|pagebreak|toc|tableofcontents))\s*$/i.test(line.text))
    return false
  scanner.leaveOut(line, line.text, 'a place for what the program that showed the document adds')
  scanner.emit(line.prefix.trimEnd(), line.number)
  return true
}
