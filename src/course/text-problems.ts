import type { Problem } from '../core/errors.ts'
import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'
import { textSeparators } from '../slidev/contract/separators.ts'
import { frontMatterBlocks } from '../slidev/contract/source.ts'

const TEXT_HINT = 'Leave a line empty after the ---, or write the front matter as "key: value" lines.'

/** Problems of every front matter of a Markdown file: YAML that is not valid, or a headmatter that is none. */
export function yamlProblems(markdown: string, file: string): Problem[] {
  return frontMatterBlocks(markdown, file).flatMap(({ yaml, line }) => blockProblems(yaml, file, line))
}

function blockProblems(yaml: string, file: string, firstLine: number): Problem[] {
  const document = parseDocument(yaml)
  const [error] = document.errors
  if (error) {
    const reason = error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')
    return [{
      message: `This front matter is not valid YAML: ${reason}.`,
      hint: 'Fix the line; put values with a colon, a hash or a leading quote, bracket or @ into quotes.',
      file,
      line: firstLine - 1 + (error.linePos?.[0].line ?? 1),
    }]
  }
  try {
    const value: unknown = document.toJS()
    if (value === null || (typeof value === 'object' && !Array.isArray(value)))
      return []
  }
  catch (error) {
    return [{
      message: `This front matter cannot be read: ${(error as Error).message}`,
      hint: 'Fix or remove it.',
      file,
      line: firstLine,
    }]
  }
  return [{
    message: 'The text after this --- stands where front matter belongs and would be lost.',
    hint: TEXT_HINT,
    file,
    line: firstLine - 1,
  }]
}

/** Where text begins right after `---`, which only Docent keeps. */
export function textAfterSeparators(markdown: string, file: string): Problem[] {
  return textSeparators(markdown.split(/\r?\n/)).map(line => ({
    message: 'The text after this --- is shown as a slide; plain Slidev takes it for front matter and loses it.',
    hint: TEXT_HINT,
    file,
    line: line + 1,
  }))
}

/** Text that Slidev would read as something else than its author wrote. */
export function encodingProblems(text: string, file: string): Problem[] {
  const hint = 'Save it as UTF-8 without a byte order mark (BOM).'
  if (text.startsWith('\uFEFF'))
    return [{ message: 'The file begins with a byte order mark, which hides its front matter.', hint, file, line: 1 }]
  // Where all bytes are text, the sign for a character that is lost is one that an author means.
  const wrong = text.includes('\uFFFD') && !isUtf8(readFileSync(file)) ? /[\0\uFFFD]/ : /\0/
  const line = text.split('\n').findIndex(text => wrong.test(text)) + 1
  return line ? [{ message: 'This line is not valid UTF-8.', hint, file, line }] : []
}
