import fs from 'node:fs/promises'
import path from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { filesBelow } from '../../src/core/files.ts'
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
  expect((await filesBelow(temporary)).filter(file => !file.includes('tsx-'))).toEqual([])
})
