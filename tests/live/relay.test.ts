import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { listen } from '../../src/browser/serve.ts'
import { connectRelay } from '../../src/live/relay/connect-relay.ts'
import { createRelay } from '../../src/live/relay/relay-server.ts'
import { follow, posting, startTalk } from './talk-rig.ts'

const TOKEN = 'a-token-of-the-relay'

async function startRelay(port = 0) {
  const page = Buffer.from('<p>room</p>')
  const { listener, close } = await createRelay({ token: TOKEN, names: [], pages: async () => ({ room: page, presenter: page, files: new Map() }) })
  const server = await listen(listener, port)
  const stop = async () => {
    close()
    await server.close()
  }
  onTestFinished(stop)
  return { origin: server.origin, port: server.port, stop }
}

async function startRelayed() {
  const rig = await startTalk()
  const relay = await startRelay()
  const connection = connectRelay({ relay: relay.origin, token: TOKEN, decks: rig.decks, follow: rig.server().follow, onState: () => undefined })
  onTestFinished(connection.close)
  rig.server().relayTo(connection)
  return { ...rig, relay }
}

it('lets a room follow, vote and ask through another machine, and see no more than was shown', async () => {
  const { present, relay } = await startRelayed()
  await present({ do: 'next' })
  const follower = await follow(relay.origin, '', posting(relay.origin))
  expect((await follower.sees(view => view.at?.number === 2)).seen).toEqual([[1, 0], [2, 0]])
  const status = async (path: string) => (await fetch(relay.origin + path, { redirect: 'manual' })).status
  await expect.poll(() => status('/room/slide/1/0')).toBe(200)
  expect(await status('/room/slide/2/0')).toBe(200)
  expect(await status('/room/files/assets/slide-1.css')).toBe(200)
  for (const path of ['/room/slide/2/1', '/room/slide/3/0', '/room/files/assets/later.png', '/room/files/assets/deck.js'])
    expect([path, await status(path)]).toEqual([path, 404])
  for (const path of ['/what-is-a-kernel/deck/', '/live/events?lecture=what-is-a-kernel'])
    expect([path, await status(path)]).toEqual([path, 302])
  await present({ do: 'poll', kind: 'one', choices: 2 })
  const { vote } = await follower.sees(view => view.vote)
  expect((await follower.act({ do: 'ballot', vote: vote.id, round: 1, ballot: [1] })).status).toBe(200)
  expect((await follower.act({ do: 'ballot', vote: vote.id, round: 1, ballot: [7] })).body.error).toBe('This is no answer to the question.')
  expect((await follower.act({ do: 'ask', text: 'From afar?' })).status).toBe(200)
  expect((await follower.sees(view => view.questions.length && view.vote.voters)).questions).toMatchObject([{ text: 'From afar?' }])
})

it('comes back by itself after the relay was started again', async () => {
  const { present, relay } = await startRelayed()
  await present({ do: 'next' })
  await relay.stop()
  await startRelay(relay.port)
  const follower = await follow(relay.origin, '', posting(relay.origin))
  expect((await follower.sees(view => view.at?.number === 2)).title).toBe('What is a kernel?')
})

it('takes nothing without its token, and hands nothing on while no laptop is there', async () => {
  const { origin } = await startRelay()
  const push = (authorization: string) => fetch(`${origin}/relay/push`, { method: 'POST', headers: { authorization }, body: '{"kind":"done","id":1}' })
  expect((await push('Bearer wrong')).status).toBe(403)
  expect((await push(`Bearer ${TOKEN}`)).status).toBe(200)
  expect((await fetch(`${origin}/relay/acts`)).status).toBe(403)
  const follower = await follow(origin, '', posting(origin))
  expect((await follower.act({ do: 'lost' })).body.error).toBe('The presenter is not connected; try again.')
})

it('answers whatever it is sent, by a laptop and by the room, and goes on', async () => {
  const { present, relay } = await startRelayed()
  await present({ do: 'next' })
  const follower = await follow(relay.origin, '', posting(relay.origin))
  await follower.sees(view => view.at?.number === 2)
  const kinds = fc.constantFrom('view', 'slide', 'file', 'page', 'ink', 'done', '__proto__')
  const pushed = fc.oneof(fc.json(), fc.string(), fc.record({ kind: kinds, talk: fc.anything(), number: fc.anything(), click: fc.anything(), board: fc.anything(), markup: fc.anything(), path: fc.anything(), page: fc.anything(), view: fc.oneof(fc.anything(), fc.record({ talk: fc.constant('x'), seen: fc.anything(), at: fc.anything() })), message: fc.anything(), id: fc.anything() }).map(value => JSON.stringify(value, (_, part) => typeof part === 'bigint' ? String(part) : part)))
  await fc.assert(fc.asyncProperty(pushed, fc.boolean(), async (body, isLaptop) => {
    const headers = { 'content-type': 'application/json', 'origin': relay.origin, 'authorization': `Bearer ${TOKEN}` }
    const { status } = await fetch(relay.origin + (isLaptop ? '/relay/push' : '/room/act'), { method: 'POST', headers, body })
    expect([200, 400, 409, 413, 429]).toContain(status)
  }), { numRuns: 150 })
  await present({ do: 'next' })
  expect((await follower.sees(view => view.at?.click === 1)).title).toBe('What is a kernel?')
  await (await follow(relay.origin, '', posting(relay.origin))).sees(view => view.at?.click === 1)
})
