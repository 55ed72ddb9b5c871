import type { RunCuesOptions } from '../../src/talk/run-cues.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cueTable } from '../../src/cli/cue-table.ts'
import { formatProblem, UserError } from '../../src/core/errors.ts'
import { runCues } from '../../src/talk/run-cues.ts'
import { talksCourse } from './read-fixture.ts'

let root: string
let log: string

beforeEach(async () => {
  root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-cues-'))
  await fs.cp(talksCourse, root, { recursive: true })
  log = path.join(root, 'slides/01-what-is-a-kernel.cues.jsonl')
})

afterEach(() => fs.rm(root, { recursive: true }))

async function cues(options: Partial<RunCuesOptions> = {}): Promise<string> {
  return cueTable(await runCues({ root, slug: 'what-is-a-kernel', at: [], write: false, strict: false, ...options }))
}

async function failure(run: Promise<unknown>): Promise<string> {
  const error = await run.then(() => undefined, (error: unknown) => error)
  expect(error).toBeInstanceOf(UserError)
  return `\n${(error as UserError).problems.map(problem => formatProblem(problem, root)).join('\n')}\n`
}

it('shows what the video shows when', async () => {
  expect((await cues()).replaceAll(root, '')).toMatchInlineSnapshot(`
    "What is a kernel?
    offset 2 s, drift 0 s an hour, nothing cut, video 1:20

      0:02    1  What is a kernel?  what-is-a-kernel
      0:16    2  Programs ask, the kernel answers  asks
      0:22    2  click 1  Programs ask, the kernel answers
      0:28    2  click 2  Programs ask, the kernel answers
      0:35    3  How much does a call cost?  counting
      0:38    3  question  How much does a call cost?
      0:43    3  click 1  How much does a call cost?
      0:52    4  One line of C is one call  code
      0:56    2  click 2  Programs ask, the kernel answers
      0:58    4  One line of C is one call  code
      1:10    5  The kernel is a library with a door  end
      1:17    5  mark  The kernel is a library with a door

    /slides/01-what-is-a-kernel.cues.jsonl stays as it is."
  `)
})

it('shows changes without writing them, and writes them when asked', async () => {
  const before = await fs.readFile(log, 'utf8')
  expect(await cues({ at: ['asks=0:20', 'end=1:14.05'], trim: '0:00-0:01' })).toContain('Nothing is written yet')
  expect(await fs.readFile(log, 'utf8')).toBe(before)

  await fs.writeFile(log, `${before}{ broken\n`)
  await cues({ at: ['asks=0:20'], write: true })
  const after = await fs.readFile(log, 'utf8')
  expect(after).toBe(`${before}{ broken\n`.replace('"offset":2,', '"offset":5.8,'))
  expect(await fs.readdir(path.dirname(log))).not.toContainEqual(expect.stringMatching(/^\./))
  expect(await cues()).toMatch(/ {2}0:20 +2 {2}Programs ask/)
})

it('makes a log from a list of times, and never in place of another', async () => {
  const list = path.join(root, 'times.txt')
  await fs.writeFile(list, '0:03 What is a kernel?\n0:30 Programs ask, the kernel answers\n')
  expect(await failure(cues({ import: list, write: true }))).toContain('There is a cue log already')
  await fs.rm(log)
  await cues({ import: list, write: true })
  expect(await cues()).toMatch(/0:03 +1 {2}What is a kernel\?.*\n +0:30 +2 {2}Programs ask/)
})

it('gives a slide of the log its new id', async () => {
  await fs.writeFile(log, (await fs.readFile(log, 'utf8')).replaceAll('"counting"', '"count"'))
  expect(await cues()).toContain('--rename count=counting')
  await cues({ rename: 'count=counting', write: true })
  expect(await cues({ strict: true })).not.toContain('warning')
})

it('says what is wrong with a flag', async () => {
  const faults = [
    cues({ slug: 'what-is-a-colonel' }),
    cues({ slug: 'containers' }),
    cues({ offset: 'soon' }),
    cues({ at: ['askes=0:20'] }),
    cues({ at: ['asks'] }),
    cues({ at: ['asks=0:20', 'end=59:00'] }),
    cues({ at: ['asks=0:20'], offset: '3' }),
    cues({ trim: '0:12-0:02' }),
    cues({ trim: '0:00-0:10,0:05-0:20' }),
    cues({ rename: 'asks=nowhere' }),
    cues({ import: path.join(root, 'missing.txt') }),
  ]
  expect((await Promise.all(faults.map(failure))).join('').replaceAll(root, '')).toMatchInlineSnapshot(`
    "
    slides.md: There is no lecture "what-is-a-colonel".
        Did you mean what-is-a-kernel? There are: what-is-a-kernel, containers, questions.

    slides/02-containers.md: The lecture "containers" has no cue log.
        Put it at /slides/02-containers.cues.jsonl, or make one from a list of times with --import FILE.

    --offset "soon" is not a time.
        Write seconds or mm:ss, e.g. 12.4 or 1:05; a negative one as --offset=-3.

    The lecture has no slide "askes".
        Did you mean asks? Shown were: what-is-a-kernel, asks, counting, code, end.

    --at "asks" is not a slide and a time.
        Write it as --at slide-id=mm:ss.

    By these two points an hour of the talk takes 65:25:39 in the video, which cannot be right.
        Check the two times; pauses need "pause" and "resume" in the log, cut parts need --trim.

    --at finds the offset, and twice the drift too; they cannot be given as well.
        Give either --at or --offset and --drift.

    --trim "0:12-0:02" is not a span to cut.
        Write spans as --trim 0:00-0:12,10:05-10:50, in times of the uncut video.

    The spans of --trim overlap or are not in order.
        Sort them by time; put spans that touch together.

    slides/01-what-is-a-kernel.md: The lecture has no slide "nowhere".
        Its slides are: what-is-a-kernel, asks, counting, code, end.

    slides/01-what-is-a-kernel.cues.jsonl: There is a cue log already, which an import would replace.
        Move it away first, or leave out --import.
    "
  `)
})

it('fails on what is not sound where that is asked for', async () => {
  await fs.appendFile(log, 'broken\n')
  await fs.rm(path.join(root, 'public/kernel.webm'))
  expect(await failure(cues({ strict: true }))).toMatchInlineSnapshot(`
    "
    slides/01-what-is-a-kernel.md:5: The video /kernel.webm does not exist; the page says so.
        Put it at public/kernel.webm or fix the path.
    slides/01-what-is-a-kernel.cues.jsonl:16: This line is not a JSON object; the line is left out.
        Fix the line, e.g. {"time":"2026-05-04T09:15:02.500Z","slide":"intro","number":1,"click":0,"event":"enter"}, or remove it.
    "
  `)
})
