import { runCommand, UsageError } from '../src/cli/command.ts'
import { browserFlag, courseFlag } from '../src/cli/flags.ts'
import { createProgress } from '../src/cli/progress.ts'
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
    recover: { type: 'string', value: 'VIDEO', help: 'make the log from the recording alone, by what it shows' },
    corners: {
      type: 'string',
      value: 'X,Y,…',
      help: 'corners of the slide in the recording, for --recover: pixels, from the top left one clockwise',
    },
    browser: browserFlag,
    write: { type: 'boolean', help: 'write the changes to the log; without it they are only shown' },
    strict: { type: 'boolean', help: 'exit with 1 where something is not sound' },
  },
  examples: ({ lecture, slides }) => [
    `cues ${lecture}`,
    `cues ${lecture} --at ${slides[0]}=0:12 --at ${slides[1]}=48:30 --write`,
    `cues ${lecture} --offset=-3.5 --trim 0:00-0:08 --write`,
    `cues ${lecture} --import chapters.txt --write`,
    `cues ${lecture} --recover recording.mp4 --write`,
    `cues ${lecture} --talk slides/01-${lecture}.talk-2026-05-04.jsonl --offset 12.5 --write`,
  ],
  async run({ flags, positionals: [slug, ...others] }) {
    if (!slug || others.length)
      throw new UsageError('Give the slug of one lecture')
    if ([flags.talk, flags.import, flags.recover].filter(source => source !== undefined).length > 1)
      throw new UsageError('Give one of --talk, --import and --recover')
    if (flags.corners !== undefined && flags.recover === undefined)
      throw new UsageError('--corners goes with --recover')
    const { cueTable, recoveredFacts } = await import('../src/cli/cue-table.ts')
    const { course: root, recover, corners, browser: executablePath, ...options } = flags
    if (recover !== undefined) {
      const { recoverCues } = await import('../src/recording/recover-cues.ts')
      const { write, strict } = options
      const progress = createProgress()
      const found = await recoverCues({ root, slug, video: recover, corners, write, strict, executablePath, progress })
      return console.log(`${cueTable(found)}\n${recoveredFacts(found)}`)
    }
    const { runCues } = await import('../src/talk/run-cues.ts')
    console.log(cueTable(await runCues({ ...options, root, slug })))
  },
})
