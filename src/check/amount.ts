import type { Problem } from '../core/errors.ts'
import type { SlideText } from './slide-text.ts'
import { countOf } from '../core/format.ts'
import { fenceLanguage } from '../markdown/fence-languages.ts'
import { readFences } from '../markdown/read-fences.ts'
import { nodesOf } from './slide-text.ts'

/** What a slide can have at most: a room reads no more while somebody speaks. */
const most = { words: 75, bullets: 8, codeLines: 20, codeColumns: 100 } as const

const DRAWN: readonly (string | undefined)[] = ['mermaid', 'stack', 'plantuml']

/** Slides with too many words. */
export function wordProblems({ slide: { words, file, line } }: SlideText): Problem[] {
  if (words <= most.words)
    return []
  const hint = `Move words into the notes or divide the slide: at most ${most.words} are read while somebody speaks.`
  return [{ message: `This slide has ${words} words.`, hint, file, line }]
}

/** Slides with too many bullets, nested ones too. */
export function bulletProblems({ slide: { content, file, line }, tree, lineOf }: SlideText): Problem[] {
  if (!/^\s*(?:[-*+]|\d+[.)])\s/m.test(content))
    return []
  const items = [...nodesOf(tree)].filter(({ type }) => type === 'listItem')
  if (items.length <= most.bullets)
    return []
  const hint = `Divide the slide, or show how its points belong together: at most ${most.bullets} are kept apart.`
  return [{ message: `This slide has ${items.length} bullets.`, hint, file, line: items[0] ? lineOf(items[0]) : line }]
}

/** Blocks of code that are too long or too wide. */
export function codeProblems({ slide: { file }, fences }: SlideText): Problem[] {
  return fences.flatMap(({ info, code, line }): Problem[] => {
    // A block of blocks shows one after the other.
    if (/\bmagic-move\b|\bcode-group\b/.test(info))
      return readFences(code, line + 1).flatMap(inner => codeFault(inner))
    return codeFault({ info, code, line })
  }).map(problem => ({ ...problem, file }))
}

function codeFault({ info, code, line }: { info: string, code: string, line: number }): Problem[] {
  // What scrolls or is edited shows a part of it.
  if (DRAWN.includes(fenceLanguage(info)) || /maxHeight|\{monaco|height\s*:/.test(info))
    return []
  const rows = code.trimEnd().split('\n')
  const widest = rows.findIndex(row => row.length > most.codeColumns)
  if (rows.length > most.codeLines) {
    const hint = 'Show the lines that matter, or divide the block.'
    return [{ message: `This block of code has ${countOf(rows.length, 'line')}.`, hint, line }]
  }
  if (widest < 0)
    return []
  const message = `This line of code has ${rows[widest]!.length} characters.`
  return [{ message, hint: 'Break it where a reader would.', line: line + 1 + widest }]
}
