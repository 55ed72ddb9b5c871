import type { IncomingMessage } from 'node:http'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { isLoopbackHost } from '../browser/serve.ts'

/** Who may do what: the holder of the presenter's secret everything, everybody else what the room may. */
export interface Rights {
  secret: string
  /** Name of the cookie that holds the secret. */
  cookie: string
  /** Whether a request comes with the secret. */
  isPresenter: (request: IncomingMessage) => boolean
  /** A name for somebody who listens, which only this server can make. */
  newVoter: () => string
  /** Who a name stands for in what is written; undefined where this server has not made it. */
  voterOf: (name: unknown) => string | undefined
}

/** @param secret at least 16 characters */
export function createRights(secret: string, name: string): Rights {
  const cookie = `docent-${name}`
  const sign = (text: string) => createHmac('sha256', secret).update(text).digest('base64url').slice(0, 16)
  return {
    secret,
    cookie,
    isPresenter({ headers }) {
      const bearer = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1]
      const cookies = (headers.cookie ?? '').split(/;\s*/).filter(part => part.startsWith(`${cookie}=`))
      return [bearer, ...cookies.map(part => part.slice(cookie.length + 1))].some(given => isSame(given, secret))
    },
    newVoter() {
      const id = randomBytes(9).toString('base64url')
      return `${id}.${sign(id)}`
    },
    voterOf(name) {
      const [, id = '', signature] = /^([\w-]{12})\.([\w-]{16})$/.exec(String(name)) ?? []
      // What is written down says nothing of the name that a browser keeps.
      return isSame(signature, sign(id)) ? sign(`voter ${id}`).slice(0, 10) : undefined
    },
  }
}

/** Whether a secret is the right one, in a time that does not tell how much of it is. */
function isSame(given: string | undefined, wanted: string): boolean {
  const key = randomBytes(16)
  const digest = (text: string) => createHmac('sha256', key).update(text).digest()
  return given !== undefined && timingSafeEqual(digest(given), digest(wanted))
}

/** The secret of a course's presenter, which outlives restarts so that open pages do. */
export function keptSecret(root: string): string {
  const file = path.join(root, '.docent', 'presenter-secret')
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (/^[\w-]{22,}$/.test(kept))
    return kept
  const secret = randomBytes(18).toString('base64url')
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, secret, { mode: 0o600 })
  }
  catch {
    // Where nothing can be kept, pages ask for it again after a restart.
  }
  return secret
}

/** Whether somebody on this machine asks, by its own name. */
export function isLocal({ socket, headers }: IncomingMessage): boolean {
  const address = socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
  return (address === '127.0.0.1' || address === '::1') && isLoopbackHost(headers.host)
    && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
}

/** Whether a request asks by a name that no stranger can have pointed here: an address, or a name of this machine. */
export function isOwnHost({ headers: { host = '' } }: IncomingMessage, names: readonly string[]): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '').toLowerCase()
  const own = os.hostname().toLowerCase()
  return isIP(name) !== 0 || name === 'localhost' || name === own || name === `${own}.local` || names.includes(name)
}

/** Whether a page of this server sends, and not one of another site. */
export function isOwnOrigin({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers
  const isJson = /^application\/json\b/.test(headers['content-type'] ?? '')
  return isJson && origin !== undefined && URL.canParse(origin) && new URL(origin).host === host
}

/** The address of who asks. */
export function addressOf({ socket }: IncomingMessage): string {
  return socket.remoteAddress ?? ''
}
