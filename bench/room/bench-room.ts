import type { RoomResult } from './measure.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { style } from '../../src/cli/command.ts'
import { createProgress } from '../../src/cli/progress.ts'
import { isGood, LIMITS, measureRoom } from './measure.ts'

interface BenchRoomOptions {
  followers: number
  steps: number
  /** Whether they follow through a relay. */
  relay: boolean
  /** Whether more and more are let in, until it is too much. */
  most: boolean
}

/** How many more are let in each time, and the steps of their talk. */
const MORE = 500
const FEW_STEPS = 20
/** More are let in by no server. */
const ALL = 5000

/** Measures how soon a room sees each step of a talk, and prints it. */
export async function benchRoom({ followers, steps, relay, most }: BenchRoomOptions): Promise<void> {
  const work = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-bench-'))
  const progress = createProgress()
  try {
    progress.step('Steps of the talk')
    const onStep = (step: number) => progress.count(step, steps)
    const result = await measureRoom(path.join(work, 'talk'), { followers, steps, relay, onStep })
    progress.done()
    console.log([
      style('bold', `A talk of ${steps} steps with ${followers} followers${relay ? ' through a relay' : ''}`),
      `  ${timesOf(result)}, at most ${LIMITS.p99} ms`,
      `  the ${relay ? 'relay' : 'server'} takes ${megabytes(result.memory)}, at most ${megabytes(LIMITS.memory)}`,
      `  ${result.missed} steps were missing or out of order: ${verdict(result)}`,
    ].join('\n'))
    if (!isGood(result))
      process.exitCode = 1
    else if (most)
      await findMost(path.join(work, 'most'), followers, relay)
  }
  finally {
    progress.done()
    await fs.rm(work, { recursive: true, force: true })
  }
}

async function findMost(work: string, from: number, relay: boolean): Promise<void> {
  for (let followers = from + MORE; followers <= ALL; followers += MORE) {
    const result = await measureRoom(work, { followers, steps: FEW_STEPS, relay })
    console.log(`  ${followers} followers: ${timesOf(result)}, ${megabytes(result.memory)}, `
      + `${result.missed} missing or out of order: ${verdict(result)}`)
    if (!isGood(result))
      return
  }
  console.log(`  ${ALL} followers are as many as a server lets in.`)
}

function timesOf({ median, p99 }: RoomResult): string {
  return `a step is there after ${Math.round(median)} ms, 99 % within ${Math.round(p99)} ms`
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`
}

function verdict(result: RoomResult): string {
  return isGood(result) ? style('green', 'well') : style('red', 'not well')
}
