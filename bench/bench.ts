import type { ContestResult } from './compare.ts'
import type { GenerateTime } from './generate.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { runCommand, style, UsageError } from '../src/cli/command.ts'
import { createProgress } from '../src/cli/progress.ts'
import { formatSeconds } from '../src/core/format.ts'

await runCommand({
  name: 'bench',
  summary: 'Measures how fast Docent is: printing side by side with other tools on the same content and the same\n'
    + 'machine, and how much processor time generate takes for long documents; or how soon a room of followers\n'
    + 'sees each step of a talk.',
  positionals: '[room]',
  flags: {
    course: { type: 'string', value: 'DIR', default: '.', help: 'folder of the course' },
    followers: { type: 'string', value: 'N', default: '1000', help: 'how many follow, for room' },
    steps: { type: 'string', value: 'N', default: '200', help: 'how many steps the talk has, for room' },
    runs: { type: 'string', value: 'N', default: '5', help: 'how often each work is done; medians are compared' },
  },
  examples: () => ['npm run bench', 'npm run bench -- --runs 3', 'npm run bench -- room'],
  async run({ flags, positionals: [what] }) {
    if (what === 'room')
      return benchRoom(wholeNumber('followers', flags.followers), wholeNumber('steps', flags.steps))
    if (what !== undefined)
      throw new UsageError(`There is no bench "${what}"; there is: room`)
    const runs = wholeNumber('runs', flags.runs)
    const { loadCourse } = await import('../src/check/load-course.ts')
    const { compare } = await import('./compare.ts')
    const { slidesPdfContest } = await import('./slides-pdf.ts')
    const progress = createProgress()
    const work = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-bench-'))
    try {
      const contest = await slidesPdfContest(await loadCourse(flags.course), work, progress)
      progress.step(`${contest.name}, run`)
      const result = await compare(contest, runs, run => progress.count(run, runs))
      console.log(summary(result))
      const { generateTimes } = await import('./generate.ts')
      progress.step('Lectures of long documents')
      const times = await generateTimes(work, (run, runs) => progress.count(run, runs))
      progress.done()
      console.log(timesTable(times))
      if (times.some(({ time, limit }) => time > limit))
        process.exitCode = 1
    }
    finally {
      progress.done()
      await fs.rm(work, { recursive: true, force: true })
    }
  },
})

function wholeNumber(flag: string, text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError(`--${flag} is a whole number of at least 1, not "${text}".`)
  return number
}

async function benchRoom(followers: number, steps: number): Promise<void> {
  const { LIMITS, measureRoom } = await import('./room/measure.ts')
  const work = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-bench-'))
  const progress = createProgress()
  progress.step('Steps of the talk')
  const onStep = (step: number) => progress.count(step, steps)
  try {
    const { median, p99, memory, missed } = await measureRoom(work, { followers, steps, onStep })
    const isGood = p99 <= LIMITS.p99 && memory <= LIMITS.memory && !missed
    progress.done()
    console.log([
      style('bold', `A talk of ${steps} steps with ${followers} followers`),
      `  a step is there after ${Math.round(median)} ms, 99 % within ${Math.round(p99)} ms, at most ${LIMITS.p99} ms`,
      `  the server takes ${Math.round(memory / 2 ** 20)} MB, at most ${LIMITS.memory / 2 ** 20} MB`,
      `  ${missed} steps were missing or out of order: ${isGood ? style('green', 'well') : style('red', 'not well')}`,
    ].join('\n'))
    if (!isGood)
      process.exitCode = 1
  }
  finally {
    progress.done()
    await fs.rm(work, { recursive: true, force: true })
  }
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
