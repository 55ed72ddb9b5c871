import type { Finding } from '../check/finding.ts'
import fs from 'node:fs/promises'
import { displayPath } from '../core/errors.ts'
import { replaceFile } from '../core/output.ts'

interface Change {
  file: string
  /** From 1. */
  line: number
  before: string
  after: string
}

/**
 * Makes good what needs no person, in the files of a course.
 * @param dry whether nothing is written
 * @returns what is changed, as a diff of lines without context; empty where there is nothing to change
 */
export async function fixFindings(
  findings: readonly Finding[],
  { dry }: { dry: boolean },
): Promise<{ diff: string, changed: number }> {
  const changes: Change[] = []
  for (const [file, own] of groupByFile(findings)) {
    const fixable = own.filter(({ edit, line }) => edit && line)
    if (!file || !fixable.length)
      continue
    const lines = (await fs.readFile(file, 'utf8')).split('\n')
    for (const { edit, line } of fixable) {
      const before = lines[line! - 1] ?? ''
      const after = replaceWord(before, edit!.from, edit!.to)
      lines[line! - 1] = after
      if (after !== before)
        changes.push({ file, line: line!, before, after })
    }
    if (!dry)
      await replaceFile(file, lines.join('\n'))
  }
  return { diff: diffOf(changes), changed: changes.length }
}

function groupByFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings)
    groups.set(finding.file ?? '', [...groups.get(finding.file ?? '') ?? [], finding])
  return groups
}

/** A line with the first of some words replaced; not inside of a longer word. */
function replaceWord(line: string, from: string, to: string): string {
  const escaped = from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return line.replace(new RegExp(`(?<![\\p{L}\\p{N}_/])${escaped}(?![\\p{L}\\p{N}_])`, 'u'), () => to)
}

function diffOf(changes: readonly Change[]): string {
  let last = ''
  return changes.map(({ file, line, before, after }) => {
    const path = displayPath(file)
    const head = file === last ? [] : [`--- ${path}`, `+++ ${path}`]
    last = file
    return [...head, `@@ -${line} +${line} @@`, `-${before}`, `+${after}`].join('\n')
  }).join('\n')
}
