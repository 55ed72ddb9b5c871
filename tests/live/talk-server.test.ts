import fs from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { writtenTalks } from '../../src/talk/log/talk-files.ts'
import { replay } from '../../src/talk/log/talk-state.ts'
import { ask } from '../e2e/ask.ts'
import { SECRET, startTalk } from './talk-rig.ts'

const bearer = { authorization: `Bearer ${SECRET}` }

/** What was written of the talk, read as after a crash. */
const written = (lecture: Parameters<typeof writtenTalks>[0]) => writtenTalks(lecture).at(-1)!.events

it('writes down where the talk is, from when the first slide is left', async () => {
  const { present, lecture } = await startTalk()
  expect(writtenTalks(lecture)).toEqual([])
  for (const action of ['next', 'next', 'next', 'next', 'previous', 'mark', 'end'])
    expect((await present({ do: action })).status).toBe(200)
  expect(written(lecture).map(({ time, ...event }) => 'slide' in event ? `${event.event} ${event.slide} ${'click' in event ? event.click : ''}` : event.event)).toEqual([
    'start',
    'enter what-is-a-kernel 0',
    'enter asks 0',
    'click asks 1',
    'click asks 2',
    'enter counting 0',
    'enter asks 2',
    'mark asks 2',
    'end',
  ])
})

it('shows followers what the presenter shows, and nothing before', async () => {
  const { present, follow, get } = await startTalk()
  const follower = await follow()
  expect(await follower.sees(view => view.ready)).toMatchObject({ seen: [] })
  await present({ do: 'next' })
  expect(await follower.sees(view => view.at?.number === 2)).toMatchObject({ seen: [[1, 0], [2, 0]] })
  const status = async (place: string, headers = {}) => (await get(`/room/slide/${place}`, headers)).status
  expect(await status('2/0')).toBe(200)
  for (const later of ['2/1', '3/0', '2/-1', '2/0.5', '0/0', '9/0', 'NaN/0', '2', '2/0/../../3/0'])
    expect([later, await status(later)]).toEqual([later, 404])
  await present({ do: 'next' })
  expect(await status('2/1')).toBe(200)
})

it('follows only what is shown while the wall is frozen', async () => {
  const { present, follow } = await startTalk()
  await present({ do: 'next' })
  await present({ do: 'freeze', on: true })
  await present({ do: 'go', slide: 'end' })
  const follower = await follow()
  expect((await follower.sees(view => view.at)).at).toEqual({ number: 2, click: 0 })
  await present({ do: 'freeze', on: false })
  expect((await follower.sees(view => view.at.number === 5)).at).toEqual({ number: 5, click: 0 })
})

it('gives strangers no decks, no notes and no files of slides to come', async () => {
  const { port, present, origin } = await startTalk()
  const outside = { host: `192.168.1.5:${port}` }
  const status = async (path: string, headers = {}) => (await ask(port, { path, headers: { ...outside, ...headers } })).status
  for (const path of ['/what-is-a-kernel/deck/', '/what-is-a-kernel/presenter/', '/assets/deck.js', '/live/events?lecture=what-is-a-kernel', '/live/slide/what-is-a-kernel/5/0', '/slides.md'])
    expect([path, await status(path)]).toEqual([path, 403])
  for (const path of ['/room/files/assets/deck.js', '/room/files/assets/later.png', '/room/files/what-is-a-kernel/deck/index.html', '/room/files/../assets/deck.js', '/room/files/%2e%2e/assets/deck.js', '/room/files/assets%2flater.png'])
    expect([path, await status(path)]).toEqual([path, expect.toSatisfy((code: number) => code === 404 || code === 403)])
  expect(await status('/')).toBe(302)
  expect(await status('/room/')).toBe(200)
  expect(await status('/what-is-a-kernel/deck/', bearer)).toBe(200)
  // A proxy on the machine itself speaks for somebody else.
  expect((await ask(port, { path: '/what-is-a-kernel/deck/', headers: { 'x-forwarded-for': '1.2.3.4' } })).status).toBe(403)
  await present({ do: 'go', slide: 'end' })
  expect(await status('/room/files/assets/later.png')).toBe(200)
  expect(await status('/room/files/assets/deck.js')).toBe(404)
  expect(origin).toContain('127.0.0.1')
})

