import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UserError } from '../../src/core/errors.ts'
import { replaceFile, replaceFolder } from '../../src/core/output.ts'
import { isDiskFull, makeWritable, whereWritable } from '../../src/core/unwritable.ts'

let root: string
beforeAll(async () => {
  root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-unwritable-'))
})
afterAll(() => fs.rm(root, { recursive: true }))

/** What is said where work for a folder fails with an error. */
const wordsFor = (error: Error) => replaceFolder(path.join(root, 'site'), () => Promise.reject(error)).catch((error: Error) => error)
const systemError = (code: string, file?: string) => Object.assign(new Error(`${code}: something, write`), { code, path: file })

describe('work that cannot write', () => {
  it.each([
    ['Node', systemError('ENOSPC')],
    ['a bundler', new Error('Build failed with 1 error:\nCould not write file: No space left on device (os error 28)')],
  ])('says in a sentence that the disk is full, in whatever words %s does', async (_, error) => {
    const said = await wordsFor(error)
    expect(said).toBeInstanceOf(UserError)
    expect(said.message).toBe(`${path.join(root, 'site')} cannot be written: the disk is full.`)
    expect(await fs.readdir(root)).toEqual([])
  })

  it('leaves other errors what they are', async () => {
    const bug = new TypeError('x is not a function')
    const source = systemError('EACCES', '/course/public/locked.png')
    const fault = new UserError('The picture ENOSPC.png does not exist.')
    expect(await wordsFor(bug)).toBe(bug)
    expect(await wordsFor(source)).toBe(source)
    expect(await wordsFor(fault)).toBe(fault)
    expect(isDiskFull(fault)).toBe(false)
  })

  it('is done without where it only saves time', async () => {
    await fs.writeFile(path.join(root, 'file'), '')
    const place = path.join(root, 'file', 'cache.json')
    await expect(replaceFile(place, '')).rejects.toThrow('a part of its path is a file')
    await whereWritable(() => replaceFile(place, ''))
    await expect(whereWritable(() => Promise.reject(new TypeError('bug')))).rejects.toThrow('bug')
    await fs.rm(path.join(root, 'file'))
  })
})

it('a folder that must be writable is told before the work begins, with what to do', async () => {
  const folder = path.join(root, 'kept/by/slidev')
  await makeWritable(folder, 'Copy it.')
  expect(await fs.readdir(folder)).toEqual([])
  await fs.writeFile(path.join(root, 'wall'), '')
  const error: UserError = await makeWritable(path.join(root, 'wall/within'), 'Copy it.').catch(error => error)
  expect(error.problems).toEqual([{ message: `${path.join(root, 'wall/within')} cannot be written: a part of its path is a file.`, hint: 'Copy it.' }])
})

// Node's own way of making folders one below the other never comes back from there.
it.skipIf(process.platform !== 'linux')('says at once that no folder can be made below /proc', async () => {
  await expect(makeWritable('/proc/docent/new', 'Elsewhere.')).rejects.toMatchObject({
    problems: [{ message: '/proc/docent/new cannot be written: its folder cannot be made.', hint: 'Elsewhere.' }],
  })
})
