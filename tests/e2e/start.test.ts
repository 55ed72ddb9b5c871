import type { RunningCommand } from '../run-command.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../src/browser/serve.ts'
import { startCommand } from '../run-command.ts'
import { ask, opensWebSocket } from './ask.ts'
import { copyCourse } from './course-copy.ts'

let root: string
let port: number
let server: RunningCommand

beforeAll(async () => {
  root = await copyCourse()
  port = await freePort(0)
  server = startCommand('start', '--course', root, '--port', String(port))
  await server.prints('Press Ctrl+C to stop.')
})
afterAll(async () => {
  expect((await server.stop()).code).toBe(130)
})

it('says where each lecture is', () => {
  expect(server.printed()).toContain(`A small course
  All lectures
    http://127.0.0.1:${port}/
  First steps
    http://127.0.0.1:${port}/first-steps/deck/
  A second look
    http://127.0.0.1:${port}/second-look/deck/
`)
})

describe('a stranger', () => {
  const host = () => `127.0.0.1:${port}`
  const files = async () => Promise.all(['slides.md', 'slides/01-first-steps.md', 'components/Badge.vue'].map(file => fs.readFile(path.join(root, file), 'utf8')))

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('cannot %s anything', async (method) => {
    const before = await files()
    const headers = { 'content-type': 'application/json', 'host': host(), 'origin': `http://${host()}` }
    for (const address of ['/', '/first-steps/deck/', '/__slidev/slides/2.json', '/@server-reactive/nav', '/__mcp', '/slides.md'])
      expect([address, (await ask(port, { method, path: address, headers })).status]).toEqual([address, 403])
    expect(await files()).toEqual(before)
  })

  it.each(['/__open-in-editor?file=slides.md', '/__OPEN-in-editor?file=slides.md', '/__open-in-editor/../?file=slides.md', '//__open-in-editor?file=slides.md'])('cannot start the editor by %s', async (address) => {
    expect((await ask(port, { path: address, headers: { host: host() } })).status).toBe(403)
  })

  it.each(['/', '/first-steps/deck/', '/__slidev/slides/2.json', '/@vite/client'])('who pointed a name at this machine cannot read %s', async (address) => {
    expect((await ask(port, { path: address, headers: { host: host() } })).status).toBe(200)
    for (const name of ['stranger.example', `stranger.example:${port}`, '127.0.0.1.stranger.example', `192.0.2.1:${port}`])
      expect([name, (await ask(port, { path: address, headers: { host: name } })).status]).toEqual([name, 403])
  })

  it('cannot listen to what is saved', async () => {
    const token = /wsToken = "([^"]+)"/.exec((await ask(port, { path: '/@vite/client', headers: { host: host() } })).body)![1]
    const opens = (headers: Record<string, string>, path = `/?token=${token}`) => opensWebSocket(port, { path, headers: { host: host(), ...headers } })
    expect(await opens({ origin: `http://${host()}` })).toBe(true)
    expect(await opens({ origin: `http://${host()}` }, '/')).toBe(false)
    expect(await opens({ origin: 'http://stranger.example' })).toBe(false)
    expect(await opens({ origin: 'null' })).toBe(false)
    expect(await opens({ origin: 'http://stranger.example', host: 'stranger.example' })).toBe(false)
    expect(await opens({ host: `192.0.2.1:${port}` })).toBe(false)
  })

  it('gets an answer to an address that cannot be read', async () => {
    const before = server.printed().length
    for (const address of ['/%', '//', '/%E0%A4%A/deck/'])
      expect([address, (await ask(port, { path: address, headers: { host: host() } })).status]).toEqual([address, 400])
    expect(server.printed().slice(before)).toBe('')
  })
})