it('takes writes only with the secret, from its own pages', async () => {
  const { port, post, present, lecture } = await startTalk()
  const next = { lecture: lecture.slug, do: 'next' }
  expect((await post('/live/act', next)).status).toBe(403)
  expect((await post('/live/act', next, { authorization: 'Bearer wrong' })).status).toBe(403)
  expect((await post('/live/act', next, { cookie: 'docent-test=wrong' })).status).toBe(403)
  expect((await post('/live/act', next, { ...bearer, origin: 'http://stranger.example' })).status).toBe(403)
  expect((await post('/live/act', next, { ...bearer, 'content-type': 'text/plain' })).status).toBe(403)
  expect((await ask(port, { path: '/room/', headers: { host: 'stranger.example' } })).status).toBe(403)
  expect((await ask(port, { path: '/room/', method: 'PUT' })).status).toBe(405)
  expect((await post('/live/act', next, { cookie: `docent-test=${SECRET}` })).status).toBe(200)
  expect((await present({ do: 'next' })).status).toBe(200)
})

it('turns the secret in an address into a cookie that scripts cannot read', async () => {
  const { origin } = await startTalk()
  const response = await fetch(`${origin}/what-is-a-kernel/presenter/?key=${SECRET}`, { redirect: 'manual' })
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe('/what-is-a-kernel/presenter/')
  expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/)
  expect((await fetch(`${origin}/what-is-a-kernel/presenter/?key=wrong`, { redirect: 'manual' })).headers.get('set-cookie')).toBeNull()
})

it('counts blind votes that may be changed, twice, and shows the right answer last', async () => {
  const asks = ':::question{think=30} Which?\n- [ ] this\n- [x] that\n- [ ] neither\n\nThe answer.\n:::'
  const { present, follow, lecture } = await startTalk({ prepare: ({ slides }) => slides[3]!.content = asks })
  const { id: slide } = lecture.slides[3]!
  await present({ do: 'go', slide })
  const [ann, ben] = [await follow(), await follow()]
  await present({ do: 'vote', vote: `${slide}/1` })
  const { vote } = await ann.sees(view => view.vote)
  expect(vote).toEqual({ id: `${slide}/1`, round: 1, kind: 'one', title: 'Which?', choices: ['this', 'that', 'neither'], phase: 'open', voters: 0 })
  const ballot = (round: number, ...choices: number[]) => ({ do: 'ballot', vote: vote.id, round, ballot: choices })
  expect((await ann.act(ballot(1, 0))).status).toBe(200)
  expect((await ann.act(ballot(1, 2))).status).toBe(200)
  expect((await ben.act(ballot(1, 2))).status).toBe(200)
  for (const wrong of [ballot(2, 0), ballot(1, 3), ballot(1, 0, 1), ballot(1), { ...ballot(1, 0), ballot: 'A' }, { ...ballot(1, 0), vote: 'other' }])
    expect((await ben.act(wrong)).status).toBe(409)
  expect((await ann.sees(view => view.vote.voters === 2)).vote.rounds).toBeUndefined()
  await present({ do: 'phase', phase: 'closed' })
  expect((await ann.act(ballot(1, 0))).body.error).toBe('This vote is closed.')
  await present({ do: 'vote', vote: vote.id })
  await ann.sees(view => view.vote.round === 2)
  expect((await ann.act(ballot(2, 1))).status).toBe(200)
  await present({ do: 'phase', phase: 'shown' })
  const shown = (await ann.sees(view => view.vote.rounds)).vote
  expect(shown.rounds.map(({ rows }: any) => rows.map(({ count }: any) => count))).toEqual([[0, 0, 2], [0, 1, 0]])
  expect(JSON.stringify(shown)).not.toContain('right')
  await present({ do: 'phase', phase: 'answer' })
  const { rounds } = (await ann.sees(view => view.vote.phase === 'answer')).vote
  expect(rounds[1].rows.map(({ right }: any) => right)).toEqual([false, true, false])
})

