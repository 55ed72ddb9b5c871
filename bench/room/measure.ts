import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import { Agent, request } from 'node:http'
import path from 'node:path'
import { toolkitRoot } from '../../src/core/toolkit.ts'

export interface RoomResult {
  followers: number
  steps: number
  /** Milliseconds from the presenter's key to the step on a page: of half of all, of all but a hundredth. */
  median: number
  p99: number
  /** Bytes that the server of the followers took at most. */
  memory: number
  /** Steps that did not come, or not in their order. */
  missed: number
}

interface RoomOptions {
  followers: number
  steps: number
  /** Whether they follow through a relay. */
  relay: boolean
  onStep?: (step: number) => void
}

/** What a room must keep. */
export const LIMITS = { p99: 250, memory: 300 * 1024 * 1024 } as const

const SECRET = 'the-secret-of-the-bench'
const SLIDE = /event: slide\ndata: \{"number":(\d+),"click":(\d+)/g
/** Milliseconds between two steps: nobody walks faster. */
const PACE = 350
/** Milliseconds in which the last step must have come. */
const PATIENCE = 5000
/** How often somebody asks to be let in. */
const TRIES = 60

/** Whether a room has kept what it must. */
export function isGood({ p99, memory, missed }: RoomResult): boolean {
  return p99 <= LIMITS.p99 && memory <= LIMITS.memory && !missed
}

/**
 * A talk of some steps with some followers, who hear of each step and get its slide.
 * @param work folder for the course
 */
export async function measureRoom(
  work: string,
  { followers, steps, relay, onStep = () => undefined }: RoomOptions,
): Promise<RoomResult> {
  await writeCourse(work, steps / 2)
  const relaying = relay ? start('relay', SECRET) : undefined
  const at = relaying && `http://127.0.0.1:${(await told<{ port: number }>(relaying)).port}`
  const server = start('serve', work, SECRET, ...at ? [at] : [])
  try {
    const { port, slug } = await told<{ port: number, slug: string }>(server)
    const origin = `http://127.0.0.1:${port}`
    const room = await joinRoom(at ?? origin, followers)
    for (let step = 1; step < steps; step++) {
      room.sent(Math.floor(step / 2) + 1, step % 2)
      await press(origin, slug)
      await sleep(PACE)
      onStep(step + 1)
    }
    const wanted = followers * (steps - 1)
    for (let waited = 0; waited < PATIENCE && room.times.length < wanted; waited += PACE)
      await sleep(PACE)
    const memory = await memoryOf(relaying ?? server)
    room.leave()
    const times = room.times.sort((a, b) => a - b)
    return {
      followers,
      steps,
      median: times[Math.floor(times.length / 2)] ?? Number.POSITIVE_INFINITY,
      p99: times[Math.floor(times.length * 0.99)] ?? Number.POSITIVE_INFINITY,
      memory,
      missed: wanted - times.length + room.misplaced(),
    }
  }
  finally {
    server.kill()
    relaying?.kill()
  }
}

interface JoinedRoom {
  /** Milliseconds after which a step came, for each step and follower. */
  times: number[]
  /** How many steps came in another order than they were sent. */
  misplaced: () => number
  /** Notes when a step is sent. */
  sent: (number: number, click: number) => void
  leave: () => void
}

/** Lets followers into a room, fifty at a time. */
async function joinRoom(origin: string, followers: number): Promise<JoinedRoom> {
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })
  const sent = new Map<string, number>()
  const times: number[] = []
  let misplaced = 0
  /** Tells whether it was let in; who comes when too many do tries again. */
  const follow = () => new Promise<boolean>((resolve, reject) => {
    let last = 0
    request(`${origin}/room/events`, { agent }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
        const end = text.lastIndexOf('\n\n')
        for (const [, number, click] of text.slice(0, end + 2).matchAll(SLIDE)) {
          const time = sent.get(`${number}/${click}`)
          const at = Number(number) * 2 + Number(click)
          misplaced += at <= last ? 1 : 0
          last = at
          if (time !== undefined)
            times.push(performance.now() - time)
        }
        text = text.slice(end + 2)
      }).on('error', () => undefined)
      resolve(response.statusCode === 200)
    }).on('error', reject).end()
  })
  const join = async () => {
    for (let tries = 0; !await follow(); tries++) {
      if (tries === TRIES)
        throw new Error('A follower is not let in.')
      await sleep(PACE)
    }
  }
  for (let i = 0; i < followers; i += 50) {
    const some: Promise<void>[] = []
    while (some.length < Math.min(50, followers - i))
      some.push(join())
    await Promise.all(some)
  }
  return {
    times,
    misplaced: () => misplaced,
    sent: (number, click) => void sent.set(`${number}/${click}`, performance.now()),
    leave: () => agent.destroy(),
  }
}

function start(name: string, ...args: string[]): ChildProcess {
  return fork(path.join(toolkitRoot, `bench/room/${name}.ts`), args, {
    execArgv: ['--import', import.meta.resolve('tsx')],
  })
}

async function told<Message>(child: ChildProcess): Promise<Message> {
  const [message] = await once(child, 'message') as [Message]
  return message
}

async function writeCourse(root: string, slides: number): Promise<void> {
  const all = Array.from({ length: slides }, (_, i) => `# Slide ${i + 1}\n`)
  await fs.rm(root, { recursive: true, force: true })
  await fs.mkdir(root, { recursive: true })
  await fs.writeFile(path.join(root, 'slides.md'), `---\ntitle: A talk\n---\n\n${all.join('\n---\n\n')}`)
}

async function press(origin: string, lecture: string): Promise<void> {
  const response = await fetch(`${origin}/live/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, 'authorization': `Bearer ${SECRET}` },
    body: JSON.stringify({ lecture, do: 'next' }),
  })
  if (!response.ok)
    throw new Error(await response.text())
}

async function memoryOf(server: ChildProcess): Promise<number> {
  server.send('memory')
  return (await told<{ most: number }>(server)).most
}

function sleep(milliseconds: number): Promise<unknown> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
