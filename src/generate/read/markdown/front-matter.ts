import type { Omission, SourceDocument } from '../../document.ts'
import { parseDocument } from 'yaml'

type Field = 'title' | 'description' | 'author' | 'date' | 'language'

export interface FrontMatter extends Pick<SourceDocument, Field> {
  /** Lines of the text that it takes, with its fences; 0 where there is none. */
  length: number
  omitted: Omission[]
}

/** Where a key's value goes; what has no place in a document is omitted. */
const FIELDS = new Map<string, Field>([
  ['title', 'title'],
  ['description', 'description'],
  ['summary', 'description'],
  ['author', 'author'],
  ['authors', 'author'],
  ['date', 'date'],
  ['lang', 'language'],
  ['language', 'language'],
  ['locale', 'language'],
])

/** What a line of YAML or TOML looks like; a first line of dashes can as well be a rule above text. */
const SETTING = /^\s|^[\w.$"'-]+\s*[:=]|^[#[\]}-]/

/** Reads YAML between `---` lines or TOML between `+++` lines at the top. */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  const fence = /^(---|\+\+\+)[ \t]*$/.exec(lines[0] ?? '')?.[1]
  const end = fence === undefined ? -1 : closingLine(lines, fence)
  const body = lines.slice(1, Math.max(1, end))
  if (end < 1 || !body.every(line => !line.trim() || SETTING.test(line)))
    return { length: 0, omitted: [] }
  const found: Partial<Record<Field, string>> = {}
  const values = fence === '---' ? yamlValues(body.join('\n')) : tomlValues(body)
  for (const [key, value] of Object.entries(values)) {
    const field = FIELDS.get(key.toLowerCase())
    const text = plainValue(value)
    if (field && text)
      found[field] ||= text
  }
  return { ...found, length: end + 1, omitted: omittedLines(body, Object.values(found)) }
}

/** Index of the line that ends front matter. */
function closingLine(lines: readonly string[], fence: string): number {
  const ends = fence === '---' ? ['---', '...'] : [fence]
  return lines.findIndex((line, i) => i > 0 && ends.includes(line.trimEnd()))
}

/** One entry for each run of front matter lines whose words are in none of the values that were kept. */
function omittedLines(body: readonly string[], values: readonly string[]): Omission[] {
  const kept = values.join('\n')
  const runs: Omission[] = []
  body.forEach((line, i) => {
    const last = runs.at(-1)
    // Lines count from 1, and the first is the fence.
    const number = i + 2
    if (!line.trim() || isKept(line, kept))
      return
    if (last?.lines[1] === number - 1)
      Object.assign(last, { lines: [last.lines[0], number], what: `${last.what}\n${line}` })
    else
      runs.push({ lines: [number, number], what: line, why: 'settings of the program that showed the document' })
  })
  return runs
}

function isKept(line: string, kept: string): boolean {
  const key = /^[\w.-]+/.exec(line)?.[0].toLowerCase() ?? ''
  const value = line.replace(/^\s*[\w.-]+\s*[:=]|^\s*-/, '').trim().replace(/^(["'])(.*)\1$/, '$2')
  return FIELDS.has(key) && value !== '' && kept.includes(value)
}

function yamlValues(yaml: string): Record<string, unknown> {
  try {
    const document = parseDocument(yaml, { logLevel: 'silent', strict: false, uniqueKeys: false, schema: 'failsafe' })
    const value: unknown = document.toJS({ maxAliasCount: 20 })
    return typeof value === 'object' && value !== null ? value as Record<string, unknown> : {}
  }
  catch {
    return {}
  }
}

/** Values of the keys above the first table. */
function tomlValues(lines: readonly string[]): Record<string, unknown> {
  const table = lines.findIndex(line => line.startsWith('['))
  const entries = lines.slice(0, table < 0 ? undefined : table).flatMap((line) => {
    const match = /^\s*([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))\s*$/.exec(line)
    return match ? [[match[1]!, match[2] ?? match[3] ?? match[4]]] : []
  })
  return Object.fromEntries(entries)
}

/** A text, or the texts or names of a list, as one line. */
function plainValue(value: unknown): string | undefined {
  if (typeof value === 'string')
    return value.replace(/\s+/g, ' ').trim() || undefined
  if (Array.isArray(value))
    return value.map(plainValue).filter(Boolean).join(', ') || undefined
  if (typeof value === 'object' && value !== null && 'name' in value)
    return plainValue(value.name)
}
