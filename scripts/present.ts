import { runCommand, style } from '../src/cli/command.ts'
import { parsePort } from '../src/cli/port.ts'
import { createProgress } from '../src/cli/progress.ts'

await runCommand({
  name: 'present',
  summary: 'Serves the built decks with all their notes on this machine, for the lecture hall; builds them first where something has changed.',
  positionals: '[slug…]',
  flags: {
    course: { type: 'string', value: 'DIR', default: '.', help: 'folder of the course' },
    port: { type: 'string', value: 'N', default: '3031', help: 'port on 127.0.0.1; the next free one is taken where it is in use' },
  },
  examples: ['npm run present', 'npm run present -- what-is-a-kernel'],
  async run({ flags, positionals }) {
    const wanted = parsePort(flags.port)
    const { presentCourse } = await import('../src/live/present-course.ts')
    const { course, lectures, server: { origin, port } } = await presentCourse({ course: flags.course, slugs: positionals, port: wanted, progress: createProgress() })
    console.log([
      port === wanted ? '' : `Port ${wanted} is in use; this is ${port}.\n`,
      style('bold', course.title),
      ...lectures.map(({ slug, title }) => `  ${title}\n    Deck       ${style('cyan', `${origin}/${slug}/deck/`)}\n    Presenter  ${style('cyan', `${origin}/${slug}/deck/#/presenter/1`)}`),
      '',
      'Open both in one browser: they stay in step. Press Ctrl+C to stop.',
    ].join('\n'))
  },
})
