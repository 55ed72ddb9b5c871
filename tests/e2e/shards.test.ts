import fs from 'node:fs/promises'
import path from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { filesBelow } from '../../src/core/files.ts'
import { lastChange } from '../../src/course/last-change.ts'
import { startCommand } from '../run-command.ts'
import { builtSite } from './built-site.ts'
import { copyCourse } from './course-copy.ts'

/** Has a program believe that it is 40 days later. */
const LATER = 'const now=Date.now;globalThis.Date=class extends Date{constructor(...a){if(a.length)super(...a);else super(Date.now())}static now(){return now()+3456e6}}'

async function contentsOf(folder: string): Promise<Map<string, string>> {
  const files = await filesBelow(folder)
  return new Map(await Promise.all(files.sort().map(async file =>
    [path.relative(folder, file), (await fs.readFile(file)).toString('base64')] as const)))
}

it('puts shards together to the bytes that one machine makes in another folder on another day', async () => {
  const one = await builtSite('small')
  const root = await copyCourse()
  const course = await loadCourse(one.root)
  for (const lecture of course.lectures) {
    const time = await lastChange(lecture)
    await fs.utimes(path.join(root, path.relative(one.root, lecture.file)), time, time)
  }
  vi.stubEnv('NODE_OPTIONS', `--import=data:text/javascript,${encodeURIComponent(LATER)}`)
  onTestFinished(() => void vi.unstubAllEnvs())
  const build = async (...flags: string[]) => {
    const { code, stderr } = await startCommand('build', '--course', root, ...flags).ended
    expect(code, stderr).toBe(0)
  }
  await build('--shard', '1/2')
  await build('--shard', '2/2')
  const lectures = await Promise.all(['1-of-2', '2-of-2'].map(name => fs.readdir(path.join(root, 'shards', name, 'printed'))))
  expect(lectures.map(({ length }) => length)).toEqual([1, 1])
  await build('--merge', path.join(root, 'shards'), '--base', '/some/where/')
  const [merged, whole] = await Promise.all([path.join(root, 'dist'), one.folder].map(contentsOf))
  expect([...merged!.keys()]).toEqual([...whole!.keys()])
  expect([...merged!].filter(([file, content]) => content !== whole!.get(file)).map(([file]) => file)).toEqual([])
}, 300_000)
