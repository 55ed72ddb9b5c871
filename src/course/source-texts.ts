import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { parseDocument } from 'yaml'
import { frontMatterBlocks } from '../slidev/contract/source.ts'

/** A Markdown file of a course. */
export interface SourceText {
  file: string
  text: string
}

/**
 * Markdown files and all that they import, themselves or through others, as text: also where front matter cannot be
 * read. Files that are not there are left out.
 * @param root folder at which addresses with a leading slash begin
 * @param sources texts that stand for files on disk, by absolute path
 * @returns the given files first, in their order
 */
export async function readSourceTexts(
  files: readonly string[],
  root: string,
  sources: Record<string, string>,
): Promise<SourceText[]> {
  const read = new Map<string, SourceText>()
  // What is added while the list is read is read as well.
  const waiting = [...files]
  for (const file of waiting) {
    if (read.has(file) || !(file in sources || existsSync(file)))
      continue
    const text = sources[file] ?? await fs.readFile(file, 'utf8')
    read.set(file, { file, text })
    waiting.push(...frontMatterBlocks(text, file).flatMap(({ yaml }) => importOf(yaml, path.dirname(file), root) ?? []))
  }
  return [...read.values()]
}

/** The front matter of a file's first slide as far as it can be read. */
export function headmatterOf({ text, file }: SourceText): Record<string, unknown> {
  const [first] = frontMatterBlocks(text, file)
  const value: unknown = first?.line === 2 ? parseDocument(first.yaml).toJS() : undefined
  return typeof value === 'object' && value !== null ? value as Record<string, unknown> : {}
}

function importOf(yaml: string, folder: string, root: string): string | undefined {
  const src = /^src:[ \t]*["']?([^"'#\n]+)/m.exec(yaml)?.[1]?.trim()
  if (src)
    return src.startsWith('/') ? path.join(root, src) : path.resolve(folder, src)
}
