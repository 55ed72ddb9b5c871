import type { Source } from '../read-document.ts'
import path from 'node:path'
import { convert, LoggerManager, NullLogger } from '@asciidoctor/core'
import { withSlashes } from '../../../core/files.ts'

/** What the document shows on a page of its own would be said twice, or counted. */
const ATTRIBUTES = { 'showtitle': '', 'idprefix': '', 'toc!': '', 'figure-caption!': '', 'table-caption!': '' }

/**
 * The HTML of an AsciiDoc document.
 * @param text the document, decoded
 * @param root folder whose files the document may include; nothing outside of it is read
 */
export async function convertAsciiDoc({ file }: Pick<Source, 'file'>, text: string, root: string): Promise<string> {
  // As an included file, the document finds its own includes from where it is.
  const input = file === '-' ? text : `include::${withSlashes(path.relative(root, file))}[]`
  const options = { safe: 'safe', standalone: false, base_dir: root, attributes: ATTRIBUTES }
  // What is wrong with the document stands in its text: "Unresolved directive …".
  LoggerManager.setLogger(NullLogger.create())
  const html: unknown = await convert(input, options)
  return String(html)
}
