import type { IncomingMessage } from 'node:http'
import { isLoopbackHost } from '../browser/serve.ts'

/** Whether a request would write, start a program, or comes by a name that a stranger pointed at this machine. */
export function isRefused({ method, url, headers }: IncomingMessage): boolean {
  return !['GET', 'HEAD'].includes(method ?? '') || !isLoopbackHost(headers.host) || /__open-in-editor/i.test(url ?? '')
}

/** Whether a page of another site asks for a connection that stays open; a browser says whose page it is. */
export function isStranger({ headers: { host, origin } }: IncomingMessage): boolean {
  return !isLoopbackHost(host) || (origin !== undefined && !isLoopbackHost(origin.replace(/^https?:\/\//, '')))
}

/** The path that a request asks for, decoded; undefined where it cannot be read. */
export function pathOf({ url = '/' }: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  }
  catch {
    return undefined
  }
}
