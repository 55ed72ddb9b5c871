import { runCommand, UsageError } from '../src/cli/command.ts'
import { browserFlag, courseFlag } from '../src/cli/flags.ts'
import { createProgress } from '../src/cli/progress.ts'
import { typed } from '../src/core/typed.ts'

await runCommand({
  name: 'talk',
  summary: `Shows a talk that was given with ${typed('present')}: minutes by slide and section beside the plan, where `
    + 'people were lost, what they asked and answered.',
  positionals: 'slug',
  flags: {
    course: courseFlag,
    day: { type: 'string', value: 'DAY', help: 'day of the talk, such as 2026-05-04 (default: the last one)' },
    video: {
      type: 'string',
      value: 'FILE',
      help: 'make of this recording what its page needs: cues, and a video that browsers play',
    },
    hosted: {
      type: 'string',
      value: 'ADDRESS',
      help: 'where the video will be: its address at YouTube, Vimeo or PeerTube, or here for the course\'s own site',
    },
    captions: { type: 'string', value: 'FILE', help: 'WebVTT captions of the recording' },
    corners: { type: 'string', value: 'X,Y,…', help: `corners of the slide in the recording, as for ${typed('cues')}` },
    browser: browserFlag,
    json: { type: 'boolean', help: 'print it as JSON' },
  },
  examples: ({ lecture }) => [`talk ${lecture}`, `talk ${lecture} --video talk.mkv`],
  async run({ flags, positionals: [slug, ...others] }) {
    if (!slug || others.length)
      throw new UsageError('Give the slug of one lecture')
    const { course: root, video, corners, browser: executablePath } = flags
    for (const name of ['corners', 'hosted', 'captions'] as const) {
      if (flags[name] !== undefined && video === undefined)
        throw new UsageError(`--${name} goes with --video`)
    }
    if (video !== undefined) {
      if (flags.day !== undefined)
        throw new UsageError('Give either --video or --day')
      const { publishTalk } = await import('../src/recording/publish-talk.ts')
      const { askOnTerminal } = await import('../src/cli/ask.ts')
      const { publishedTable } = await import('../src/cli/published-table.ts')
      const { hosted, captions } = flags
      const ask = askOnTerminal
      const options = { root, slug, video, corners, hosted, captions, ask, executablePath, progress: createProgress() }
      return console.log(publishedTable(await publishTalk(options)))
    }
    const { runTalk } = await import('../src/talk/run-talk.ts')
    const { talkTable } = await import('../src/cli/talk-table.ts')
    const report = await runTalk(flags.course, slug, flags.day)
    console.log(flags.json ? JSON.stringify(report, null, 2) : talkTable(report))
  },
})
