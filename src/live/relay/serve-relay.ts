import type { RunningServer } from '../../browser/serve.ts'
import { listen } from '../../browser/serve.ts'
import { livePages } from '../live-pages.ts'
import { loneBus } from './relay-bus.ts'
import { createRelay } from './relay-server.ts'

interface ServeRelayOptions {
  token: string
  /** First port to try. */
  port: number
  /** Whether others of the network are let in. */
  host: boolean
  names: readonly string[]
  /** Of the pages, as a BCP 47 tag. */
  language?: string
  /** Address of the Redis over which several relays answer one room; none where there is one relay. */
  redis?: string
}

/** Serves a relay. */
export async function serveRelay(options: ServeRelayOptions): Promise<RunningServer> {
  const { token, port, host, names, language, redis } = options
  const pages = livePages({ language })
  const { listener, close } = await createRelay({
    token,
    names,
    pages: () => pages,
    async join(hear) {
      if (redis === undefined)
        return loneBus(hear)
      const { redisBus } = await import('./redis-bus.ts')
      return redisBus({ url: redis, token, hear })
    },
  })
  const server = await listen(listener, port, host ? '0.0.0.0' : '127.0.0.1')
  await pages
  return {
    ...server,
    async close() {
      close()
      await server.close()
    },
  }
}
