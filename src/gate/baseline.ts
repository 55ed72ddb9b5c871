import type { Finding } from '../check/finding.ts'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { UserError } from '../core/errors.ts'
import { withSlashes } from '../core/files.ts'
import { hashValue } from '../core/inputs.ts'
import { replaceFile } from '../core/output.ts'
import { sourceLines } from './source-lines.ts'

interface Baseline {
  /** Findings that are not in the baseline, or in more places than there. */
  findings: Finding[]
  /** How many were written into it, as there was none. */
  written?: number
  /** How many of it are found no more. */
  gone: number
}

/**
 * Keeps what is found today in a file, and from then on tells only what is new.
 * @param root folder of the course, from which places are named
 * @throws UserError where the file is no baseline
 */
export async function compareWithBaseline(
  findings: readonly Finding[],
  { file, root }: { file: string, root: string },
): Promise<Baseline> {
  const prints = findings.map(finding => ({ finding, print: fingerprintOf(finding, root) }))
  if (!existsSync(file)) {
    const counts = countPrints(prints.map(({ print }) => print))
    const rules = Object.fromEntries([...counts].sort(([a], [b]) => a < b ? -1 : 1))
    await replaceFile(file, `${JSON.stringify(rules, null, 2)}\n`)
    return { findings: [], written: findings.length, gone: 0 }
  }
  const left = new Map(Object.entries(await readBaseline(file)))
  const fresh = prints.filter(({ print }) => {
    const count = left.get(print) ?? 0
    left.set(print, count - 1)
    return count <= 0
  })
  const gone = [...left.values()].reduce((sum, count) => sum + Math.max(0, count), 0)
  return { findings: fresh.map(({ finding }) => finding), gone }
}

async function readBaseline(file: string): Promise<Record<string, number>> {
  try {
    const read: unknown = JSON.parse(await fs.readFile(file, 'utf8'))
    if (typeof read === 'object' && read !== null && Object.values(read).every(count => typeof count === 'number'))
      return read as Record<string, number>
  }
  catch {}
  throw new UserError('This is no baseline.', 'Remove it: the next check with --baseline writes it again.', { file })
}

/** What a finding is, wherever its line has moved to: its rule, its file and the text of its line. */
export function fingerprintOf({ rule, file, line, message }: Finding, root?: string): string {
  const place = file === undefined || root === undefined ? path.basename(file ?? '') : path.relative(root, file)
  const text = sourceLines()(file, line)?.trim() || message.replace(/\d+/g, '')
  return `${rule} ${withSlashes(place)} ${hashValue(text).slice(0, 16)}`
}

function countPrints(prints: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const print of prints)
    counts.set(print, (counts.get(print) ?? 0) + 1)
  return counts
}