it('asks for words and numbers too, prepared or on the spot', async () => {
  const asks = ':::question{vote=number} How many?\n42\n:::'
  const { present, follow, lecture } = await startTalk({ prepare: ({ slides }) => slides[3]!.content = asks })
  const { id: slide } = lecture.slides[3]!
  await present({ do: 'go', slide })
  const follower = await follow()
  await present({ do: 'vote', vote: `${slide}/1` })
  expect((await follower.sees(view => view.vote)).vote).toMatchObject({ kind: 'number', choices: [] })
  const answer = (vote: string, ballot: unknown) => follower.act({ do: 'ballot', vote, round: 1, ballot })
  expect((await answer(`${slide}/1`, 'many')).status).toBe(409)
  expect((await answer(`${slide}/1`, 42)).status).toBe(200)
  await present({ do: 'phase', phase: 'away' })
  await present({ do: 'poll', kind: 'words' })
  const { vote } = await follower.sees(view => view.vote?.kind === 'words')
  expect((await answer(vote.id, ' the  kernel ')).status).toBe(200)
  await present({ do: 'phase', phase: 'shown' })
  expect((await follower.sees(view => view.vote.rounds)).vote.rounds[0].rows).toEqual([{ label: 'the kernel', count: 1 }])
  expect((await present({ do: 'vote', vote: 'none' })).status).toBe(409)
  // The presenter keeps words from the room, and gives them back.
  const another = await follow()
  await another.act({ do: 'ballot', vote: vote.id, round: 1, ballot: 'Something rude' })
  await present({ do: 'phase', phase: 'away' })
  await present({ do: 'poll', kind: 'words' })
  const { vote: next } = await another.sees(view => view.vote && view.vote.id !== vote.id)
  await another.act({ do: 'ballot', vote: next.id, round: 1, ballot: 'Something rude' })
  await follower.act({ do: 'ballot', vote: next.id, round: 1, ballot: 'a door' })
  await present({ do: 'hide', words: 'Something rude', on: true })
  await present({ do: 'phase', phase: 'shown' })
  const shown = (await another.sees(view => view.vote?.rounds)).vote
  expect(shown.rounds[0].rows).toEqual([{ label: 'a door', count: 1 }])
  expect(JSON.stringify(shown)).not.toContain('rude')
  await present({ do: 'hide', words: 'something rude', on: false })
  expect((await another.sees(view => view.vote.rounds[0].rows.length === 2)).vote.rounds[0].rows[1]).toEqual({ label: 'Something rude', count: 1 })
})

it('takes questions without names, each once, and lets the presenter answer and hide them', async () => {
  const { present, follow, lecture } = await startTalk()
  await present({ do: 'next' })
  const [ann, ben] = [await follow(), await follow()]
  const text = '<script>alert(1)</script> Why?'
  expect((await ann.act({ do: 'ask', text })).status).toBe(200)
  const { questions: [question] } = await ben.sees(view => view.questions.length)
  expect(question).toEqual({ id: expect.any(String), text, votes: 1, state: 'open' })
  await ben.act({ do: 'support', question: question.id, on: true })
  await ben.act({ do: 'support', question: question.id, on: true })
  expect((await ann.sees(view => view.questions[0].votes === 2)).questions).toHaveLength(1)
  await present({ do: 'moderate', question: question.id, state: 'hidden' })
  expect((await ann.sees(view => !view.questions.length)).questions).toEqual([])
  expect((await ben.act({ do: 'support', question: question.id, on: false })).status).toBe(409)
  await present({ do: 'switch', name: 'ask', on: false })
  expect((await ben.act({ do: 'ask', text: 'Still?' })).body.error).toBe('Questions are closed.')
  const names = JSON.stringify(written(lecture))
  expect([ann.name, ben.name].filter(name => names.includes(name.slice(0, 12)))).toEqual([])
})

it('limits how much one person says', async () => {
  let time = Date.parse('2026-05-04T09:00:00Z')
  const { present, follow } = await startTalk({ now: () => time })
  await present({ do: 'next' })
  const follower = await follow()
  const asked = []
  for (let i = 0; i < 5; i++)
    asked.push((await follower.act({ do: 'ask', text: `Question ${i}` })).status)
  expect(asked).toEqual([200, 200, 200, 429, 429])
  time += 60_000
  expect((await follower.act({ do: 'ask', text: 'Later' })).status).toBe(200)
  expect((await follower.act({ do: 'ask', text: 'x'.repeat(281) })).status).toBe(409)
  expect((await follower.act({ do: 'lost', name: 'made.up' })).status).toBe(409)
})

