import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import { filesBelow } from '../../src/core/files.ts'
import { toolkitRoot } from '../../src/core/toolkit.ts'
import { startCommand } from '../run-command.ts'
import { copyCourse, temporaryFolder } from './course-copy.ts'

/** Every file and folder, but for what Slidev keeps for itself. */
async function everythingIn(root: string): Promise<string[]> {
  const entries = await fs.readdir(root, { recursive: true })
  return entries.filter(entry => !entry.startsWith('node_modules')).sort()
}

it.each([
  ['build', 'SIGINT', 130, 'dist', 'course.json', '.dist-'],
  ['export', 'SIGTERM', 143, 'export', 'first-steps.pdf', '.docent/.public-decks-'],
  ['handout', 'SIGHUP', 129, 'handouts', 'first-steps-handout-notes.pdf', '.docent/.public-decks-'],
] as const)('%s ends at %s with %i half-way: the old output is whole, and nothing half-made stays', async (name, signal, code, out, file, half) => {
  const root = await copyCourse()
  const temporary = await temporaryFolder()
  vi.stubEnv('TMPDIR', temporary)
  onTestFinished(() => void vi.unstubAllEnvs())
  await fs.mkdir(path.join(root, '.docent'))
  await fs.mkdir(path.join(root, out))
  await fs.writeFile(path.join(root, out, file), 'made before')
  const before = await everythingIn(root)
  const command = startCommand(name, '--course', root)
  // The decks are being built, and some of it may be there already.
  await command.prints('Drawing diagrams')
  expect((await everythingIn(root)).filter(entry => entry.startsWith(half))).not.toEqual([])
  const ended = await command.stop(signal)
  expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code, stdout: '' })
  expect(await everythingIn(root)).toEqual(before)
  expect(await fs.readFile(path.join(root, out, file), 'utf8')).toBe('made before')
  expect(await filesBelow(temporary)).toEqual([])
})

/** In milliseconds; the length of a build of the smallest course, or near it. */
const BUILD = Number(process.env.INTERRUPT_SPAN ?? 9000)
const SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGINT'] as const
const [MOMENTS, SEED] = [Number(process.env.INTERRUPT_MOMENTS ?? 6), Number(process.env.INTERRUPT_SEED ?? 7)]

/** Moments spread over a build, the same for the same seed. */
const moments = Array.from({ length: MOMENTS }, (_, i) => {
  const random = Math.abs(Math.sin((i + 1) * SEED * 12.9898) * 43758.5453) % 1
  return { signal: SIGNALS[i % SIGNALS.length]!, after: Math.round((i + random) / MOMENTS * BUILD) }
})

/** Processes that have one of these texts in their command line. */
function processesWith(...texts: string[]): string[] {
  return readdirSync('/proc').filter(name => /^\d+$/.test(name)).flatMap((id) => {
    try {
      const line = readFileSync(`/proc/${id}/cmdline`, 'utf8')
      return texts.some(text => line.includes(text)) ? [`${id}: ${line.slice(0, 150)}`] : []
    }
    catch {
      return []
    }
  })
}

// Only here are processes to be seen as files.
it.runIf(existsSync('/proc/self/cmdline')).each(moments)('$signal of npm ends the build, its browser and its workers $after ms after its start', async ({ signal, after }) => {
  const root = await temporaryFolder()
  await fs.mkdir(path.join(root, 'slides'))
  await fs.writeFile(path.join(root, 'slides.md'), '---\ntitle: Tiny\n---\n\n---\nsrc: ./slides/01-tiny.md\n---\n')
  await fs.writeFile(path.join(root, 'slides/01-tiny.md'), '# Tiny\n\n---\n\n# Code\n\n```ts\nconst a = 1\n```\n')
  await fs.mkdir(path.join(root, 'dist'))
  await fs.writeFile(path.join(root, 'dist/course.json'), 'made before')
  const temporary = await temporaryFolder()
  const npm = spawn('npm', ['run', 'build', '--', '--course', root], { cwd: toolkitRoot, detached: true, stdio: 'ignore', env: { ...process.env, TMPDIR: temporary } })
  await Promise.race([setTimeout(after), once(npm, 'exit')])
  // Ctrl-C goes to all of a terminal's group; others mean the one process that they name.
  const target = signal === 'SIGINT' ? -npm.pid! : npm.pid!
  const killed = Date.now()
  if (npm.exitCode === null)
    process.kill(target, signal)
  await expect.poll(() => processesWith(root, temporary), { timeout: 20_000, interval: 50 }).toEqual([])
  const took = Date.now() - killed
  if (process.env.INTERRUPT_MOMENTS)
    console.log(`${signal} after ${after} ms: all ended in ${took} ms`)
  expect(took).toBeLessThan(5000)
  const manifest = await fs.readFile(path.join(root, 'dist/course.json'), 'utf8')
  expect(manifest === 'made before' || JSON.parse(manifest).title === 'Tiny').toBe(true)
  // Where npm itself was killed, its command has still noticed and tidied up.
  expect((await fs.readdir(root)).filter(name => name.startsWith('.dist-'))).toEqual([])
})
