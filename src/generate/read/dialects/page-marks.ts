import type { ScannedLine } from './block-rule.ts'
import type { Scanner } from './scanner.ts'

/** A comment of HTML at the start of a line, which may go over blank lines. */
export function comment(line: ScannedLine, { source, output }: Scanner): string[] | undefined {
  if (!line.text.startsWith('<!--'))
    return undefined
  if (!source.isClosed('comment', line.number - 1)) {
    output.write(`${line.prefix}\\${line.text}`, line.number)
    return []
  }
  const blank = line.prefix.trimEnd()
  output.write(blank, line.number)
  let { text, prefix, number } = line
  let from = '<!--'.length
  while (!text.includes('-->', from) && source.hasMore) {
    output.write(prefix + text, number, true)
    text = source.read()
    number = source.position
    prefix = ''
    from = 0
  }
  const at = text.indexOf('-->', from)
  const end = at < 0 ? text.length : at + '-->'.length
  output.write(prefix + text.slice(0, end), number, true)
  output.write(blank, number)
  return [text.slice(end)]
}

/** Commands of TeX that only move what stands around them; pandoc passes them on. */
export const TEX_SPACE = new RegExp([
  String.raw`^(?:\\(?:newpage|pagebreak|clearpage|cleardoublepage|columnbreak|pause|newline|linebreak|noindent`,
  String.raw`|centering|(?:big|med|small)skip|[hv]fill`,
  String.raw`|(?:[hv]space|vskip|hskip|enlargethispage)\*?\{[^{}]*\})[ \t]*)+$`,
].join(''))

const PLACES = [
  /^\[toc\]$/i,
  /^\[\[_?toc_?\]\]$/i,
  /^\{\{<? ?toc ?>?\}\}$/i,
  /^\\(?:toc|tableofcontents)$/i,
  TEX_SPACE,
  /^<--->$/,
]

/** Places where programs put a table of contents or a page break. */
export function programPlace(line: ScannedLine, scanner: Scanner): string[] | undefined {
  const text = line.text.trimEnd()
  if (!PLACES.some(place => place.test(text)))
    return undefined
  scanner.omit(line.number, line.text, 'a place for what the program that showed the document adds')
  scanner.output.write(line.prefix.trimEnd(), line.number)
  return []
}
