import type { Finding } from '../../check/finding.ts'
import type { Severity } from '../../check/rules.ts'
import type { CheckResult } from '../run-check.ts'
import { displayPath } from '../../core/errors.ts'
import { countOf } from '../../core/format.ts'
import { countFindings } from '../run-check.ts'
import { sourceLines } from '../source-lines.ts'

/** Draws text in a color. */
export type Paint = (color: 'red' | 'yellow' | 'cyan' | 'dim' | 'bold', text: string) => string

const COLORS = { error: 'red', warning: 'yellow', note: 'cyan' } as const satisfies Record<Severity, string>

/** Characters of a line that are shown. */
const WIDTH = 100

/** What a terminal shows: each finding with its place, its line and what to do; and a line that sums up. */
export function terminalReport(
  result: CheckResult,
  { notes, paint, milliseconds }: { notes: boolean, paint: Paint, milliseconds: number },
): string {
  const lineOf = sourceLines()
  const shown = result.findings.filter(({ severity }) => notes || severity !== 'note')
  return [
    ...shown.map(finding => findingText(finding, { paint, source: lineOf(finding.file, finding.line) })),
    summary(result, { notes, milliseconds }),
  ].join('\n')
}

function findingText(
  { file, line, severity, rule, message, hint }: Finding,
  { paint, source }: { paint: Paint, source?: string },
): string {
  const place = file ? `${displayPath(file)}${line ? `:${line}` : ''} ` : ''
  const text = source?.trim()
  return [
    `${paint('bold', place)}${paint(COLORS[severity], severity)} ${message} ${paint('dim', rule)}`,
    ...text ? [paint('dim', `    | ${text.length > WIDTH ? `${text.slice(0, WIDTH - 1)}…` : text}`)] : [],
    ...hint ? [`    ${hint}`] : [],
    '',
  ].join('\n')
}

function summary(
  { findings, titles, lectures, slides, seen }: CheckResult,
  { notes, milliseconds }: { notes: boolean, milliseconds: number },
): string {
  const { error, warning, note } = countFindings(findings)
  const counts = error + warning ? `${countOf(error, 'error')}, ${countOf(warning, 'warning')}` : 'Nothing found'
  const looked = `${countOf(lectures, 'lecture')}, ${countOf(slides, 'slide')}${seen ? ', each step in a browser' : ''}`
  const share = titles.all ? Math.round(100 * titles.topics / titles.all) : 0
  return [
    `${counts}: ${looked}, ${(milliseconds / 1000).toFixed(1)} s.`,
    ...titles.topics
      ? [`${titles.topics} of ${countOf(titles.all, 'title')} (${share} %) name a topic where a sentence could stand.`]
      : [],
    ...note && !notes ? [`${countOf(note, 'note')} more with --notes.`] : [],
  ].join('\n')
}
