import { Buffer } from 'node:buffer'
import process from 'node:process'
import { listen } from '../../src/browser/serve.ts'
import { createRelay } from '../../src/live/relay/relay-server.ts'
import { tellMemory } from './tell-memory.ts'

// A relay in a process of its own, which tells how much memory it takes when it is asked.
const [token] = process.argv.slice(2) as [string]
const page = Buffer.from('')
async function start(): Promise<void> {
  const { listener } = await createRelay({
    token,
    names: [],
    pages: async () => ({ room: page, presenter: page, files: new Map() }),
  })
  const { port } = await listen(listener, 0)
  tellMemory()
  process.send!({ port })
}
void start()
