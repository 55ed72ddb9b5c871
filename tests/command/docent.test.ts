import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.js'
import { toolkitRoot } from '../../src/core/toolkit.ts'

interface Ended { code?: number, stdout: string, stderr: string }

const run = promisify(execFile)
function docent(...args: string[]): Promise<Ended> {
  return run(process.execPath, [path.join(toolkitRoot, 'src/cli/docent.js'), ...args]).catch((error: Ended) => error)
}

it('has every command of scripts/', () => {
  const files = fs.readdirSync(path.join(toolkitRoot, 'scripts')).map(name => name.replace(/\.ts$/, ''))
  expect(Object.keys(COMMANDS).sort()).toEqual(files.sort())
})

it.each([[], ['--help'], ['-h'], ['help']])('lists all of them for %s', async (...args) => {
  const { stdout } = await docent(...args)
  for (const [name, text] of Object.entries(COMMANDS))
    expect(stdout).toMatch(new RegExp(`^  ${name} +${text}$`, 'm'))
})

it('names itself in the help of a command, and not npm', async () => {
  const [help, flag] = await Promise.all([docent('help', 'build'), docent('build', '--help')])
  expect(help.stdout).toBe(flag.stdout)
  expect(help.stdout).toMatch(/^Usage: docent build /m)
  expect(help.stdout).not.toContain('npm run')
})

it('says its version', async () => {
  const { version } = JSON.parse(fs.readFileSync(path.join(toolkitRoot, 'package.json'), 'utf8')) as { version: string }
  expect((await docent('--version')).stdout).toBe(`${version}\n`)
})

it.each([
  ['biuld', 'There is no command "biuld". Did you mean docent build?\n'],
  ['hand', 'There is no command "hand". Did you mean docent handout?\n'],
  ['constructor', 'There is no command "constructor". See what there is: docent --help\n'],
])('knows no %s, and says what may be meant', async (name, sentence) => {
  expect(await docent(name)).toMatchObject({ code: 2, stderr: sentence })
})

describe('completion', () => {
  it('completes commands and their flags in bash', async () => {
    const { stdout } = await docent('completion', 'bash')
    const complete = async (...words: string[]) => {
      const shim = `docent() { "${process.execPath}" "${toolkitRoot}/src/cli/docent.js" "$@"; }`
      const words_ = words.map(word => `'${word}'`).join(' ')
      const script = `${shim}\n${stdout}\nCOMP_WORDS=(${words_}) COMP_CWORD=${words.length - 1}\n_docent\nprintf '%s\\n' "\${COMPREPLY[@]}"`
      return (await run('bash', ['-c', script])).stdout.trim().split('\n')
    }
    expect(await complete('docent', 'b')).toEqual(['build'])
    expect(await complete('docent', 'build', '--me')).toEqual(['--merge'])
  })

  it.each(['zsh', 'fish'])('has all commands in %s', async (shell) => {
    const { stdout } = await docent('completion', shell)
    expect(stdout).toContain(Object.keys(COMMANDS).join(' '))
  })

  it('asks for a shell that it knows', async () => {
    expect(await docent('completion', 'csh')).toMatchObject({ code: 2, stderr: 'Name your shell: docent completion bash, zsh or fish\n' })
  })
})
