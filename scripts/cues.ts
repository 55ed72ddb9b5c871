import { runCommand, UsageError } from '../src/cli/command.ts'
import { courseFlag } from '../src/cli/flags.ts'
import { typed } from '../src/core/typed.ts'

await runCommand({
  name: 'cues',
  summary: 'Shows, checks and corrects the cue log of a recorded talk: which slide the video shows when.',
  positionals: 'slug',
  flags: {
    course: courseFlag,
    offset: {
      type: 'string',
      value: 'TIME',
      help: 'time in the video of the first event; seconds or mm:ss, may be negative',
    },
    drift: { type: 'string', value: 'SECONDS', help: 'by how much an hour of the talk is longer in the video' },
    at: {
      type: 'string',
      multiple: true,
      value: 'ID=TIME',
      help: 'time at which the video shows a slide; once for the offset, twice for the drift too',
    },
    trim: {
      type: 'string',
      value: 'SPANS',
      help: 'parts that were cut out, as 0:00-0:12,10:05-10:50 of the uncut video',
    },
    rename: { type: 'string', value: 'OLD=NEW', help: 'the new id of a slide that has changed since the talk' },
    import: {
      type: 'string',
      value: 'FILE',
      help: 'make the log from lines of "mm:ss title", from WebVTT or from an export of the add-on pacer',
    },
    talk: { type: 'string', value: 'FILE', help: `make the log from a talk that ${typed('present')} has written` },
    write: { type: 'boolean', help: 'write the changes to the log; without it they are only shown' },
    strict: { type: 'boolean', help: 'exit with 1 where something is not sound' },
  },
  examples: ({ lecture, slides }) => [
    `cues ${lecture}`,
    `cues ${lecture} --at ${slides[0]}=0:12 --at ${slides[1]}=48:30 --write`,
    `cues ${lecture} --offset=-3.5 --trim 0:00-0:08 --write`,
    `cues ${lecture} --import chapters.txt --write`,
    `cues ${lecture} --talk slides/01-${lecture}.talk-2026-05-04.jsonl --offset 12.5 --write`,
  ],
  async run({ flags, positionals: [slug, ...others] }) {
    if (!slug || others.length)
      throw new UsageError('Give the slug of one lecture')
    if (flags.talk !== undefined && flags.import !== undefined)
      throw new UsageError('Give either --talk or --import')
    const { runCues } = await import('../src/talk/run-cues.ts')
    const { cueTable } = await import('../src/cli/cue-table.ts')
    const { course: root, ...options } = flags
    console.log(cueTable(await runCues({ ...options, root, slug })))
  },
})
