import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { toolkitRoot } from '../../src/core/toolkit.ts'
import { runCommand } from '../run-command.ts'

const files = fs.readdirSync(path.join(toolkitRoot, 'scripts')).filter(name => name.endsWith('.ts')).map(name => `scripts/${name}`)
const commands = [...files, 'bench/bench.ts', 'bench/rubric.ts'].map(file => ({ command: path.basename(file, '.ts'), file }))
const { scripts } = JSON.parse(fs.readFileSync(path.join(toolkitRoot, 'package.json'), 'utf8')) as { scripts: Record<string, string> }

describe.each(commands)('npm run $command', ({ command, file }) => {
  it('is a script of the package', () => {
    expect(scripts[command]).toBe(`node src/cli/run.js ${file}`)
  })

  it('explains itself', async () => {
    const { code, stdout, stderr } = await runCommand(command, '--help')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(command === 'start' ? 'npm start --' : `npm run ${command} --`)
    expect(stdout).toContain('--help')
  })

  it('prints its usage for a wrong flag, and exits with 2', async () => {
    const { code, stderr } = await runCommand(command, '--no-such-flag')
    expect(code).toBe(2)
    expect(stderr).toContain('--no-such-flag')
    expect(stderr).toContain('Usage:')
    expect(stderr).not.toContain('    at ')
  })
})

it.each(['build', 'start'])('says in one sentence, without a stack, what is wrong with a course, and ends: %s', async (command) => {
  const empty = fs.mkdtempSync(path.join(os.tmpdir(), 'docent-empty-'))
  const { code, stderr } = await runCommand(command, '--course', empty)
  fs.rmSync(empty, { recursive: true })
  expect(code).toBe(1)
  expect(stderr).toContain('it has no slides.md')
  expect(stderr).not.toContain('    at ')
})

it('says that npm took a flag, and not that its value is no argument', async () => {
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubEnv('npm_lifecycle_event', 'build')
  vi.stubEnv('npm_config_course', 'true')
  const { code, stderr } = await runCommand('build', '/some/course')
  expect(code).toBe(2)
  expect(stderr).toMatch(/^npm took --course for itself: /)
})
