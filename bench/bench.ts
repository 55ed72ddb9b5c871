import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { runCommand, style, UsageError } from '../scripts/lib/command.ts'
import { loadCourse } from '../scripts/lib/course/load.ts'
import { createProgress, formatSeconds } from '../scripts/lib/progress.ts'
import { compare } from './compare.ts'
import { slidesPdfContest } from './slides-pdf.ts'

await runCommand({
  name: 'bench',
  summary: 'Measures how fast Docent is, side by side with other tools on the same content and the same machine.',
  flags: {
    course: { type: 'string', value: 'DIR', default: '.', help: 'folder of the course' },
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
