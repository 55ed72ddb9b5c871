import type { BusMessage, RelayBus } from './relay-bus.ts'
import { createHash } from 'node:crypto'
import { UserError } from '../../core/errors.ts'
import { keptName, readBusMessage } from './relay-bus.ts'

interface RedisBusOptions {
  /** Such as `redis://127.0.0.1:6379`. */
  url: string
  /** Relays with another token are of another room. */
  token: string
  hear: (message: BusMessage) => void
}

/** Seconds for which a talk is kept that nobody goes on with. */
const KEPT = 24 * 60 * 60

/**
 * Joins the relays of a token over Redis: what one hears all hear, in one order; who comes later gets what was kept.
 * @throws UserError where Redis cannot be reached, or the package that reaches it is not installed
 */
export async function redisBus({ url, token, hear }: RedisBusOptions): Promise<RelayBus> {
  // Nothing of Redis is loaded, or installed, where nobody asks for it.
  const { createClient } = await import('@redis/client').catch(() => {
    throw new UserError('Relays meet over Redis by a package that is not there.', 'Run: npm install @redis/client')
  })
  let isThere = false
  const reconnectStrategy = (tries: number) => isThere ? Math.min(2000, tries * 100) : new Error('not reached')
  const client = createClient({ url, socket: { reconnectStrategy, connectTimeout: 5000 } })
  const listener = client.duplicate()
  let problem: string | undefined
  for (const one of [client, listener]) {
    one.on('error', ({ message }: Error) => {
      if (isThere && problem === undefined)
        console.error(`Redis cannot be reached: ${message}; it is tried again.`)
      problem = message
    })
    one.on('ready', () => problem = undefined)
  }
  const room = `docent:${createHash('sha256').update(token).digest('hex').slice(0, 16)}`
  try {
    await client.connect()
    await listener.connect()
  }
  catch {
    client.destroy()
    const message = `Redis cannot be reached at ${withoutPassword(url)}.`
    throw new UserError(message, 'Start it, or mend the address after --redis.')
  }
  isThere = true
  let waiting: BusMessage[] | undefined = []
  await listener.subscribe(room, (text) => {
    const message = readBusMessage(text)
    if (!message)
      return
    if (waiting)
      waiting.push(message)
    else
      hear(message)
  })
  // The view comes last: it tells of what the others hold.
  const kept = Object.entries(await client.hGetAll(`${room}:talk`)).filter(([name]) => name !== 'talk')
  for (const [, text] of kept.sort(([a], [b]) => Number(a === 'view') - Number(b === 'view'))) {
    const message = readBusMessage(`{"sent":${text}}`)
    if (message)
      hear(message)
  }
  waiting.forEach(hear)
  waiting = undefined

  return {
    publish: message => client.publish(room, JSON.stringify(message)),
    async keep(talk, sent) {
      const name = keptName(sent)
      if (name === undefined)
        return
      if (await client.hGet(`${room}:talk`, 'talk') !== talk)
        await client.multi().del(`${room}:talk`).hSet(`${room}:talk`, 'talk', talk).exec()
      await client.hSet(`${room}:talk`, name, JSON.stringify(sent))
      await client.expire(`${room}:talk`, KEPT)
    },
    async close() {
      isThere = false
      client.destroy()
      listener.destroy()
    },
  }
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//')
}
