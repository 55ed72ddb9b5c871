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
  /** Bytes that the server took at most. */
  memory: number
  /** Steps that did not come, or not in their order. */
  missed: number
}

/** What a room must keep. */
export const LIMITS = { p99: 250, memory: 300 * 1024 * 1024 } as const

const SECRET = 'the-secret-of-the-bench'
const SLIDE = /event: slide\ndata: \{"number":(\d+),"click":(\d+)/g
/** Milliseconds between two steps: nobody walks faster. */
const PACE = 350

/**
 * A talk of some steps with some followers, who hear of each step and get its slide.
 * @param work folder for the course
 */
export async function measureRoom(
  work: string,
  { followers, steps, onStep }: { followers: number, steps: number, onStep: (step: number) => void },
): Promise<RoomResult> {
  await writeCourse(work, steps / 2)
  const server = fork(path.join(toolkitRoot, 'bench/room/serve.ts'), [work, SECRET], {
    execArgv: ['--import', import.meta.resolve('tsx')],
  })
  try {
    const [{ port, slug }] = await once(server, 'message') as [{ port: number, slug: string }]
    const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })
    const sent = new Map<string, number>()
    const times: number[] = []
    let misplaced = 0
    const follow = () => new Promise<void>((resolve, reject) => {
      let last = 0
      request({ port, host: '127.0.0.1', path: '/room/events', agent }, (response) => {
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
        })
        resolve()
      }).on('error', reject).end()
    })
    for (let i = 0; i < followers; i += 50)
      await Promise.all(Array.from({ length: Math.min(50, followers - i) }, follow))
    for (let step = 1; step < steps; step++) {
      sent.set(`${Math.floor(step / 2) + 1}/${step % 2}`, performance.now())
      await press(port, slug)
      await new Promise(resolve => setTimeout(resolve, PACE))
      onStep(step + 1)
    }
    const memory = await memoryOf(server)
    agent.destroy()
    times.sort((a, b) => a - b)
    return {
      followers,
      steps,
      median: times[Math.floor(times.length / 2)] ?? Number.POSITIVE_INFINITY,
      p99: times[Math.floor(times.length * 0.99)] ?? Number.POSITIVE_INFINITY,
      memory,
      missed: followers * (steps - 1) - times.length + misplaced,
    }
  }
  finally {
    server.kill()
  }
}

async function writeCourse(root: string, slides: number): Promise<void> {
  const all = Array.from({ length: slides }, (_, i) => `# Slide ${i + 1}\n`)
  await fs.mkdir(root, { recursive: true })
  await fs.writeFile(path.join(root, 'slides.md'), `---\ntitle: A talk\n---\n\n${all.join('\n---\n\n')}`)
}

async function press(port: number, lecture: string): Promise<void> {
  const origin = `http://127.0.0.1:${port}`
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
  const [{ most }] = await once(server, 'message') as [{ most: number }]
  return most
}
