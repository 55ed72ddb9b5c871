import { runCommand, style } from '../src/cli/command.ts'
import { courseFlag, portFlag } from '../src/cli/flags.ts'
import { parsePort } from '../src/cli/port.ts'
import { createProgress } from '../src/cli/progress.ts'

await runCommand({
  name: 'present',
  summary: 'Serves the built decks with all their notes on this machine, for the lecture hall; '
    + 'builds them first where something has changed.',
  positionals: '[slug…]',
  flags: {
    course: courseFlag,
    port: portFlag('3031'),
  },
  examples: ({ lecture }) => ['npm run present', `npm run present -- ${lecture}`],
  async run({ flags, positionals }) {
    const wanted = parsePort(flags.port)
    const { servePresenter } = await import('../src/live/serve-presenter.ts')
    const { course, lectures, server: { origin, port } } = await servePresenter({
      root: flags.course,
      slugs: positionals,
      port: wanted,
      progress: createProgress(),
    })
    console.log([
      port === wanted ? '' : `Port ${wanted} is in use; this is ${port}.\n`,
      style('bold', course.title),
      ...lectures.flatMap(({ slug, title }) => [
        `  ${title}`,
        `    Deck       ${style('cyan', `${origin}/${slug}/deck/`)}`,
        `    Presenter  ${style('cyan', `${origin}/${slug}/deck/#/presenter/1`)}`,
      ]),
      '',
      'Open both in one browser: they stay in step. Press Ctrl+C to stop.',
    ].join('\n'))
  },
})
