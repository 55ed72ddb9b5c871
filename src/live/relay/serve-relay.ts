import type { RunningServer } from '../../browser/serve.ts'
import { listen } from '../../browser/serve.ts'
import { compileLivePages } from '../live-pages.ts'
import { createRelay } from './relay-server.ts'

interface ServeRelayOptions {
  token: string
  /** First port to try. */
  port: number
  /** Whether others of the network are let in. */
  host: boolean
  names: readonly string[]
}

/** Serves a relay. */
export async function serveRelay({ token, port, host, names }: ServeRelayOptions): Promise<RunningServer> {
  const pages = compileLivePages()
  const { listener, close } = createRelay({ token, names, pages: () => pages })
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
