import type { SourceDocument } from '../document.ts'
import type { ReadFile } from './include-source.ts'
import { readFileSync } from 'node:fs'
import { decode } from './decode.ts'
import { detectFormat } from './detect.ts'
import { withoutMarks } from './marks.ts'
import { readMarkdown } from './read-markdown.ts'
import { readPlainText } from './read-plain-text.ts'

export interface Source {
  /** Absolute path, or `-` for standard input. */
  file: string
  bytes: Uint8Array
}

/**
 * Reads a lecture document of any kind: Markdown in its dialects, an HTML page, text as copied from a page, or a deck.
 * Pure apart from the files that it includes, which `readFile` reads. Throws a `UserError` for what is no document.
 */
export function readDocument({ file, bytes }: Source, readFile: ReadFile = readText): SourceDocument {
  const text = withoutMarks(decode(bytes, file))
  const format = detectFormat(file, text)
  if (format === 'text')
    return { format, ...readPlainText(file, text) }
  return { format, ...readMarkdown(file, text, readFile) }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  }
  catch {
    return undefined
  }
}
