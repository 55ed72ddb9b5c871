import type { Directive } from './directives.ts'

type Table = Pick<Directive, 'argument' | 'options' | 'body'>

/** A table whose rows are items of a list, each with a list of its cells; undefined for a body that is no such list. */
export function listTable({ argument, options, body }: Table): string[] | undefined {
  const rows: string[][] = []
  for (const line of body) {
    const [signs = ''] = /^\s*[*-](?:\s+[*-])?(?=\s|$)/.exec(line) ?? []
    const text = line.slice(signs.length).trim()
    if (/\S\s+\S/.test(signs))
      rows.push([text])
    else if (signs)
      rows.at(-1)?.push(text)
    else if (text && !rows.length)
      return undefined
    else if (text)
      rows.at(-1)!.push(`${rows.at(-1)!.pop() ?? ''} ${text.trim()}`)
  }
  const heads = Number(options.get('header-rows') ?? 0)
  return titled(argument, tableOf(heads ? rows : [[], ...rows]))
}

/** A table of values with commas between them. */
export function csvTable({ argument, options, body }: Table): string[] {
  const head = options.get('header')
  const rows = body.filter(line => line.trim()).map(cellsOf)
  const hasHead = head !== undefined || Number(options.get('header-rows') ?? 0) > 0
  return titled(argument, tableOf([...head === undefined ? [] : [cellsOf(head)], ...hasHead ? [] : [[]], ...rows]))
}

function titled(title: string, lines: readonly string[]): string[] {
  return title ? [`**${title}**`, '', ...lines] : [...lines]
}

function cellsOf(line: string): string[] {
  return Array.from(line.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain = '']) =>
    (quoted?.replaceAll('""', '"') ?? plain).trim())
}

/** @param rows the first is the head */
function tableOf([head = [], ...rows]: readonly string[][]): string[] {
  const width = Math.max(head.length, ...rows.map(row => row.length))
  const row = (cells: readonly string[]) => {
    const all = Array.from({ length: width }, (_, i) => (cells[i] ?? '').trim().replace(/(?<!\\)\|/g, '\\|'))
    return `| ${all.join(' | ')} |`
  }
  return [row(head), `|${' --- |'.repeat(width)}`, ...rows.map(row)]
}
