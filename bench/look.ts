import type { SlideLook } from './look/compare-looks.ts'
import { runCommand, style, UsageError } from '../src/cli/command.ts'
import { browserFlag, courseFlag } from '../src/cli/flags.ts'
import { createProgress } from '../src/cli/progress.ts'

await runCommand({
  name: 'look',
  summary: 'Compares each slide with what plain Slidev makes of it: in the live deck and in the PDF file.',
  flags: {
    course: courseFlag,
    out: { type: 'string', value: 'DIR', help: 'folder for pictures of the slides that differ: plain, live, paper' },
    over: { type: 'string', value: 'PERCENT', default: '2', help: 'share of a slide that may differ' },
    dark: { type: 'boolean', help: 'compare dark slides' },
    browser: browserFlag,
  },
  examples: () => ['look --course ../deck --out differences'],
  async run({ flags }) {
    const over = Number(flags.over) / 100
    if (!(over >= 0 && over <= 1))
      throw new UsageError(`--over is a number from 0 to 100, not "${flags.over}"`)
    const { compareLooks } = await import('./look/compare-looks.ts')
    const looks = await compareLooks({
      root: flags.course,
      out: flags.out,
      over,
      dark: flags.dark,
      executablePath: flags.browser,
      progress: createProgress(),
    })
    console.log(summary(looks, over))
  },
})

function summary(looks: readonly SlideLook[], over: number): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(7)
  const different = looks.filter(({ live, paper }) => Math.max(live, paper) > over)
  return [
    style('bold', '   live   paper  slide'),
    ...different.map(({ lecture, number, title, live, paper }) =>
      `${percent(live)} ${percent(paper)}  ${lecture} ${number}: ${title}`),
    `${different.length} of ${looks.length} slides differ from plain Slidev on more than${percent(over)}.`,
  ].join('\n')
}
