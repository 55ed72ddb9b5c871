import type { Progress } from '../src/core/progress.ts'
import type { Course } from '../src/course/course.ts'
import type { BuildRow } from './builds.ts'
import type { ContestResult } from './compare.ts'
import type { GenerateTime } from './generate.ts'
import type { Cost } from './measure.ts'
import type { Recovery } from './recover/measure.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { runCommand, style, UsageError } from '../src/cli/command.ts'
import { createProgress } from '../src/cli/progress.ts'
import { formatBytes, formatSeconds } from '../src/core/format.ts'
import { benchRoom } from './room/bench-room.ts'

const WORKS: readonly string[] = ['pdf', 'course', 'slidev', 'large', 'generate']
const ROOM = 'room'
const RECOVER = 'recover'

await runCommand({
  name: 'bench',
  summary: 'Measures how fast Docent is, on this machine: PDF slides side by side with Marp CLI (pdf), builds of the\n'
    + 'course (course) beside Slidev (slidev), of many lectures (large), and how much processor time generate\n'
    + 'takes for long documents (generate); all of these, or those that are named. With room: how soon a room of\n'
    + 'followers sees each step of a talk. With recover: how well cues are recovered from recordings of the first\n'
    + 'lecture, which it makes with ffmpeg. Goals hold for two processors that do nothing else.',
  positionals: `[${[...WORKS, ROOM, RECOVER].join('|')}…]`,
  flags: {
    course: { type: 'string', value: 'DIR', default: '.', help: 'folder of the course' },
    runs: { type: 'string', value: 'N', default: '5', help: 'how often PDF slides are printed; medians are compared' },
    lectures: { type: 'string', value: 'N', default: '100', help: 'how many lectures the large course has' },
    followers: { type: 'string', value: 'N', default: '1000', help: 'how many follow, for room' },
    steps: { type: 'string', value: 'N', default: '200', help: 'how many steps the talk has, for room' },
    relay: { type: 'boolean', help: 'let the room follow through a relay' },
    most: { type: 'boolean', help: 'then let in more and more followers, until it is too much' },
  },
  examples: () => ['bench', 'bench pdf --runs 3', 'bench large', 'bench room', 'bench room --relay --most'],
  async run({ flags, positionals }) {
    const [runs, lectures] = [wholeNumber('runs', flags.runs), wholeNumber('lectures', flags.lectures)]
    const [followers, steps] = [wholeNumber('followers', flags.followers), wholeNumber('steps', flags.steps)]
    const wanted = new Set(positionals.length ? positionals : WORKS)
    const unknown = positionals.find(name => ![...WORKS, ROOM, RECOVER].includes(name))
    if (unknown !== undefined)
      throw new UsageError(`There is no bench "${unknown}"; there are: ${[...WORKS, ROOM, RECOVER].join(', ')}`)
    if (wanted.has(ROOM))
      await benchRoom({ followers, steps, relay: flags.relay, most: flags.most })
    if (wanted.size === 1 && wanted.has(ROOM))
      return
    const { loadCourse } = await import('../src/check/load-course.ts')
    const course = await loadCourse(flags.course)
    const progress = createProgress()
    const work = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-bench-')))
    const times: number[] = []
    const onRow = (row: BuildRow) => {
      times.push(row.cost.time)
      progress.done()
      console.log(buildLine(row))
    }
    try {
      if (wanted.has(RECOVER))
        await benchRecovery(course, work, progress)
      if (wanted.has('pdf')) {
        const { compare } = await import('./compare.ts')
        const { slidesPdfContest } = await import('./slides-pdf.ts')
        const contest = await slidesPdfContest(course, work, progress)
        progress.step(`${contest.name}, run`)
        const result = await compare(contest, runs, run => progress.count(run, runs))
        progress.done()
        console.log(summary(result))
      }
      const { courseBuilds, largeBuilds } = await import('./builds.ts')
      if (wanted.has('course'))
        await courseBuilds(course, work, onRow)
      if (wanted.has('slidev')) {
        const { slidevCost } = await import('./slidev.ts')
        console.log(slidevLine(await slidevCost(course, work), course.lectures.length, times[0]))
      }
      if (wanted.has('large'))
        await largeBuilds(lectures, work, onRow)
      if (wanted.has('generate')) {
        const { generateTimes } = await import('./generate.ts')
        progress.step('Lectures of long documents')
        const times = await generateTimes(work, (run, runs) => progress.count(run, runs))
        progress.done()
        console.log(timesTable(times))
        if (times.some(({ time, limit }) => time > limit))
          process.exitCode = 1
      }
    }
    finally {
      progress.done()
      await fs.rm(work, { recursive: true, force: true })
    }
  },
})

