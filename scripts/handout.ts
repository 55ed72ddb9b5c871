import type { Lecture } from '../src/course/course.ts'
import path from 'node:path'
import { printWarnings, runCommand, UsageError } from '../src/cli/command.ts'
import { browserFlag, courseFlag } from '../src/cli/flags.ts'
import { printedFiles } from '../src/cli/printed-files.ts'
import { createProgress } from '../src/cli/progress.ts'
import { handoutOptions } from '../src/paper/handout/handout-options.ts'

/** What names a talk, and no ink. */
const TALK = /^last$|^\d{4}-|\.jsonl$/

const names = (key: keyof typeof handoutOptions) => Object.keys(handoutOptions[key]).join(', ')

await runCommand({
  name: 'handout',
  summary: 'Prints handouts of lectures: slides with their notes or room to write, for students or with the answers.',
  positionals: '[slug…]',
  flags: {
    course: courseFlag,
    layout: { type: 'string', value: 'NAME', default: 'notes', help: names('layout') },
    paper: { type: 'string', value: 'NAME', default: 'a4', help: names('paper') },
    copy: { type: 'string', value: 'NAME', default: 'student', help: names('copy') },
    ink: {
      type: 'string',
      multiple: true,
      value: 'NAME',
      help: `${names('ink')} (default: color); or what was drawn in a talk: last, 2026-05-04, or its file`,
    },
    talk: {
      type: 'string',
      value: 'TALK',
      help: 'print at the end of the instructor copy what became of a talk: last, 2026-05-04, or its file',
    },
    // It has no default, so that it does not stand in the way of its older name.
    ruling: {
      type: 'string',
      value: 'NAME',
      help: `what stands where there is room to write: ${names('ruling')} (default: lines)`,
    },
    room: { type: 'string', value: 'NAME', help: 'older name of --ruling' },
    all: { type: 'boolean', help: 'one booklet of the whole course, with a table of contents' },
    out: { type: 'string', value: 'DIR', help: 'folder for the files (default: handouts in the course)' },
    browser: browserFlag,
  },
  examples: ({ lecture }) => [
    'handout',
    `handout ${lecture} --layout 3-lines --paper letter`,
    'handout --copy key --layout 2-notes --ink gray',
    `handout ${lecture} --ink last`,
    `handout ${lecture} --copy instructor --talk last`,
  ],
  async run({ flags, positionals }) {
    const { course, layout, paper, copy, ink, talk: report, room, ruling, all, out, browser } = flags
    if (report !== undefined && (all || copy !== 'instructor'))
      throw new UsageError('--talk goes with --copy instructor, for handouts of lectures')
    const { makeHandouts } = await import('../src/paper/make-handouts.ts')
    const started = Date.now()
    const { inkOfTalks } = await import('../src/talk/ink-of-talk.ts')
    const { reportsOfTalks } = await import('../src/talk/talk-report.ts')
    const talk = ink.findLast(value => TALK.test(value))
    const color = ink.findLast(value => !TALK.test(value))
    if (talk !== undefined && all)
      throw new UsageError('--ink TALK prints handouts of lectures, not --all')
    const reportsOf = (lectures: readonly Lecture[]) => reportsOfTalks(lectures, report!)
    const { files, warnings } = await makeHandouts({
      root: course,
      slugs: positionals,
      handout: { layout, paper, copy, ink: color, room, ruling },
      findInk: talk === undefined ? undefined : (lectures, language) => inkOfTalks(lectures, talk, language),
      findReports: report === undefined ? undefined : reportsOf,
      booklet: all,
      out: out ?? path.join(course, 'handouts'),
      executablePath: browser,
      progress: createProgress(),
    })
    printWarnings(warnings)
    console.log(printedFiles(files, Date.now() - started))
  },
})
