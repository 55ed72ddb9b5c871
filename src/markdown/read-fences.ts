import type { Fence } from './fences.ts'
import { scanMarkdown } from './fences.ts'

/** A code fence with the line of its opening mark in the file. */
export type LocatedFence = Pick<Fence, 'info' | 'code' | 'closed'> & { line: number }

/**
 * The code fences of a Markdown text, those inside quotations too.
 * @param firstLine line of the text in its file
 */
export function readFences(markdown: string, firstLine = 1): LocatedFence[] {
  const { lines, fences, isText } = scanMarkdown(markdown)
  const own = fences.map(({ start, info, code, closed }) => ({ line: firstLine + start, info, code, closed }))
  const quoted = quotations(lines, isText).flatMap(({ start, text }) => readFences(text, firstLine + start))
  return [...own, ...quoted].sort((a, b) => a.line - b.line)
}

function quotations(lines: string[], isText: boolean[]): { start: number, text: string }[] {
  const found: { start: number, text: string }[] = []
  for (let i = 0; i < lines.length; i++) {
    const start = i
    while (i < lines.length && isText[i] && /^\s*>/.test(lines[i]!))
      i++
    if (i > start)
      found.push({ start, text: lines.slice(start, i).map(line => line.replace(/^\s*> ?/, '')).join('\n') })
  }
  return found
}
