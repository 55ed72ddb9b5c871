import type { IncomingMessage, ServerResponse } from 'node:http'
import { Buffer } from 'node:buffer'
import { gzipSync } from 'node:zlib'
import { parseObject } from '../core/fields.ts'

/** Bytes of a message of a page at most. */
const LARGEST = 4096

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  webp: 'image/webp',
}

interface AnswerOptions {
  status?: number
  headers?: Record<string, string>
}

/** What pages of a talk may load: nothing of other hosts, no script but the server's own. */
const PAGE_POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `font-src 'self' data:`,
  `media-src 'self'`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

export const PAGE_HEADERS = { 'content-security-policy': PAGE_POLICY } as const
export const FOREVER = { 'cache-control': 'private, max-age=31536000, immutable' } as const

const packed = new WeakMap<Uint8Array, Buffer>()

/**
 * Answers with a text or bytes.
 * @param ending of a file of its kind
 */
export function answer(
  request: IncomingMessage,
  response: ServerResponse,
  content: string | Uint8Array,
  ending: string,
  { status = 200, headers = {} }: AnswerOptions = {},
): void {
  const body = typeof content === 'string' ? Buffer.from(content) : content
  const isText = ending in TYPES && ending !== 'webp'
  const gzip = isText && body.length > 500 && /\bgzip\b/.test(String(request.headers['accept-encoding']))
  const sent = gzip ? packed.get(body) ?? gzipSync(body) : body
  if (gzip && typeof content !== 'string')
    packed.set(body, sent as Buffer)
  response.writeHead(status, {
    'content-type': TYPES[ending] ?? 'application/octet-stream',
    'content-length': sent.length,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    ...isText && { vary: 'accept-encoding' },
    ...gzip && { 'content-encoding': 'gzip' },
    ...headers,
  })
  response.end(request.method === 'HEAD' ? undefined : sent)
}

/** Answers that something cannot be done, in a sentence. */
export function refuse(request: IncomingMessage, response: ServerResponse, status: number, sentence: string): void {
  // What is still being sent is not read: the connection is of no more use.
  const headers: Record<string, string> = request.complete ? {} : { connection: 'close' }
  answer(request, response, JSON.stringify({ error: sentence }), 'json', { status, headers })
}

/** The object that a request brings; undefined where it brings something else, or too much. */
export async function readMessage(
  request: IncomingMessage,
  largest = LARGEST,
): Promise<Record<string, unknown> | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > largest)
      return
    parts.push(part)
  }
  return parseObject(Buffer.concat(parts).toString('utf8'))
}
