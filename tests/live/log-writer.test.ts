import { existsSync, rmSync } from 'node:fs'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openLogWriter } from '../../src/live/log-writer.ts'
import { parseTalkLog } from '../../src/talk/log/talk-log.ts'

const mark = (time: number) => ({ time, event: 'mark' as const, slide: 'asks', number: 2, click: 0 })

it.skipIf(!existsSync('/dev/full'))('says that the disk is full', () => {
  const writer = openLogWriter('/dev/full')
  expect(writer.warning()).toBeUndefined()
  writer.write(mark(0))
  expect(writer.warning()).toBe('/dev/full cannot be written: the disk is full. The talk goes on; it is written when that works again.')
})

it('keeps what cannot be written, and writes it in its order when that works again, within a second', async () => {
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-log-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const file = path.join(root, 'slides/talk.jsonl')
  const writer = openLogWriter(file)
  onTestFinished(writer.close)
  for (const time of [0, 1000, 2000])
    writer.write(mark(time))
  expect(writer.warning()).toContain('cannot be written')
  await fs.mkdir(path.dirname(file))
  await vi.advanceTimersByTimeAsync(1000)
  expect(writer.warning()).toBeUndefined()
  expect(parseTalkLog(await fs.readFile(file, 'utf8'), file)).toEqual({ events: [0, 1000, 2000].map(mark), problems: [] })
})