it('lets "I am lost" fade, and counts who is done', async () => {
  let time = Date.parse('2026-05-04T09:00:00Z')
  const { present, follow, lecture } = await startTalk({ now: () => time })
  await present({ do: 'next' })
  const follower = await follow()
  await follower.act({ do: 'lost' })
  await present({ do: 'timer', minutes: 3, title: 'Try it' })
  const { activity } = await follower.sees(view => view.activity)
  expect(activity).toMatchObject({ title: 'Try it', ends: time + 180_000, done: 0 })
  await follower.act({ do: 'done', activity: activity.id })
  await follower.act({ do: 'done', activity: activity.id })
  expect((await follower.sees(view => view.activity.done > 0)).activity.done).toBe(1)
  time += 600_000
  expect(replay(written(lecture)).lost.size).toBe(1)
})

it('goes on with the same talk after a crash: no vote, no question, no step is lost', async () => {
  const { present, follow, restart, lecture } = await startTalk()
  await present({ do: 'next' })
  await present({ do: 'next' })
  const before = await follow()
  await present({ do: 'poll', kind: 'number' })
  const { vote } = await before.sees(view => view.vote)
  await before.act({ do: 'ballot', vote: vote.id, round: 1, ballot: 42 })
  await before.act({ do: 'ask', text: 'Kept?' })
  const { file } = writtenTalks(lecture)[0]!
  await fs.appendFile(file, '{"time":"2026-05-04T09:00')
  await restart()
  const after = await follow()
  expect(await after.sees(view => view.ready)).toMatchObject({ at: { number: 2, click: 1 }, vote: { voters: 1, phase: 'open' }, questions: [{ text: 'Kept?' }] })
  await present({ do: 'next' })
  const { events, problems } = writtenTalks(lecture).at(-1)!
  expect(writtenTalks(lecture)).toHaveLength(1)
  expect(problems).toHaveLength(1)
  expect(events.at(-1)).toMatchObject({ event: 'click', slide: 'asks', click: 2 })
})

it('begins a new talk, or goes on with one of another day, where it is asked to', async () => {
  let time = Date.parse('2026-05-04T09:00:00Z')
  const { present, follow, lecture } = await startTalk({ now: () => time })
  for (let i = 0; i < 4; i++)
    await present({ do: 'next' })
  await present({ do: 'end' })
  await present({ do: 'anew' })
  time += 7 * 24 * 3600_000
  expect((await present({ do: 'continue', name: 'never' })).status).toBe(409)
  const { name } = writtenTalks(lecture)[0]!
  expect((await present({ do: 'continue', name })).status).toBe(200)
  const follower = await follow()
  expect(await follower.sees(view => view.at)).toMatchObject({ at: { number: 3, click: 0 }, seen: [[1, 0], [2, 2], [3, 0]] })
  expect(writtenTalks(lecture)).toHaveLength(2)
})

it('leaves out optional slides to end on time, and takes them back', async () => {
  let time = Date.parse('2026-05-04T09:00:00Z')
  const { present, follow, lecture } = await startTalk({
    now: () => time,
    prepare: ({ slides }) => [2, 3].forEach(i => slides[i]!.frontmatter.optional = true),
  })
  await present({ do: 'start' })
  await present({ do: 'go', slide: lecture.slides[1]!.id, click: 2 })
  time += 25 * 60_000
  await present({ do: 'on-time' })
  await present({ do: 'next' })
  const follower = await follow()
  expect((await follower.sees(view => view.at.number > 2)).at).toEqual({ number: 5, click: 0 })
  await present({ do: 'all-slides' })
  await present({ do: 'previous' })
  expect((await follower.sees(view => view.at.number < 5)).at).toEqual({ number: 4, click: 0 })
})

