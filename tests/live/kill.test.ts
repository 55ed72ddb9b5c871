import type { ChildProcess } from 'node:child_process'
import type { Follower } from './talk-rig.ts'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { writtenTalks } from '../../src/talk/log/talk-files.ts'
import { replay } from '../../src/talk/log/talk-state.ts'
import { talksCourse } from '../talk/read-fixture.ts'
import { follow, posting, SECRET } from './talk-rig.ts'

const [MOMENTS, SEED] = [Number(process.env.KILL_MOMENTS ?? 2), Number(process.env.KILL_SEED ?? 7)]
const VOTERS = 12
/** Milliseconds within which a server is killed after votes have begun, and in which all must be back. */
const SPAN = 800
const BACK = 3000

/** Moments, the same for the same seed. */
const moments = Array.from({ length: MOMENTS }, (_, i) => Math.abs(Math.sin((i + 1) * SEED * 12.9898) * 43758.5453) % 1 * SPAN)

it(`loses no vote and no question where the server is killed at ${MOMENTS} moments, and all are back in 3 s`, async () => {
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-kill-'))
  await fs.cp(talksCourse, root, { recursive: true })
  const lecture = (await loadCourse(root)).lectures[0]!
  let server: ChildProcess | undefined
  onTestFinished(async () => {
    server?.kill('SIGKILL')
    await fs.rm(root, { recursive: true, force: true })
  })
  const start = async (port: number) => {
    server = fork(path.join(import.meta.dirname, 'talk-process.ts'), [root, SECRET, String(port)], { execArgv: ['--import', import.meta.resolve('tsx')] })
    const [own] = await once(server, 'message') as [number]
    return own
  }
  const port = await start(0)
  const origin = `http://127.0.0.1:${port}`
  const post = posting(origin)
  const present = (action: object) => post('/live/act', { lecture: lecture.slug, ...action }, { authorization: `Bearer ${SECRET}` })
  const join = (name = ''): Promise<Follower> => follow(origin, name, post)
  await present({ do: 'next' })
  await present({ do: 'poll', kind: 'number' })
  const voters: Follower[] = []
  while (voters.length < VOTERS)
    voters.push(await join())
  const { vote } = await voters[0]!.sees(view => view.vote)

  /** What was answered as done, by whom; and what may have been, as no answer came. */
  const done = new Map<string, number>()
  const tried = new Map<string, number>()
  const asked = new Set<string>()
  let count = 0
  async function keepVoting(follower: Follower, isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const ballot = ++count
      tried.set(follower.name, ballot)
      const sent = await follower.act({ do: 'ballot', vote: vote.id, round: 1, ballot }).catch(() => undefined)
      if (sent?.status === 200)
        done.set(follower.name, ballot)
      await setTimeout(150)
    }
  }

  const names = voters.map(({ name }) => name)
  let followers = voters
  for (const [i, moment] of moments.entries()) {
    let isOver = false
    const voting = followers.map(follower => keepVoting(follower, () => isOver))
    const text = `Question ${i}`
    if ((await followers[i % VOTERS]!.act({ do: 'ask', text })).status === 200)
      asked.add(text)
    await setTimeout(moment)
    server!.kill('SIGKILL')
    isOver = true
    await Promise.all([...voting, once(server!, 'exit')])
    const written = replay(writtenTalks(lecture).at(-1)!.events)
    const ballots = Array.from(written.votes.get(vote.id)!.rounds[0]!.values(), Number)
    // Each has what was answered as done, or what was on its way when the server died.
    expect(ballots).toHaveLength(new Set([...done.keys()]).size)
    for (const [name, ballot] of done)
      expect(ballots.some(found => found === ballot || found === tried.get(name)), String(ballot)).toBe(true)
    expect(Array.from(written.questions.values(), ({ text }) => text)).toEqual(expect.arrayContaining([...asked]))
    await start(port)
    const since = performance.now()
    followers = await Promise.all(names.map(async name => join(name)))
    const views = await Promise.all(followers.map(one => one.sees(view => view.vote?.voters === ballots.length && view.questions.length >= asked.size)))
    const took = performance.now() - since
    expect(views.map(({ at }) => at)).toEqual(names.map(() => ({ number: 2, click: 0 })))
    expect(took).toBeLessThan(BACK)
    if (process.env.KILL_MOMENTS)
      console.log(`killed after ${Math.round(moment)} ms: ${ballots.length} votes and ${asked.size} questions there, all back in ${Math.round(took)} ms`)
  }
}, 20_000 + MOMENTS * 10_000)
