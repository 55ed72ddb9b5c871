import type { OutgoingHttpHeaders } from 'node:http'
import { request } from 'node:http'

export interface Asked {
  method?: string
  /** As it stands in the request: neither checked nor changed. */
  path?: string
  headers?: OutgoingHttpHeaders
}

export interface Answered {
  status: number
  body: string
  /** Where it leads, where it leads elsewhere. */
  location?: string
}

/** Asks a server on this machine in a way that no browser lets a page ask. */
export function ask(port: number, { method = 'GET', path = '/', headers }: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', text => body += text).on('end', () => resolve({ status: response.statusCode!, body, location: response.headers.location }))
    })
    sent.on('error', reject).end()
  })
}

/** Whether a server on this machine opens a websocket. */
export function opensWebSocket(port: number, { path, headers }: Asked): Promise<boolean> {
  return new Promise((resolve) => {
    const handshake = { 'connection': 'Upgrade', 'upgrade': 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', 'sec-websocket-protocol': 'vite-hmr' }
    const sent = request({ host: '127.0.0.1', port, path, headers: { ...handshake, ...headers } })
    sent.on('upgrade', (_, socket) => {
      socket.destroy()
      resolve(true)
    })
    sent.on('response', () => resolve(false)).on('error', () => resolve(false)).end()
  })
}
