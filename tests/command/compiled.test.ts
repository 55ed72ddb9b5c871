import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { toolkitRoot } from '../../src/core/toolkit.ts'

let root: string

// A toolkit of one command.
beforeEach(async () => {
  root = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-compiled-')))
  for (const name of ['run.js', 'stamps.js', 'compile-commands.js'])
    await fs.cp(path.join(toolkitRoot, 'src/cli', name), path.join(root, 'src/cli', name))
  await write('package.json', '{"type":"module"}')
  await write('packages/pdf-ua/package.json', '{}')
  await write('bench/bench.ts', 'export {}')
  await write('src/place.ts', 'export const place: string = import.meta.dirname')
  await write('scripts/say.ts', 'import { place } from "../src/place.ts"\nconsole.log("one", process.argv.slice(2), place)')
  await fs.mkdir(path.join(root, 'node_modules'))
  for (const name of ['esbuild', 'tsx'])
    await fs.symlink(path.join(toolkitRoot, 'node_modules', name), path.join(root, 'node_modules', name))
})
afterEach(() => fs.rm(root, { recursive: true }))

async function write(file: string, text: string): Promise<void> {
  await fs.mkdir(path.dirname(path.join(root, file)), { recursive: true })
  await fs.writeFile(path.join(root, file), text)
}

async function say(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(root, 'src/cli/run.js'), 'scripts/say.ts', ...args])
  return stdout.trim()
}

const compiled = () => fs.readdir(path.join(root, 'node_modules/.cache/docent/commands'))

it('is compiled once, and again where a file of it has changed', async () => {
  const said = `one [ '--flag', 'x' ] ${root}/src`
  expect(await say('--flag', 'x')).toBe(said)
  const files = await compiled()
  expect(files).toContain('commands.json')
  expect(await say('--flag', 'x')).toBe(said)
  expect(await compiled()).toEqual(files)
  await write('src/place.ts', 'export const place: string = "somewhere else now    "')
  expect(await say()).toBe('one [] somewhere else now')
  await write('scripts/say.ts', 'console.log("two")')
  expect(await say()).toBe('two')
})

it('runs where nothing can be kept', async () => {
  await write('node_modules/.cache', 'a file')
  expect(await say()).toBe(`one [] ${root}/src`)
})

it('names the place of an error in its source', async () => {
  await write('scripts/say.ts', 'console.log("one"\n')
  await expect(say()).rejects.toThrow(/scripts\/say\.ts:\d/)
})
