import type { Problem } from '../core/errors.ts'
import { parseSync } from '@slidev/parser'
import { parseDocument } from 'yaml'

/** Problems of every front matter of a Markdown file: no YAML, or text that would be lost in its place. */
export function frontmatterProblems(markdown: string, file: string): Problem[] {
  return parseSync(markdown, file, { noParseYAML: true }).slides.flatMap((slide) => {
    if (slide.frontmatterRaw === undefined)
      return []
    // The raw text begins on the line after the opening `---`.
    return yamlProblems(slide.frontmatterRaw, file, slide.start + 2)
  })
}

function yamlProblems(raw: string, file: string, firstLine: number): Problem[] {
  const document = parseDocument(raw)
  const [error] = document.errors
  if (error) {
    return [{
      message: `This front matter is no YAML: ${error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')}.`,
      hint: 'Mend the line; values with a colon, a hash or a leading quote, bracket or @ want quotes around them.',
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
    return [{ message: `This front matter cannot be read: ${(error as Error).message}`, hint: 'Mend or remove it.', file, line: firstLine }]
  }
  return [{
    message: 'The text after this --- stands where front matter belongs and would be lost.',
    hint: 'Leave a line empty after the ---, or write the front matter as "key: value" lines.',
    file,
    line: firstLine - 1,
  }]
}
