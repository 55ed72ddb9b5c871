import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { DECKS_RECORD, digestBeside } from '../../src/slidev/deck-digest.ts'

it('is another where a file beside the decks is, and not where a deck is or what all were made from', async () => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-beside-'))
  onTestFinished(() => fs.rm(folder, { recursive: true }))
  const write = async (file: string, text: string) => {
    await fs.mkdir(path.dirname(path.join(folder, file)), { recursive: true })
    await fs.writeFile(path.join(folder, file), text)
  }
  const digest = () => digestBeside(folder, ['one'])
  await write('one/deck/index.html', 'One')
  await write('whale.svg', '<svg/>')
  await write(DECKS_RECORD, '{}')
  const before = await digest()
  await write('one/deck/index.html', 'Another')
  await write(DECKS_RECORD, '{"slides/01-one.md":"changed"}')
  expect(await digest()).toBe(before)
  await write('whale.svg', '<svg></svg>')
  expect(await digest()).not.toBe(before)
})
