import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { toolkitRoot } from '../../scripts/lib/toolkit.ts'

const files = fs.readdirSync(path.join(toolkitRoot, 'scripts')).filter(name => name.endsWith('.ts')).map(name => `scripts/${name}`)
const commands = [...files, 'bench/bench.ts', 'bench/rubric.ts'].map(file => ({ command: path.basename(file, '.ts'), file }))
const { scripts } = JSON.parse(fs.readFileSync(path.join(toolkitRoot, 'package.json'), 'utf8')) as { scripts: Record<string, string> }

async function run(file: string, ...args: string[]) {
  const done = promisify(execFile)(process.execPath, ['--import', 'tsx', path.join(toolkitRoot, file), ...args], { cwd: toolkitRoot })
  return done.then(({ stdout, stderr }) => ({ code: 0, stdout, stderr }), ({ code, stdout, stderr }: { code: number, stdout: string, stderr: string }) => ({ code, stdout, stderr }))
}

describe.each(commands)('npm run $command', ({ command, file }) => {
  it('is a script of the package', () => {
    expect(scripts[command]).toBe(`tsx ${file}`)
  })

  it('explains itself', async () => {
    const { code, stdout, stderr } = await run(file, '--help')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(`npm run ${command} --`)
    expect(stdout).toContain('--help')
  })

  it('prints its usage for a wrong flag, and exits with 2', async () => {
    const { code, stderr } = await run(file, '--no-such-flag')
    expect(code).toBe(2)
    expect(stderr).toContain('--no-such-flag')
    expect(stderr).toContain('Usage:')
    expect(stderr).not.toContain('    at ')
  })
})

it('says in one sentence, without a stack, what is wrong with a course', async () => {
  const empty = fs.mkdtempSync(path.join(os.tmpdir(), 'docent-empty-'))
  const { code, stderr } = await run('scripts/build.ts', '--course', empty)
  fs.rmSync(empty, { recursive: true })
  expect(code).toBe(1)
  expect(stderr).toContain('it has no slides.md')
  expect(stderr).not.toContain('    at ')
})
