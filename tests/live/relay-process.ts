import { Buffer } from 'node:buffer'
import process from 'node:process'
import { listen } from '../../src/browser/serve.ts'
import { redisBus } from '../../src/live/relay/redis-bus.ts'
import { createRelay } from '../../src/live/relay/relay-server.ts'

// A relay in a process of its own, which tells where it is.
const [token, url] = process.argv.slice(2) as [string, string]
const page = Buffer.from('<p>room</p>')
async function start(): Promise<void> {
  const { listener } = await createRelay({
    token,
    names: [],
    pages: async () => ({ room: page, presenter: page, files: new Map() }),
    join: hear => redisBus({ url, token, hear }),
  })
  process.send!((await listen(listener, 0)).origin)
}
void start()
