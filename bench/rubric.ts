import type { Figure } from '../src/generate/report/figures.ts'
import type { RubricResult } from './rubric/run.ts'
import process from 'node:process'
import { runCommand, style, UsageError } from '../src/cli/command.ts'
import { formatProblem } from '../src/core/errors.ts'

await runCommand({
  name: 'rubric',
  summary: 'Generates lectures from a folder of documents, in memory, and measures them: '
    + 'what is kept, what fits, how good it is to teach from.',
  positionals: 'FOLDER',
  flags: {
    course: {
      type: 'string',
      value: 'DIR',
      help: 'course whose theme and components the slides are compiled with (default: those of a new course)',
    },
    assets: { type: 'string', value: 'DIR', help: 'folder with the pictures of the documents' },
    browser: { type: 'boolean', help: 'also measure every slide in a browser' },
    pages: { type: 'boolean', help: 'also make web pages of the Markdown with pandoc, and count what they keep' },
    json: { type: 'boolean', help: 'print the figures as JSON' },
    all: { type: 'boolean', help: 'list everything that fails, not only the first few' },
  },
  examples: () => ['rubric docs/ --pages', 'rubric docs/ --browser --json'],
  async run({ flags, positionals }) {
    const [folder, ...others] = positionals
    if (!folder || others.length)
      throw new UsageError('Name one folder of documents.')
    const { runRubric } = await import('./rubric/run.ts')
    const { course, assets, browser, pages } = flags
    const result = await runRubric({ folder, course, assets, compile: true, browser, pages })
    console.log(flags.json ? JSON.stringify(result, null, 2) : table(result, flags.all ? Infinity : 5))
    if (result.figures.some(({ gate, passes }) => gate && !passes))
      process.exitCode = 1
  },
})

/** @param maxMisses how many of the things that fail are listed for each figure */
function table({ documents, slides, figures, problems }: RubricResult, maxMisses: number): string {
  const whatWidth = Math.max(...figures.map(({ what }) => what.length))
  const valueWidth = Math.max(...figures.map(({ value }) => value.length))
  const notRead = problems.map(problem => `${style('yellow', 'not read')} ${formatProblem(problem)}`)
  return [
    `${documents} documents, ${slides} slides`,
    '',
    ...figures.flatMap(figure => [row(figure, whatWidth, valueWidth), ...missesOf(figure, maxMisses)]),
    ...notRead.length ? ['', ...notRead] : [],
  ].join('\n')
}

function row(figure: Figure, whatWidth: number, valueWidth: number): string {
  const { id, what, value, threshold } = figure
  const columns = [verdict(figure), id.padEnd(4), what.padEnd(whatWidth), '', value.padStart(valueWidth), '']
  return `${columns.join(' ')} ${style('dim', threshold)}`
}

function verdict({ gate, passes }: Figure): string {
  if (passes)
    return style('green', 'pass')
  return gate ? style('red', 'FAIL') : style('yellow', 'miss')
}

function missesOf({ passes, misses }: Figure, max: number): string[] {
  if (passes)
    return []
  return misses.slice(0, max).map(miss => `         ${miss.replace(/\s+/g, ' ').slice(0, 160)}`)
}
