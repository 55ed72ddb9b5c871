import type { Problem } from '../core/errors.ts'
import type { OwnKinds } from './kinds.ts'
import type { DataPath } from './validator.ts'
import { isNode, LineCounter, parseDocument } from 'yaml'
import { parseStackData, readStackData } from './data.ts'
import { stackHtml } from './svg.ts'

/** Where the YAML of a fence stands. */
export interface FencePlace {
  /** Absolute path of the Markdown file. */
  file?: string
  /** The line of the file on which the YAML begins, from 1: the one after the opening fence. */
  line: number
}

/**
 * Everything that is wrong with the YAML of a `stack` fence, with file and line.
 * @param kinds kinds that all diagrams of the course have
 */
export function stackFenceProblems(yaml: string, { file, line }: FencePlace, kinds?: OwnKinds): Problem[] {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset = 0) => line + Math.max(0, lines.linePos(offset).line - 1)
  if (document.errors.length) {
    return document.errors.map(({ pos, message }) => ({
      file,
      line: lineAt(pos[0]),
      message: `The YAML of the stack diagram is broken: ${message.replace(/\.?$/, '.')}`,
      hint: yamlHint(message),
    }))
  }
  const { problems } = readStackData(document.toJS(), kinds)
  return problems
    .map(({ path, ...problem }) => ({ file, line: lineAt(offsetOf(path)), ...problem }))
    .sort((a, b) => a.line - b.line)

  /** Where the part that a path names begins, or the nearest part around it that is there. */
  function offsetOf(path: DataPath): number | undefined {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range)
        return node.range[0]
    }
    return undefined
  }
}

/**
 * The diagram that the YAML of a `stack` fence describes, as HTML for a slide.
 * @throws Error when `stackFenceProblems` finds any
 */
export function stackFenceHtml(yaml: string, kinds?: OwnKinds, language?: string): string {
  const problems = stackFenceProblems(yaml, { line: 1 }, kinds)
  if (problems.length)
    throw new Error(problems.map(({ message }) => message).join('\n'))
  return stackHtml(parseStackData(readYaml(yaml), kinds), [], language)
}

function readYaml(yaml: string): unknown {
  return parseDocument(yaml, { prettyErrors: false }).toJS()
}

function yamlHint(message: string): string | undefined {
  return /implicit key|flow|indent|tab/i.test(message)
    ? 'Look at the indentation, and put a text that has a colon, a comma or a bracket in it into quotes.'
    : undefined
}
