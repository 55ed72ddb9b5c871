import type { Problem } from '../core/errors.ts'
import { displayPath, formatProblem } from '../core/errors.ts'
import { formatTime } from '../shared/time.ts'
import { shareOf } from '../shared/vote-table.ts'
import { style } from './command.ts'

interface TalkRow { title: string, seconds: number, planned: number }

/** A talk as it is shown. */
interface TalkTable {
  lecture: { title: string }
  file: string
  started?: string
  seconds: number
  planned: number
  slides: readonly (TalkRow & { number: number, lost: number, marks: number })[]
  sections: readonly TalkRow[]
  questions: readonly { text: string, voters: number, state: string }[]
  votes: readonly { title: string, rounds: readonly { voters: number, rows: readonly VoteRow[] }[] }[]
  problems: readonly Problem[]
}

const WHEN = { dateStyle: 'long', timeStyle: 'short' } as const

interface VoteRow { label: string, count: number, right?: boolean }

/** What the command `talk` prints: a line a slide with its time beside the plan, then what the room said. */
export function talkTable(talk: TalkTable): string {
  const { lecture, file, started, slides, sections, questions, votes, problems } = talk
  return [
    style('bold', lecture.title),
    `${started ? new Date(started).toLocaleString('en-GB', WHEN) : 'not started'}, ${timesOf(talk).trim()}`,
    displayPath(file),
    '',
    ...slides.map(row => `  ${String(row.number).padStart(3)}  ${timesOf(row)}  ${row.title}${marksOf(row)}`),
    ...part('Sections', sections.map(row => `${timesOf(row)}  ${row.title}`)),
    ...part('Questions', questions.map(({ text, voters, state }) =>
      `${String(voters).padStart(3)}  ${text}${state === 'open' ? '' : style('dim', `  ${state}`)}`)),
    ...votes.flatMap(({ title, rounds }) => part(title, rounds.flatMap(({ voters, rows }, i) => [
      style('dim', `${rounds.length > 1 ? `Round ${i + 1}, ` : ''}${voters} voted`),
      ...rows.map(row => voteRow(row, voters)),
    ]))),
    ...problems.length ? [''] : [],
    ...problems.map(problem => `${style('yellow', 'warning')} ${formatProblem(problem)}`),
  ].join('\n')
}

function timesOf({ seconds, planned }: { seconds: number, planned: number }): string {
  const off = Math.round((seconds - planned) / 60)
  const text = `${formatTime(seconds).padStart(7)} of ${formatTime(planned).padStart(5)}`
  const isOff = seconds > 0 && Math.abs(seconds - planned) > 60
  return isOff ? `${text} ${style('yellow', `${off > 0 ? '+' : '−'}${Math.abs(off)} min`)}` : text
}

function marksOf({ lost, marks }: { lost: number, marks: number }): string {
  const facts = [...lost ? [`${lost} lost`] : [], ...marks ? [`${marks} marked`] : []]
  return facts.length ? style('cyan', `  ${facts.join(', ')}`) : ''
}

function voteRow({ label, count, right }: VoteRow, voters: number): string {
  const figures = `${String(shareOf(count, voters)).padStart(3)} % ${String(count).padStart(4)}`
  return `${figures}  ${label}${right ? style('green', '  right') : ''}`
}

function part(title: string, lines: readonly string[]): string[] {
  return lines.length ? ['', style('bold', title), ...lines.map(line => `  ${line}`)] : []
}