function wholeNumber(name: string, text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError(`--${name} is a whole number of at least 1, not "${text}".`)
  return number
}

function buildLine({ name, cost, goal }: BuildRow): string {
  const isSmall = !goal.memory || (cost.memory ?? 0) <= goal.memory
  const verdict = cost.time <= goal.time && isSmall ? style('green', 'well') : style('red', 'over')
  const most = [formatSeconds(goal.time), ...goal.memory ? [formatBytes(goal.memory)] : []].join(' and ')
  return `\n${style('bold', name)}\n  ${costText(cost)}; at most ${most}: ${verdict}`
}

function costText({ time, processor, memory }: Cost): string {
  const load = processor && `${formatSeconds(processor)} of processors, ${Math.round(processor / time * 100)} %`
  return [formatSeconds(time), load, memory && `${formatBytes(memory)} of memory`].filter(Boolean).join(', ')
}

function slidevLine(cost: Cost, lectures: number, ours: number | undefined): string {
  const all = cost.time * lectures
  const ratio = ours ? `, ${(all / ours).toFixed(1)} times as long as the build of the course` : ''
  return `\n${style('bold', 'slidev build and slidev export of the first lecture')}\n  ${costText(cost)}; `
    + `for ${lectures} such lectures ${formatSeconds(all)}${ratio}`
}

async function benchRecovery(course: Course, work: string, progress: Progress): Promise<void> {
  const { measureRecovery, shownPictures } = await import('./recover/measure.ts')
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`
  const onRecovery = ({ effect, isHard, precision, recall, median, wrong, length, time }: Recovery) => {
    const least = isHard || effect !== 'capture' ? 0.95 : 0.99
    const isGood = Math.min(precision, recall) >= least && median < 0.3 && wrong <= 2
    progress.done()
    const name = `${effect}${isHard ? ', windows and slides missing' : ''}`
    const verdict = isGood ? style('green', 'well') : style('red', 'not well')
    console.log([
      `  ${name.padEnd(40)} changes right ${percent(precision)}, found ${percent(recall)}, `,
      `off by ${median.toFixed(2)} s, wrong for ${wrong.toFixed(1)} s; `,
      `${Math.round(length)} s in ${formatSeconds(time * 1000)}: ${verdict}`,
    ].join(''))
    if (!isGood)
      process.exitCode = 1
  }
  console.log(style('bold', 'Cues recovered from recordings of the first lecture'))
  const pictures = await shownPictures(course, course.lectures[0]!, progress)
  await measureRecovery(pictures, { root: course.root, work, progress, onRecovery })
}

function summary({ name, rival, ours, theirs, ratio }: ContestResult): string {
  const verdict = ratio >= 1 ? `${ratio.toFixed(2)} times faster` : `${(1 / ratio).toFixed(2)} times slower`
  const times = `Docent ${formatSeconds(ours)}, ${rival} ${formatSeconds(theirs)}`
  return `\n${style('bold', name)}\n  ${times}: ${verdict}`
}

function timesTable(times: readonly GenerateTime[]): string {
  return [
    `\n${style('bold', 'Lectures of one document, processor time of the whole command')}`,
    ...times.map(({ kind, characters, time, limit }) => {
      const verdict = time > limit ? style('red', 'too long') : style('green', 'well')
      const of = `${characters / 1000} kB of ${kind === 'line' ? 'one line' : kind}`
      return `  ${of.padEnd(18)} ${formatSeconds(time)}, at most ${formatSeconds(limit)}: ${verdict}`
    }),
  ].join('\n')
}
