import { fork, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createClient } from '@redis/client'
import { expect, it, onTestFinished } from 'vitest'
import { listen } from '../../src/browser/serve.ts'
import { connectRelay } from '../../src/live/relay/connect-relay.ts'
import { redisBus } from '../../src/live/relay/redis-bus.ts'
import { follow, posting, startTalk } from './talk-rig.ts'

const TOKEN = 'a-token-of-the-relays'
const hasRedis = spawnSync('redis-server', ['--version']).status === 0

async function freePort(): Promise<number> {
  const server = await listen(() => undefined, 0)
  await server.close()
  return server.port
}

async function startRedis(): Promise<string> {
  const port = await freePort()
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'])
  onTestFinished(() => void server.kill())
  let told = ''
  for await (const text of server.stdout.setEncoding('utf8')) {
    told += text
    if (/ready to accept connections/i.test(told))
      break
  }
  return `redis://127.0.0.1:${port}`
}

async function startRelay(redis: string): Promise<string> {
  const relay = fork(path.join(import.meta.dirname, 'relay-process.ts'), [TOKEN, redis], { execArgv: ['--import', import.meta.resolve('tsx')] })
  onTestFinished(() => void relay.kill())
  const [origin] = await once(relay, 'message') as [string]
  return origin
}

it.skipIf(!hasRedis)('lets one room follow at several relays, which all know what the others know (needs redis-server)', async () => {
  const redis = await startRedis()
  const [rig, first, second] = await Promise.all([startTalk(), startRelay(redis), startRelay(redis)])
  const connection = connectRelay({ relay: first, token: TOKEN, decks: rig.decks, follow: rig.server().follow, onState: () => undefined })
  onTestFinished(connection.close)
  rig.server().relayTo(connection)
  await rig.present({ do: 'next' })
  const [here, there] = await Promise.all([first, second].map(origin => follow(origin, '', posting(origin))))
  await Promise.all([here!, there!].map(one => one.sees(view => view.at?.number === 2)))

  // Who follows at the one relay is heard by a laptop at the other, and answered.
  await expect.poll(async () => (await there!.act({ do: 'ask', text: 'From the other one?' })).status, { timeout: 15_000, interval: 1500 }).toBe(200)
  await here!.sees(view => view.questions.some((question: any) => question.text === 'From the other one?'))
  expect((await there!.act({ do: 'ballot', vote: 'none', round: 1, ballot: [0] })).body.error).toBe('This vote is closed.')
  await expect.poll(connection.followers, { timeout: 6000 }).toBe(2)

  // What others tell there is no message, and harms nobody.
  const stranger = createClient({ url: redis })
  await stranger.connect()
  const [room] = await stranger.pubSubChannels()
  for (const text of ['no json', '{"sent":{"kind":"view","view":{}}}', '{"act":1}', '{"here":"x"}', '[]', '{"sent":null}'])
    await stranger.publish(room!, text)
  stranger.destroy()

  // One that comes late knows what was shown before, and what was drawn.
  const slide = rig.lecture.slides[1]!.id
  await rig.present({ do: 'ink', slide, stroke: 'one', click: 0, color: 'red', tool: 'pen', width: 50, from: 0, points: [1, 2, 50] })
  await rig.present({ do: 'mark' })
  const late = await startRelay(redis)
  const status = async (address: string) => (await fetch(late + address, { redirect: 'manual' })).status
  await expect.poll(() => status('/room/slide/2/0')).toBe(200)
  expect(await status('/room/slide/3/0')).toBe(404)
  await (await follow(late, '', posting(late))).sees(view => view.at?.number === 2)
  await rig.present({ do: 'next' })
  await there!.sees(view => view.at?.click === 1)
  const drawn = async () => await (await fetch(`${second}/room/ink/2/0`)).json() as { strokes: { id: string }[] }
  await expect.poll(async () => (await drawn()).strokes.map(({ id }) => id)).toEqual(['one'])
}, 60_000)

it('says in a sentence that Redis is not there', async () => {
  const url = `redis://somebody:secret@127.0.0.1:${await freePort()}`
  await expect(redisBus({ url, token: TOKEN, hear: () => undefined })).rejects.toThrow(`Redis cannot be reached at ${url.replace('somebody:secret@', '')}.`)
})
