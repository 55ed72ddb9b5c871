import type { Figure } from '../src/generate/report/figures.ts'
import type { RubricResult } from './rubric/run.ts'
import process from 'node:process'
import { runCommand, style, UsageError } from '../scripts/lib/command.ts'
import { formatProblem } from '../scripts/lib/errors.ts'
import { runRubric } from './rubric/run.ts'

await runCommand({
  name: 'rubric',
  summary: 'Generates lectures from a folder of documents, in memory, and measures them: what is kept, what fits, how good it is to teach from.',
  positionals: 'FOLDER',
  flags: {
    assets: { type: 'string', value: 'DIR', help: 'folder with the documents\' pictures' },
    browser: { type: 'boolean', help: 'measure every slide in a browser, too' },
    json: { type: 'boolean', help: 'print the figures as JSON' },
    all: { type: 'boolean', help: 'list everything that fails, not the first few' },
  },
  examples: ['npm run rubric -- docs/', 'npm run rubric -- docs/ --browser --json'],
  async run({ flags, positionals }) {
    const [folder, ...others] = positionals
    if (!folder || others.length)
      throw new UsageError('Name one folder of documents')
    const result = await runRubric({ folder, assets: flags.assets, compile: true, browser: flags.browser })
    console.log(flags.json ? JSON.stringify(result, null, 2) : table(result, flags.all ? Infinity : 5))
    if (result.figures.some(({ gate, passes }) => gate && !passes))
      process.exitCode = 1
    // Slidev's plugins keep watchers open.
    process.exit()
  },
})

function table({ documents, slides, figures, problems }: RubricResult, most: number): string {
  const widths = [Math.max(...figures.map(({ what }) => what.length)), Math.max(...figures.map(({ value }) => value.length))]
  return [
    `${documents} documents, ${slides} slides`,
    '',
    ...figures.flatMap(figure => [row(figure, widths[0]!, widths[1]!), ...figure.passes ? [] : figure.misses.slice(0, most).map(miss => `         ${miss.replace(/\s+/g, ' ').slice(0, 160)}`)]),
    ...problems.length ? ['', ...problems.map(problem => `${style('yellow', 'not read')} ${formatProblem(problem)}`)] : [],
  ].join('\n')
}

function row({ id, what, value, threshold, gate, passes }: Figure, wide: number, valueWidth: number): string {
  const mark = passes ? style('green', 'pass') : gate ? style('red', 'FAIL') : style('yellow', 'miss')
  return `${mark} ${id.padEnd(4)} ${what.padEnd(wide)}  ${value.padStart(valueWidth)}  ${style('dim', threshold)}`
}
