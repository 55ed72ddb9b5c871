import path from 'node:path'
import { printWarnings, runCommand, style, UsageError } from '../src/cli/command.ts'
import { browserFlag, courseFlag } from '../src/cli/flags.ts'
import { createProgress } from '../src/cli/progress.ts'
import { displayPath } from '../src/core/errors.ts'
import { countOf } from '../src/core/format.ts'

await runCommand({
  name: 'changes',
  summary: 'Shows which slides have changed since a revision of git, in text or in looks, side by side, and prints\n'
    + 'a handout of only these.',
  positionals: '[slug…]',
  flags: {
    course: courseFlag,
    since: { type: 'string', value: 'REF', help: 'commit, tag or branch to compare with' },
    out: { type: 'string', value: 'DIR', help: 'folder for the page and the errata (default: changes in the course)' },
    text: { type: 'boolean', help: 'only compare texts: no browser, and nothing is written' },
    browser: browserFlag,
  },
  examples: ({ lecture }) => ['changes --since HEAD~5', `changes ${lecture} --since v1 --text`],
  async run({ flags, positionals }) {
    if (flags.since === undefined)
      throw new UsageError('Name a revision with --since')
    const { findChanges } = await import('../src/gate/changes/find-changes.ts')
    const { changeText } = await import('../src/gate/changes/changes-page.ts')
    const out = flags.out ?? path.join(flags.course, 'changes')
    const { changes, revision, files, warnings = [] } = await findChanges({
      root: flags.course,
      slugs: positionals,
      since: flags.since,
      out,
      textOnly: flags.text,
      executablePath: flags.browser,
      progress: createProgress(),
    })
    printWarnings(warnings)
    console.log([
      ...changes.map(change => `  ${changeText(change)}`),
      `${changes.length ? countOf(changes.length, 'slide') : 'Nothing'} changed since ${revision}.`,
      ...files
        ? [path.join(out, 'changes.html'), ...files.map(({ file }) => file)].map(file =>
            `  ${style('cyan', displayPath(path.resolve(file)))}`)
        : [],
    ].join('\n'))
  },
})
