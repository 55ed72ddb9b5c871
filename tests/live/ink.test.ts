import fs from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { SECRET, startTalk } from './talk-rig.ts'

const KEY = { authorization: `Bearer ${SECRET}` }
function line(stroke: string, more: Record<string, unknown> = {}) {
  return { do: 'ink', slide: 'asks', stroke, click: 0, color: 'red', tool: 'pen', width: 50, from: 0, points: [10, 10, 50, 900, 900, 50], ...more }
}

async function startDrawing(options: { now?: () => number } = {}) {
  const rig = await startTalk(options)
  const [first, second, third] = rig.lecture.slides.map(({ id }) => id)
  const ids = (page: { strokes: { id: string }[] } | undefined) => page?.strokes.map(({ id }) => id)
  const read = async (address: string, headers?: Record<string, string>) => {
    const response = await rig.get(address, headers)
    return response.ok ? ids(await response.json() as { strokes: { id: string }[] }) : response.status
  }
  return {
    ...rig,
    slides: { first: first!, second: second!, third: third! },
    room: (number: number, board = 0) => read(`/room/ink/${number}/${board}`, { host: 'localhost' }),
    all: (number: number, board = 0) => read(`/live/ink/${rig.lecture.slug}/${number}/${board}`, KEY),
    drawn: (stroke: string, more: Record<string, unknown> = {}) => rig.present(line(stroke, { slide: second!, ...more })),
  }
}

it('shows the room what is drawn on slides and steps that it has seen, and nothing else', async () => {
  const { present, drawn, room, all, slides, follow } = await startDrawing()
  await present({ do: 'next' })
  const follower = await follow()
  await drawn('here')
  await drawn('later-step', { click: 2 })
  await drawn('later-slide', { slide: slides.third })
  await drawn('board', { board: 1 })
  expect(await room(2)).toEqual(['here'])
  expect([await room(3), await room(2, 1)]).toEqual([404, 404])
  expect(await all(2)).toEqual(['here', 'later-step'])
  expect(await all(3)).toEqual(['later-slide'])
  await present({ do: 'board', board: 1 })
  expect((await follower.sees(view => view.at?.board === 1)).boards).toEqual([[2, 1]])
  expect(await room(2, 1)).toEqual(['board'])
  await present({ do: 'next' })
  expect((await follower.sees(view => view.at && !view.at.board)).at).toEqual({ number: 2, click: 0 })
  await present({ do: 'next' })
  await present({ do: 'next' })
  await follower.sees(view => view.at?.click === 2)
  expect(await room(2)).toEqual(['here', 'later-step'])
})

it('keeps to itself what is drawn while the wall is frozen', async () => {
  const { present, drawn, room, follow } = await startDrawing()
  await present({ do: 'next' })
  const follower = await follow()
  const before = await follower.sees(view => view.at?.number === 2)
  await present({ do: 'freeze', on: true })
  await drawn('secret')
  await present({ do: 'board', board: 1 })
  expect((await follower.sees(() => true)).at).toEqual(before.at)
  expect(await room(2)).toEqual([])
  expect((await present({ do: 'zoom', scale: 2, x: 0.5, y: 0.5 })).body.error).toBe('The wall is frozen.')
  await present({ do: 'freeze', on: false })
  await follower.sees(view => view.at?.board === 1)
  expect(await room(2)).toEqual(['secret'])
})

it('takes lines part by part, in order, once; undoes and clears; and has all of it after a crash', async () => {
  const { present, drawn, all, get, lecture, restart } = await startDrawing()
  await present({ do: 'next' })
  await drawn('one')
  await drawn('one', { from: 6, points: [1000, 900, 50] })
  await drawn('one', { from: 6, points: [1000, 900, 50] })
  expect((await drawn('one', { from: 30 })).body.error).toBe('A part of this line is missing.')
  await drawn('two')
  const undo = { do: 'undo', slide: lecture.slides[1]!.id }
  await present({ ...undo, do: 'clear' })
  expect(await all(2)).toEqual(['one', 'two'])
  const read = async () => {
    const asked = () => get(`/live/ink/${lecture.slug}/2/0`, KEY)
    const { strokes } = await (await asked().catch(asked)).json() as any
    return strokes.filter(({ erased }: any) => !erased).map(({ id, points }: any) => [id, points.length])
  }
  expect(await read()).toEqual([])
  await present(undo)
  expect(await read()).toEqual([['one', 9], ['two', 6]])
  await present(undo)
  expect(await read()).toEqual([['one', 9]])
  await restart()
  expect(await read()).toEqual([['one', 9]])
  await present(undo)
  expect(await read()).toEqual([])
})

it('draws for nobody but the presenter, and nothing that is not a line', async () => {
  const { post, lecture, drawn, present, root } = await startDrawing()
  await present({ do: 'next' })
  const { status } = await post('/live/act', { lecture: lecture.slug, ...line('x', { slide: lecture.slides[1]!.id }) })
  expect(status).toBe(403)
  expect((await post('/room/act', line('x'))).status).toBe(409)
  const faults: Record<string, unknown>[] = [
    { points: [1, 2] },
    { points: [1, 2, Number.MAX_VALUE] },
    { points: ['1', '2', '3'] },
    { points: Array.from({ length: 3000 }).fill(1) },
    { stroke: '<script>' },
    { stroke: '__proto__' },
    { color: 'url(x)' },
    { width: -1 },
    { from: -3 },
    { board: 21 },
    { board: 0.5 },
    { slide: '' },
    { slide: 'nowhere' },
  ]
  for (const fault of faults) {
    const { status } = await drawn('fault', fault)
    expect([fault, fault.stroke === '__proto__' ? 200 : 409]).toEqual([fault, status])
  }
  expect((await post('/live/act', `{"do":"ink","points":[${'1,'.repeat(40_000)}1]}`, KEY)).status).toBe(400)
  const kinds = ['ink', 'erase', 'undo', 'clear', 'board', 'zoom']
  const values = [undefined, null, 0, -1, 1e308, '', 'x', [], {}, [null], true, lecture.slides[1]!.id]
  let seed = 7
  const any = (list: readonly unknown[]) => list[(seed = (seed * 48_271) % 2_147_483_647) % list.length]
  for (let i = 0; i < 150; i++) {
    const fields = ['slide', 'board', 'stroke', 'click', 'color', 'tool', 'width', 'from', 'points', 'strokes', 'scale', 'x', 'y']
    const fuzzed = { ...line('fuzz'), ...Object.fromEntries(fields.map(name => [name, any(values)])), do: any(kinds) }
    expect([200, 409]).toContain((await present(fuzzed)).status)
  }
  const [log] = (await fs.readdir(path.join(root, 'slides'))).filter(name => name.includes('.talk-'))
  expect(await fs.readFile(path.join(root, 'slides', log!), 'utf8')).not.toMatch(/fault|script/)
})

it('has a limit to what is drawn in a short time', async () => {
  const { drawn, present } = await startDrawing({ now: () => 1_000_000 })
  await present({ do: 'next' })
  const sent = await Promise.all(Array.from({ length: 210 }, (_, i) => drawn(`s${i}`)))
  expect(sent.filter(({ status }) => status === 200)).toHaveLength(200)
  expect(sent.filter(({ status }) => status === 429)).toHaveLength(10)
})
