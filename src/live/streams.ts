import type { ServerResponse } from 'node:http'
import { Buffer } from 'node:buffer'

/** Pages that listen to a server, by server-sent events. */
export interface Streams {
  /** Answers a request with what is the case now, and everything that is told later. */
  open: (response: ServerResponse, first: readonly string[]) => void
  /**
   * Tells all pages what is the case now, where that is not what they know.
   * @param before a message that comes before it, where there is something new
   */
  tell: (name: string, view: { now: number }, before?: string) => void
  /** Tells all pages something that passes. */
  pass: (message: string) => void
  count: () => number
  close: () => void
}

/** Milliseconds after which a connection is told that it still is one. */
const BEAT = 15_000
/** Bytes that may wait for a page that does not listen. */
const PATIENCE = 1 << 20

/** @param most pages that may listen at once */
export function createStreams(most: number): Streams {
  const pages = new Set<ServerResponse>()
  let last = ''
  const send = (text: string) => {
    // Made once for all of them.
    const bytes = Buffer.from(text)
    for (const page of pages) {
      if (page.writableLength > PATIENCE)
        page.destroy()
      else
        page.write(bytes)
    }
  }
  const beat = setInterval(send, BEAT, ':\n\n').unref()
  return {
    open(response, first) {
      if (pages.size >= most) {
        response.writeHead(503, { 'retry-after': '5' }).end()
        return
      }
      // It ends with its connection: no length needs to stand before each message.
      response.useChunkedEncodingByDefault = false
      response.shouldKeepAlive = false
      response.socket?.setNoDelay()
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        // Asks proxies not to keep what is told until there is more.
        'x-accel-buffering': 'no',
      })
      response.write(`retry: 1000\n\n${first.join('')}`)
      pages.add(response)
      response.on('close', () => pages.delete(response))
    },
    tell(name, view, before = '') {
      const known = JSON.stringify({ ...view, now: 0 })
      if ((known !== last || before) && pages.size)
        send(before + message(name, view))
      last = known
    },
    pass: send,
    count: () => pages.size,
    close() {
      clearInterval(beat)
      for (const page of pages)
        page.destroy()
    },
  }
}

/** A message with its name. */
export function message(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}
