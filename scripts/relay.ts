import process from 'node:process'
import { runCommand, style, UsageError } from '../src/cli/command.ts'
import { portFlag } from '../src/cli/flags.ts'
import { parsePort } from '../src/cli/port.ts'
import { typed } from '../src/core/typed.ts'

await runCommand({
  name: 'relay',
  summary: 'Lets a room follow talks through this machine, where phones cannot reach the laptop of the presenter:\n'
    + `the laptop connects here with ${typed('present SLUG --relay ADDRESS')}, and both know DOCENT_RELAY_TOKEN.`,
  flags: {
    port: portFlag('3032'),
    host: { type: 'boolean', help: 'let others of the network in, and not only a proxy on this machine' },
    redis: {
      type: 'string',
      value: 'URL',
      help: 'several relays with one token answer one room over this Redis, e.g. redis://127.0.0.1:6379',
    },
    lang: { type: 'string', value: 'LANG', help: 'language of the pages, as lang in slides.md (default en)' },
    name: { type: 'string', multiple: true, value: 'NAME', help: 'name that people open, e.g. live.example.org' },
  },
  examples: () => ['relay --name live.example.org'],
  async run({ flags }) {
    const token = process.env.DOCENT_RELAY_TOKEN ?? ''
    if (!/^\S{16,}$/.test(token)) {
      throw new UsageError('Set DOCENT_RELAY_TOKEN to a secret of at least 16 characters without spaces, '
        + 'here and where the talk is given')
    }
    const { serveRelay } = await import('../src/live/relay/serve-relay.ts')
    const { origin } = await serveRelay({
      token,
      port: parsePort(flags.port),
      host: flags.host,
      names: flags.name,
      language: flags.lang,
      redis: redisOf(flags.redis),
    })
    console.log(`The relay is at ${style('cyan', origin)}. Press Ctrl+C to stop.`)
  },
})

function redisOf(url: string | undefined): string | undefined {
  if (url !== undefined && (!/^rediss?:\/\//.test(url) || !URL.canParse(url)))
    throw new UsageError(`--redis is an address such as redis://127.0.0.1:6379, not "${url}"`)
  return url
}
