import type { RequestListener, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import sirv from 'sirv'
import { UserError } from '../core/errors.ts'

export interface RunningServer {
  /** Without a trailing slash, e.g. `http://127.0.0.1:3030`. */
  origin: string
  port: number
  close: () => Promise<void>
}

interface ServeOptions {
  /** First port to try; the next free one is taken. 0 takes any. */
  port?: number
  /** HTML of the page at `/`, where the folder has none of its own. */
  index?: string
  /** What is served in place of a file, by the address that is asked for, such as `/assets/a.css?b=1`. */
  instead?: (address: string) => Promise<ServedFile | undefined>
}

/** A file that stands in no folder. */
export interface ServedFile {
  type: string
  content: string | Uint8Array
}

/** Serves a folder on 127.0.0.1, for reading only. */
export async function serveFolder(
  folder: string,
  { port = 0, index, instead }: ServeOptions = {},
): Promise<RunningServer> {
  const keepAssets = (response: ServerResponse, address: string) => {
    // Their names change with their content; asked for each of them again, a browser opens a deck in twice the time.
    if (address.startsWith('/assets/'))
      response.setHeader('cache-control', 'public, max-age=31536000, immutable')
  }
  const files = sirv(folder, { dev: true, etag: true, setHeaders: keepAssets })
  return listen((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405).end()
      return
    }
    // A page of another site that has this machine's name pointed at it must not read the notes.
    if (!isLoopbackHost(request.headers.host)) {
      response.writeHead(403).end('Open this address on the machine itself.')
      return
    }
    if (index !== undefined && request.url === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(index)
      return
    }
    const serveFile = () => files(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found')
    })
    if (!instead) {
      serveFile()
      return
    }
    instead(request.url!).then((file) => {
      if (!file)
        return serveFile()
      keepAssets(response, request.url!)
      response.writeHead(200, { 'content-type': file.type }).end(file.content)
    }, (error: Error) => response.writeHead(500).end(error.message))
  }, port)
}

/** Whether a request asked this machine by its own name, not by one that a stranger pointed at it. */
export function isLoopbackHost(host = ''): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(host)
}

/**
 * Serves at a port or the next one that is free; 0 takes any.
 * @param host address that is listened at: 127.0.0.1 lets nobody else in, 0.0.0.0 the whole network
 */
export async function listen(
  listener: RequestListener,
  first: number,
  host: '127.0.0.1' | '0.0.0.0' = '127.0.0.1',
): Promise<RunningServer> {
  for (let port = first; ; port++) {
    const server = createServer(listener)
    if (!await tryListen(server, port, host)) {
      if (port >= first + 50)
        throw new UserError(`The ports ${first} to ${port} are all in use.`, 'Give another one with --port.')
      continue
    }
    const taken = (server.address() as AddressInfo).port
    return {
      origin: `http://127.0.0.1:${taken}`,
      port: taken,
      close: () => new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
    }
  }
}

function tryListen(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        resolve(false)
      else
        reject(error)
    })
    server.listen(port, host, () => resolve(true))
  })
}

/** The first free port from `first` on, at 127.0.0.1. */
export async function freePort(first: number): Promise<number> {
  const server = await listen(() => {}, first)
  await server.close()
  return server.port
}
