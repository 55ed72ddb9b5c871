import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { toolkitRoot } from '../src/core/toolkit.ts'

/** What a command has cost. */
export interface Cost {
  /** Milliseconds from its start to its end. */
  time: number
  /** Milliseconds of processor time, of all its processes; nothing where the system does not tell. */
  processor?: number
  /** Most bytes that all its processes held at once; nothing where the system does not tell. */
  memory?: number
}

/** How often memory is looked at, in milliseconds. */
const LOOK = 400
/** Of the ticks in which Linux counts processor time, one in milliseconds. */
const TICK = 10

/**
 * Runs a Node program to its end, and measures it with all processes that it starts.
 * @throws Error with what it said where it fails
 */
export async function measureProgram(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Cost> {
  const before = processorOfChildren()
  const started = performance.now()
  const child = spawn(process.execPath, args, { cwd: toolkitRoot, env: { ...process.env, ...env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', data => said += data)
  let memory: number | undefined
  const looking = setInterval(() => memory = mostOf(memory, memoryOf(child)), LOOK)
  const [code] = await once(child, 'close') as [number | null]
  clearInterval(looking)
  const time = performance.now() - started
  if (code !== 0)
    throw new Error(`${args.join(' ')} ends with ${code}:\n${said}`)
  const after = processorOfChildren()
  return { time, memory, processor: before === undefined || after === undefined ? undefined : after - before }
}

function mostOf(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || (other ?? 0) > one ? other : one
}

/** Of all that have ended, with those that they had started. */
function processorOfChildren(): number | undefined {
  const fields = statOf('self')
  return fields && (Number(fields[13]) + Number(fields[14])) * TICK
}

/** What processes share is counted once. */
function memoryOf({ pid }: ChildProcess): number | undefined {
  const parents = new Map(processIds().map(id => [id, Number(statOf(String(id))?.[1])]))
  const isOwn = (id: number | undefined): boolean => id !== undefined && (id === pid || isOwn(parents.get(id)))
  const sizes = [...parents.keys()].filter(isOwn).map(sizeOf)
  return sizes.length ? sizes.reduce((sum, size) => sum + size, 0) : undefined
}

function processIds(): number[] {
  try {
    return readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(Number)
  }
  catch {
    return []
  }
}

function sizeOf(id: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024
  }
  catch {
    return 0
  }
}

/** Fields of a process after its name. */
function statOf(id: string): string[] | undefined {
  try {
    return readFileSync(`/proc/${id}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
  }
  catch {
    return undefined
  }
}
