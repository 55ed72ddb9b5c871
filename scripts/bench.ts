import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { loadCourse } from '../src/check/load-course.ts'
import { runCommand, style, UsageError } from '../src/cli/command.ts'
import { courseFlag } from '../src/cli/flags.ts'
import { createProgress } from '../src/cli/progress.ts'
import { formatSeconds } from '../src/core/format.ts'
import { compare } from './lib/bench/compare.ts'
import { slidesPdfContest } from './lib/bench/slides-pdf.ts'

await runCommand({
  name: 'bench',
  summary: 'Measures how fast Docent is, side by side with other tools on the same content and the same machine.',
  flags: {
    course: courseFlag,
    runs: { type: 'string', value: 'N', default: '5', help: 'times that each work is done; medians are compared' },
  },
  examples: ['npm run bench', 'npm run bench -- --runs 3'],
  async run({ flags }) {
    const runs = Number(flags.runs)
    if (!Number.isInteger(runs) || runs < 1)
      throw new UsageError(`The number of runs is a whole number from 1; this is "${flags.runs}"`)
    const progress = createProgress()
    const work = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-bench-'))
    try {
      const course = await loadCourse(flags.course)
      const contest = await slidesPdfContest(course, work, progress)
      progress.step(`${contest.name}, run`)
      const { name, rival, ours, theirs, ratio } = await compare(contest, runs, run => progress.count(run, runs))
      progress.done()
      console.log(`\n${style('bold', name)}\n  Docent ${formatSeconds(ours)}, ${rival} ${formatSeconds(theirs)}: ${ratio >= 1 ? `${ratio.toFixed(2)} times faster` : `${(1 / ratio).toFixed(2)} times slower`}`)
    }
    finally {
      progress.done()
      await fs.rm(work, { recursive: true, force: true })
    }
  },
})