it('holds two lectures apart that are given at once; the room follows the one that moves', async () => {
  const { present, post, follow, course, lecture } = await startTalk()
  const other = course.lectures[1]!
  const presentOther = (action: object) => post('/live/act', { lecture: other.slug, ...action }, bearer)
  await present({ do: 'next' })
  const follower = await follow()
  await follower.sees(view => view.title === lecture.title && view.at.number === 2)
  await presentOther({ do: 'next' })
  await presentOther({ do: 'blank', color: 'black' })
  await follower.sees(view => view.title === other.title && view.blank === 'black')
  await present({ do: 'mark' })
  expect(await follower.sees(view => view.title === lecture.title)).toMatchObject({ at: { number: 2, click: 0 }, blank: 'off' })
  expect(written(lecture).map(({ event }) => event)).not.toContain('blank')
  expect(written(other).map(({ event }) => event)).not.toContain('mark')
})

it('goes on with a warning where the talk cannot be written', async () => {
  const { present, follow, get, root } = await startTalk()
  await fs.rm(path.join(root, 'slides'), { recursive: true })
  await fs.writeFile(path.join(root, 'slides'), 'in the way')
  const follower = await follow()
  expect((await present({ do: 'next' })).status).toBe(200)
  expect((await follower.sees(view => view.at)).at).toEqual({ number: 2, click: 0 })
  const events = await get('/live/events?lecture=what-is-a-kernel', bearer)
  const reader = events.body!.getReader()
  let told = ''
  while (!told.includes('event: view'))
    told += new TextDecoder().decode((await reader.read()).value)
  await reader.cancel()
  expect(told).toContain('cannot be written')
})

it('answers whatever it is sent, writes nothing that cannot be read, and goes on', async () => {
  const { present, follow, post, lecture } = await startTalk()
  await present({ do: 'next' })
  const follower = await follow()
  const what = fc.oneof(
    fc.json(),
    fc.string(),
    fc.record({ name: fc.constantFrom(follower.name, '', null), do: fc.constantFrom('ask', 'ballot', 'support', 'lost', 'done', '__proto__', 'constructor'), text: fc.anything(), vote: fc.anything(), round: fc.anything(), ballot: fc.anything(), question: fc.anything(), on: fc.anything() }).map(value => JSON.stringify(value, (_, part) => typeof part === 'bigint' ? String(part) : part)),
  )
  const names = ['start', 'next', 'previous', 'go', 'pause', 'freeze', 'blank', 'break', 'timer', 'switch', 'vote', 'poll', 'phase', 'hide', 'moderate', 'point', 'zoom', 'board', 'ink', 'erase', 'undo', 'clear', 'continue', 'on-time', 'constructor']
  const value = fc.oneof(fc.anything(), fc.constantFrom('asks', 'one', 'open', 'black', true, 0, 1, 1e9, -1, [], [0, 0, 50], 'red', 'pen'))
  const deed = fc.record({ lecture: fc.constantFrom(lecture.slug, 'none', null), do: fc.constantFrom(...names), slide: value, click: value, on: value, color: value, minutes: value, title: value, name: value, vote: value, kind: value, choices: value, phase: value, words: value, question: value, state: value, x: value, y: value, scale: value, board: value, stroke: value, tool: value, width: value, from: value, points: value, strokes: value }).map(one => JSON.stringify(one, (_, part) => typeof part === 'bigint' ? String(part) : part))
  await fc.assert(fc.asyncProperty(deed, async (body) => {
    expect([200, 400, 409, 429]).toContain((await post('/live/act', body, bearer)).status)
  }), { numRuns: 250 })
  expect(writtenTalks(lecture).at(-1)!.problems).toEqual([])
  await fc.assert(fc.asyncProperty(what, fc.boolean(), async (body, presents) => {
    const { status } = await post(presents ? '/live/act' : '/room/act', body, presents ? bearer : {})
    expect([200, 400, 409, 429]).toContain(status)
  }), { numRuns: 150 })
  for (const size of [5000, 1 << 20])
    expect((await post('/room/act', JSON.stringify({ name: follower.name, do: 'ask', text: 'x'.repeat(size) }))).status).toBe(400)
  expect((await present({ do: 'next' })).status).toBe(200)
})
