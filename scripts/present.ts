import process from 'node:process'
import { runCommand, style, UsageError } from '../src/cli/command.ts'
import { courseFlag, portFlag } from '../src/cli/flags.ts'
import { parsePort } from '../src/cli/port.ts'
import { createProgress } from '../src/cli/progress.ts'

await runCommand({
  name: 'present',
  summary: 'Gives a talk: serves the deck for the wall and the presenter view with all notes, and writes down what '
    + 'happens beside the lecture; builds the decks first where something has changed.',
  positionals: '[slug…]',
  flags: {
    course: courseFlag,
    port: portFlag('3031'),
    host: { type: 'boolean', help: 'let others of the network in: the people listening follow, ask and vote' },
    relay: {
      type: 'string',
      value: 'ADDRESS',
      help: 'let the room follow through a relay, e.g. https://live.example.org; its DOCENT_RELAY_TOKEN is set here too',
    },
  },
  examples: ({ lecture }) => ['present', `present ${lecture} --host`],
  async run({ flags, positionals }) {
    const wanted = parsePort(flags.port)
    const { servePresenter } = await import('../src/live/serve-presenter.ts')
    const { course, lectures, secret, origins, server: { origin, port } } = await servePresenter({
      root: flags.course,
      slugs: positionals,
      port: wanted,
      host: flags.host,
      relay: relayOf(flags.relay),
      progress: createProgress(),
    })
    const [outside] = origins
    const presenter = (from: string, slug: string) => style('cyan', `${from}/${slug}/presenter/?key=${secret}`)
    console.log([
      port === wanted ? '' : `Port ${wanted} is in use; this is ${port}.\n`,
      style('bold', course.title),
      ...lectures.flatMap(({ slug, title }) => [
        `  ${title}`,
        `    Presenter  ${presenter(origin, slug)}`,
        `    Wall       ${style('cyan', `${origin}/${slug}/deck/`)}`,
        ...outside ? [`    Your phone ${presenter(outside, slug)}`] : [],
      ]),
      '',
      ...flags.host || flags.relay ? [roomLine(flags.relay ? [flags.relay.replace(/\/+$/, '')] : origins)] : [],
      'Keep the addresses with a key to yourself. Press Ctrl+C to stop.',
    ].join('\n'))
  },
})

function roomLine(origins: readonly string[]): string {
  if (!origins.length)
    return 'This machine is in no network: the room cannot follow.'
  return `The room follows at ${origins.map(origin => style('cyan', `${origin}/`)).join(' or ')}`
}

function relayOf(address: string | undefined): { address: string, token: string } | undefined {
  const token = process.env.DOCENT_RELAY_TOKEN ?? ''
  if (address === undefined)
    return
  if (!/^https?:\/\//.test(address) || !URL.canParse(address))
    throw new UsageError(`--relay is an address such as https://live.example.org, not "${address}"`)
  if (!token)
    throw new UsageError('Set DOCENT_RELAY_TOKEN to the token of the relay')
  return { address: address.replace(/\/+$/, ''), token }
}
