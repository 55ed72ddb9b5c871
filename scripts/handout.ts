import path from 'node:path'
import { printWarnings, runCommand } from '../src/cli/command.ts'
import { browserFlag, courseFlag } from '../src/cli/flags.ts'
import { printedFiles } from '../src/cli/printed-files.ts'
import { createProgress } from '../src/cli/progress.ts'
import { handoutChoices } from '../src/paper/handout/chosen-handout.ts'

const choose = (key: keyof typeof handoutChoices) => Object.keys(handoutChoices[key]).join(', ')

await runCommand({
  name: 'handout',
  summary: 'Prints handouts of lectures: slides with their notes or room to write, for students or with the answers.',
  positionals: '[slug…]',
  flags: {
    course: courseFlag,
    layout: { type: 'string', value: 'NAME', default: 'notes', help: choose('layout') },
    paper: { type: 'string', value: 'NAME', default: 'a4', help: choose('paper') },
    copy: { type: 'string', value: 'NAME', default: 'student', help: choose('copy') },
    ink: { type: 'string', value: 'NAME', default: 'color', help: choose('ink') },
    room: { type: 'string', value: 'NAME', default: 'lines', help: `what stands where there is room to write: ${choose('room')}` },
    all: { type: 'boolean', help: 'one booklet of the whole course, with a table of contents' },
    out: { type: 'string', value: 'DIR', help: 'folder for the files (default: handouts in the course)' },
    browser: browserFlag,
  },
  examples: ['npm run handout', 'npm run handout -- kernel --layout 3-lines --paper letter', 'npm run handout -- --copy key --layout 2-notes --ink gray'],
  async run({ flags: { course, layout, paper, copy, ink, room, all, out, browser }, positionals }) {
    const { makeHandouts } = await import('../src/paper/make-handouts.ts')
    const started = Date.now()
    const { files, warnings } = await makeHandouts({
      course,
      slugs: positionals,
      chosen: { layout, paper, copy, ink, room },
      booklet: all,
      out: out ?? path.join(course, 'handouts'),
      browser,
      progress: createProgress(),
    })
    printWarnings(warnings)
    console.log(printedFiles(files, Date.now() - started))
  },
})
