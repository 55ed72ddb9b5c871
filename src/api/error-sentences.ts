import type { Said } from './sentence-reader.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import ts from 'typescript'
import { filesBelow, withSlashes } from '../core/files.ts'
import { createSentenceReader } from './sentence-reader.ts'

/** What a person is told where something is wrong; what differs from case to case stands as `*name*`. */
export interface Sentence {
  /** Path of the source file that says it, below the folder that was read, with slashes. */
  file: string
  /** As Markdown. */
  message: string
  /** What to do about it: one text for each case, as Markdown. */
  hints: readonly string[]
}

/** Errors of which the first argument is for people, the second what they can do. */
const ERRORS = ['UserError', 'UnwritableError', 'UsageError']

/** What errors and problems in the sources below a folder say, in the order of files and lines, each once. */
export async function readSentences(root: string, folders: readonly string[]): Promise<Sentence[]> {
  const below = await Promise.all(folders.map(folder => filesBelow(path.join(root, folder))))
  const sources = await Promise.all(below.flat().filter(file => file.endsWith('.ts')).map(async (file) => {
    const text = await fs.readFile(file, 'utf8')
    return ts.createSourceFile(withSlashes(path.relative(root, file)), text, ts.ScriptTarget.Latest, true)
  }))
  const read = createSentenceReader(sources)
  const sentences = sources.flatMap(source => sites(source).flatMap(site =>
    read(site).map((sentence): Sentence => ({ file: source.fileName, ...sentence }))))
  return [...new Map(sentences.map(sentence => [`${sentence.file} ${sentence.message}`, sentence])).values()]
}

function sites(source: ts.SourceFile): Said[] {
  const found: Said[] = []
  const visit = (node: ts.Node): void => {
    const site = siteAt(node)
    if (site)
      found.push(site)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function siteAt(node: ts.Node): Said | undefined {
  if (ts.isNewExpression(node) && ERRORS.includes(node.expression.getText())) {
    const [message, hint] = node.arguments ?? []
    return message && { message, hint, isError: true }
  }
  if (!ts.isObjectLiteralExpression(node))
    return
  const message = valueOf(node, 'message')
  return message && { message, hint: valueOf(node, 'hint'), isError: false }
}

function valueOf({ properties }: ts.ObjectLiteralExpression, key: string): ts.Expression | undefined {
  const property = properties.find(({ name }) => name?.getText() === key)
  if (property && ts.isShorthandPropertyAssignment(property))
    return property.name
  return property && ts.isPropertyAssignment(property) ? property.initializer : undefined
}
