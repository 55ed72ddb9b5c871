import type { Problem } from '../core/errors.ts'
import { displayPath, formatProblem } from '../core/errors.ts'
import { formatTime } from '../shared/time.ts'
import { style } from './command.ts'

/** A cue log as it is shown. */
interface CueTable {
  lecture: { title: string }
  file: string
  recording: { offset: number, drift: number, trim: readonly [from: number, to: number][] }
  length?: number
  rows: readonly CueTableRow[]
  problems: readonly Problem[]
  outcome: 'written' | 'changed' | 'unchanged'
}

interface CueTableRow {
  start: number
  number: number
  id: string
  title: string
  click: number
  event?: string
}

/** What the command `cues` prints: how the video lies to the log, a line a cue, what is not sound, what was written. */
export function cueTable({ lecture, file, recording, length, rows, problems, outcome }: CueTable): string {
  const lines = rows.map(row => ({ time: formatTime(row.start), number: String(row.number), text: rowText(row) }))
  const width = Math.max(0, ...lines.map(({ time }) => time.length))
  const outcomes = {
    written: `Written: ${displayPath(file)}`,
    changed: 'Nothing is written yet; add --write.',
    unchanged: `${displayPath(file)} stays as it is.`,
  }
  return [
    style('bold', lecture.title),
    [...recordingFacts(recording), ...length === undefined ? [] : [`video ${formatTime(length)}`]].join(', '),
    '',
    ...lines.map(({ time, number, text }) => `  ${time.padStart(width)}  ${number.padStart(3)}  ${text}`),
    ...problems.length ? [''] : [],
    ...problems.map(problem => `${style('yellow', 'warning')} ${formatProblem(problem)}`),
    '',
    outcomes[outcome],
  ].join('\n')
}

/** A log that was recovered from a recording. */
interface Recovered {
  /** Path of a page with the moments that are least sure. */
  sheet: string
  seconds: { all: number, unsure: number }
}

/** What is not sure about a log that was recovered from a recording, and where to look at it. */
export function recoveredFacts({ sheet, seconds }: Recovered): string {
  const doubts = seconds.unsure
    ? `${formatTime(seconds.unsure)} of ${formatTime(seconds.all)} are not sure`
    : `All of ${formatTime(seconds.all)} is sure`
  return `${doubts}; the least sure moments: ${displayPath(sheet)}`
}

function recordingFacts({ offset, drift, trim }: CueTable['recording']): string[] {
  const cut = trim.map(span => span.map(formatTime).join('-')).join(', ')
  return [`offset ${offset} s`, `drift ${drift} s an hour`, cut ? `cut ${cut}` : 'nothing cut']
}

function rowText({ title, id, click, event }: CueTableRow): string {
  if (event)
    return `${style('cyan', `${event}  `)}${style('dim', title)}`
  if (click)
    return `${style('dim', `click ${click}  `)}${style('dim', title)}`
  return `${title}  ${style('dim', id)}`
}
