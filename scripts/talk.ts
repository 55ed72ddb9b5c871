import { runCommand, UsageError } from '../src/cli/command.ts'
import { courseFlag } from '../src/cli/flags.ts'
import { typed } from '../src/core/typed.ts'

await runCommand({
  name: 'talk',
  summary: `Shows a talk that was given with ${typed('present')}: minutes by slide and section beside the plan, where `
    + 'people were lost, what they asked and answered.',
  positionals: 'slug',
  flags: {
    course: courseFlag,
    day: { type: 'string', value: 'DAY', help: 'day of the talk, such as 2026-05-04 (default: the last one)' },
    json: { type: 'boolean', help: 'print it as JSON' },
  },
  examples: ({ lecture }) => [`talk ${lecture}`, `talk ${lecture} --json`],
  async run({ flags, positionals: [slug, ...others] }) {
    if (!slug || others.length)
      throw new UsageError('Give the slug of one lecture')
    const { runTalk } = await import('../src/talk/run-talk.ts')
    const { talkTable } = await import('../src/cli/talk-table.ts')
    const report = await runTalk(flags.course, slug, flags.day)
    console.log(flags.json ? JSON.stringify(report, null, 2) : talkTable(report))
  },
})
