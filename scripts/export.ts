import path from 'node:path'
import { printWarnings, runCommand } from '../src/cli/command.ts'
import { browserFlag, courseFlag } from '../src/cli/flags.ts'
import { printedFiles } from '../src/cli/printed-files.ts'
import { createProgress } from '../src/cli/progress.ts'

await runCommand({
  name: 'export',
  summary: 'Prints the slides of lectures as PDF files, and nothing else.',
  positionals: '[slug…]',
  flags: {
    'course': courseFlag,
    'out': { type: 'string', value: 'DIR', help: 'folder for the files (default: export in the course)' },
    'dark': { type: 'boolean', help: 'print the dark slides' },
    'with-clicks': { type: 'boolean', help: 'a page for each step of a slide' },
    'notes': { type: 'boolean', help: 'the speaker notes, but for private ones, as notes on the pages' },
    'range': { type: 'string', value: 'RANGE', help: 'slides to print, e.g. 2-5,8 (default: all)' },
    'browser': browserFlag,
  },
  examples: ({ lecture }) => ['npm run export', `npm run export -- ${lecture} --dark --range 2-4`],
  async run({ flags, positionals }) {
    const { exportSlides } = await import('../src/paper/export-slides.ts')
    const started = Date.now()
    const { files, warnings } = await exportSlides({
      root: flags.course,
      slugs: positionals,
      out: flags.out ?? path.join(flags.course, 'export'),
      dark: flags.dark,
      withClicks: flags['with-clicks'],
      notes: flags.notes ? 'web' : undefined,
      range: flags.range,
      executablePath: flags.browser,
      progress: createProgress(),
    })
    printWarnings(warnings)
    console.log(printedFiles(files, Date.now() - started))
  },
})
