import path from 'node:path'
import { printWarnings, runCommand, UsageError } from '../src/cli/command.ts'
import { browserFlag, courseFlag } from '../src/cli/flags.ts'
import { picturedFolders, printedFiles } from '../src/cli/printed-files.ts'
import { createProgress } from '../src/cli/progress.ts'

await runCommand({
  name: 'export',
  summary: 'Prints the slides of lectures as PDF files or pictures, and nothing else.',
  positionals: '[slug…]',
  flags: {
    'course': courseFlag,
    'out': { type: 'string', value: 'DIR', help: 'folder for the files (default: export in the course)' },
    'format': { type: 'string', value: 'NAME', default: 'pdf', help: 'pdf, or a picture of each slide: png, webp' },
    'scale': { type: 'string', value: 'N', default: '2', help: 'pixels of a picture for each of the 980 of a slide' },
    'dark': { type: 'boolean', help: 'print the dark slides' },
    'with-clicks': { type: 'boolean', help: 'a page for each step of a slide' },
    'notes': { type: 'boolean', help: 'the speaker notes, but for private ones, as notes on the pages' },
    'ink': {
      type: 'string',
      value: 'TALK',
      help: 'what was drawn in a talk: last, a day such as 2026-05-04, or its file',
    },
    'range': { type: 'string', value: 'RANGE', help: 'slides to print, e.g. 2-5,8 (default: all)' },
    'browser': browserFlag,
  },
  examples: ({ lecture }) => [
    'export',
    `export ${lecture} --dark --range 2-4`,
    `export ${lecture} --format png`,
    `export ${lecture} --ink last`,
  ],
  async run({ flags, positionals }) {
    const started = Date.now()
    const options = {
      root: flags.course,
      slugs: positionals,
      out: flags.out ?? path.join(flags.course, 'export'),
      dark: flags.dark,
      withClicks: flags['with-clicks'],
      range: flags.range,
      executablePath: flags.browser,
      progress: createProgress(),
    }
    if (flags.format !== 'pdf' && flags.ink)
      throw new UsageError('--ink is printed into PDF files only')
    if (flags.format !== 'pdf') {
      const { exportPictures, readPictureFlags } = await import('../src/paper/pictures/export-pictures.ts')
      const { folders, warnings } = await exportPictures({ ...options, ...readPictureFlags(flags.format, flags.scale) })
      printWarnings(warnings)
      return console.log(picturedFolders(folders, Date.now() - started))
    }
    const { exportSlides } = await import('../src/paper/export-slides.ts')
    const { inkOfTalks } = await import('../src/talk/ink-of-talk.ts')
    const { files, warnings } = await exportSlides({
      ...options,
      notes: flags.notes ? 'web' : undefined,
      findInk: flags.ink === undefined
        ? undefined
        : (lectures, language) => inkOfTalks(lectures, flags.ink!, language),
    })
    printWarnings(warnings)
    console.log(printedFiles(files, Date.now() - started))
  },
})
