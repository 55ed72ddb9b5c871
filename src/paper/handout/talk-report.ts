import type { Lecture } from '../../course/course.ts'
import type { BarRow, VoteView } from '../../shared/live.ts'
import { escapeHtml } from '../../core/escape.ts'
import { speak } from '../../language/languages.ts'
import { formatTime } from '../../shared/time.ts'
import { roundTables } from '../../shared/vote-table.ts'
import { formatDay } from './version.ts'

/** Seconds beside the plan from which on a difference is set in bold. */
const MUCH = 60

interface Times {
  /** Seconds for which it was shown, and that were planned for it. */
  seconds: number
  planned: number
}

/** What became of a talk, as paper shows it. */
export interface PaperReport extends Times {
  /** As ISO 8601. */
  started?: string
  slides: readonly (Times & { number: number, id: string, title: string, lost: number, marks: number })[]
  sections: readonly (Times & { title: string })[]
  questions: readonly { slide: string, text: string, voters: number, state: string }[]
  votes: readonly {
    slide: string
    title: string
    kind: VoteView['kind']
    rounds: { voters: number, rows: BarRow[] }[]
  }[]
}

/** Tells what became of a talk of a lecture; nothing where it had no such talk. */
export type ReportOf = (lecture: Lecture) => PaperReport | undefined

type Cell = string | { html: string, header?: boolean, figure?: boolean }

/** What became of a talk, as pages at the end of a handout: its times beside the plan, its questions and votes. */
export function talkReportHtml(report: PaperReport, language: string): string {
  const { started, seconds, planned, questions, votes } = report
  const say = speak(language, 'talkReport')
  const day = formatDay(new Date(started ?? 0), language)
  const title = escapeHtml(say('title', { day }))
  const took = say('took', { time: formatTime(seconds), planned: formatTime(planned) })
  const parts = [
    slidesTable(report, language),
    sectionsTable(report, language),
    questions.length ? questionsTable(report, language) : '',
    ...votes.map((_, i) => voteTables(report, i, language)),
  ]
  return `<section class="talk-report" data-section="${title}"><h2>${title}</h2><p>${escapeHtml(took)}</p>`
    + `${parts.join('')}</section>`
}

function slidesTable({ slides, seconds, planned }: PaperReport, language: string): string {
  const say = speak(language, 'talkReport')
  const heads = [say('slide'), say('time'), say('planned'), say('difference'), say('lost'), say('marks')]
  const rows = slides.map(({ number, title, lost, marks, ...times }): Cell[] => [
    rowHead(`${number}. ${title}`),
    ...timeCells(times),
    figure(lost || ''),
    figure(marks || ''),
  ])
  const whole: Cell[] = [rowHead(say('whole')), ...timeCells({ seconds, planned }), figure(''), figure('')]
  return table(heads, [...rows, whole], { figures: 5 })
}

function sectionsTable({ sections }: PaperReport, language: string): string {
  if (!sections.length)
    return ''
  const say = speak(language, 'talkReport')
  const heads = [say('section'), say('time'), say('planned'), say('difference')]
  return table(heads, sections.map(({ title, ...times }) => [rowHead(title), ...timeCells(times)]), { figures: 3 })
}

function questionsTable({ questions, slides }: PaperReport, language: string): string {
  const say = speak(language, 'talkReport')
  const states = speak(language, 'presenter')
  const numbers = new Map(slides.map(({ id, number }) => [id, number]))
  const stateOf = (state: string) => {
    if (state === 'open')
      return ''
    return states(state === 'hidden' ? 'stateHidden' : 'stateAnswered')
  }
  const rows = questions.map(({ text, voters, state, slide }): Cell[] =>
    [rowHead(text), stateOf(state), figure(numbers.get(slide) ?? ''), figure(voters)])
  return table([say('question'), states('answered'), say('slide'), say('voices')], rows, { figures: 2 })
}

/** A vote's rounds, one table each. */
function voteTables({ votes, slides }: PaperReport, at: number, language: string): string {
  const { title, slide, kind, rounds } = votes[at]!
  const say = speak(language, 'talkReport')
  const words = speak(language, 'votes')
  const asked = title || (slides.find(({ id }) => id === slide)?.title ?? say('votes'))
  const tables = roundTables({ kind, rounds }, words).map(({ caption, rows }) => table(
    [say('answer'), say('votes')],
    rows.map(({ head, right, share, figure: text }): Cell[] => [
      rowHead(right ? `${head} (${words('right')})` : head),
      {
        html: `<span class="bar" style="--share: ${share}%"></span>`
          + `<span class="share">${escapeHtml(text)}</span>`,
        figure: true,
      },
    ]),
    { figures: 1, caption, className: 'vote' },
  ))
  return `<section class="vote-report"><h3>${foreign(asked)}</h3>${tables.join('')}</section>`
}

function timeCells({ seconds, planned }: Times): Cell[] {
  const off = Math.round(seconds) - Math.round(planned)
  const text = `<bdi dir="ltr">${off < 0 ? '−' : '+'}${formatTime(Math.abs(off))}</bdi>`
  const isMuch = seconds > 0 && Math.abs(off) > MUCH
  return [
    figure(seconds ? formatTime(seconds) : '–'),
    figure(formatTime(planned)),
    seconds ? { html: isMuch ? `<b>${text}</b>` : text, figure: true } : figure(''),
  ]
}

function rowHead(text: string): Cell {
  return { html: foreign(text), header: true }
}

/** What others wrote, which may run the other way than the page. */
function foreign(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`
}

function figure(value: string | number): Cell {
  return { html: String(value), figure: true }
}

/** @param figures how many of the last columns hold figures */
function table(
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  { figures, caption, className }: { figures: number, caption?: string, className?: string },
): string {
  const head = heads.map((text, i) =>
    `<th scope="col"${i < heads.length - figures ? '' : ' class="figure"'}>${escapeHtml(text)}</th>`)
  const body = rows.map(cells => `<tr>${cells.map(cellHtml).join('')}</tr>`)
  return `<table${className ? ` class="${className}"` : ''}>`
    + `${caption ? `<caption>${escapeHtml(caption)}</caption>` : ''}`
    + `<thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

function cellHtml(cell: Cell): string {
  if (typeof cell === 'string')
    return `<td>${escapeHtml(cell)}</td>`
  const { html, header = false, figure = false } = cell
  return header ? `<th scope="row">${html}</th>` : `<td${figure ? ' class="figure"' : ''}>${html}</td>`
}
