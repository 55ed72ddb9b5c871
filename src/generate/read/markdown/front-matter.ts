import type { LeftOut, SourceDocument } from '../../document.ts'
import { parseDocument } from 'yaml'

export interface FrontMatter extends Pick<SourceDocument, 'title' | 'description' | 'author' | 'date' | 'language'> {
  /** Lines of the text that it takes, with its fences; 0 where there is none. */
  length: number
  leftOut: LeftOut[]
}

const kept: Record<string, 'title' | 'description' | 'author' | 'date' | 'language'> = {
  title: 'title',
  description: 'description',
  summary: 'description',
  author: 'author',
  authors: 'author',
  date: 'date',
  lang: 'language',
  language: 'language',
  locale: 'language',
}

/** Reads YAML between `---` lines or TOML between `+++` lines at the top; what has no place in a document is left out. */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  const fence = /^(---|\+\+\+)[ \t]*$/.exec(lines[0] ?? '')?.[1]
  const end = fence ? lines.findIndex((line, i) => i > 0 && (line.trimEnd() === fence || (fence === '---' && line.trimEnd() === '...'))) : -1
  const body = lines.slice(1, Math.max(1, end))
  // A first line of dashes can as well be a rule above text.
  if (end < 1 || !body.every(line => !line.trim() || /^\s|^[\w.$"'-]+\s*[:=]|^[#[\]}-]/.test(line)))
    return { length: 0, leftOut: [] }
  const found: FrontMatter = { length: end + 1, leftOut: [] }
  const values = fence === '---' ? yamlValues(body.join('\n')) : tomlValues(body)
  for (const [key, value] of Object.entries(values)) {
    const name = Object.hasOwn(kept, key.toLowerCase()) ? kept[key.toLowerCase()] : undefined
    const text = plainValue(value)
    if (name && text && !found[name])
      found[name] = text
  }
  found.leftOut.push(...dropped(body, found))
  return found
}

/** One entry for each run of front matter lines whose words are in none of the values that were kept. */
function dropped(body: readonly string[], found: FrontMatter): LeftOut[] {
  const keptText = [found.title, found.description, found.author, found.date, found.language].filter(value => value !== undefined).join('\n')
  const runs: LeftOut[] = []
  body.forEach((line, i) => {
    const value = line.replace(/^\s*[\w.-]+\s*[:=]|^\s*-/, '').trim().replace(/^(["'])(.*)\1$/, '$2')
    const isKept = Object.hasOwn(kept, /^[\w.-]+/.exec(line)?.[0].toLowerCase() ?? '') && value && keptText.includes(value)
    const last = runs.at(-1)
    if (!line.trim() || isKept)
      return
    if (last?.lines[1] === i + 1)
      Object.assign(last, { lines: [last.lines[0], i + 2], what: `${last.what}\n${line}` })
    else
      runs.push({ lines: [i + 2, i + 2], what: line, why: 'settings of the program that showed the document' })
  })
  return runs
}

function yamlValues(yaml: string): Record<string, unknown> {
  try {
    const value: unknown = parseDocument(yaml, { logLevel: 'silent', strict: false, uniqueKeys: false, schema: 'failsafe' }).toJS({ maxAliasCount: 20 })
    return typeof value === 'object' && value !== null ? value as Record<string, unknown> : {}
  }
  catch {
    return {}
  }
}

function tomlValues(lines: readonly string[]): Record<string, unknown> {
  const table = lines.findIndex(line => line.startsWith('['))
  return Object.fromEntries(lines.slice(0, table < 0 ? undefined : table).flatMap((line) => {
    const match = /^\s*([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))\s*$/.exec(line)
    return match ? [[match[1]!, match[2] ?? match[3] ?? match[4]]] : []
  }))
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
