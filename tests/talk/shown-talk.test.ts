import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { formatTalkEvent } from '../../src/talk/log/talk-log.ts'
import { lastShownTalk } from '../../src/talk/shown-talk.ts'
import { recordedLecture } from './read-fixture.ts'

async function lectureWith(talks: Record<string, string>) {
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-shown-'))
  onTestFinished(() => fs.rm(root, { recursive: true }))
  for (const [name, text] of Object.entries(talks))
    await fs.writeFile(path.join(root, `01-kernel.talk-${name}.jsonl`), text)
  return { ...await recordedLecture(), file: path.join(root, '01-kernel.md') }
}

const talk = await fs.readFile('tests/fixtures/talks/kernel.talk.jsonl', 'utf8')

it('has of a talk what was shown to the room: rounds of votes, the right answer, words that were let through, drawings', async () => {
  const { day, votes, drawings } = lastShownTalk(await lectureWith({ '2026-05-04': talk }))!
  expect(day.toISOString()).toBe('2026-05-04T09:15:00.000Z')
  expect(votes.map(({ slide, title, rounds }) => [slide, title, rounds.map(({ voters }) => voters)])).toEqual([
    ['counting', 'Is a system call as cheap as a function call?', [7, 8]],
    ['code', 'What is open(2) to you, in a word?', [4]],
  ])
  expect(votes[0]!.rounds[1]!.rows.map(({ right }) => right)).toEqual([false, true, false])
  expect(votes[1]!.rounds[0]!.rows).toEqual([{ label: 'a door', count: 2 }, { label: 'a promise', count: 1 }])
  expect(drawings.map(({ slide, board, strokes }) => [slide, board, strokes.map(({ id }) => id)])).toEqual([['asks', 0, ['s1']], ['asks', 1, ['s3']]])
})

it('has no right answer, and no round, that the room has not seen', async () => {
  const cut = (until: RegExp) => talk.slice(0, talk.search(until))
  const votes = async (text: string) => lastShownTalk(await lectureWith({ '2026-05-04': text }))!.votes
  expect(await votes(cut(/.*"phase":"shown"/))).toEqual([])
  expect((await votes(cut(/.*"phase":"answer"/)))[0]!.rounds.flatMap(({ rows }) => rows.map(row => 'right' in row))).not.toContain(true)
})

it('goes back to the talks that the last one goes on with, and shows nothing where there was none', async () => {
  const later = [
    { time: Date.parse('2026-05-11T09:15:00Z'), event: 'start', lecture: 'what-is-a-kernel', title: 'What is a kernel?', continues: '2026-05-04' },
    { time: Date.parse('2026-05-11T09:15:00Z'), event: 'enter', slide: 'end', number: 5, click: 0 },
  ] as const
  const next = later.map(formatTalkEvent).join('')
  const shown = lastShownTalk(await lectureWith({ '2026-05-04': talk, '2026-05-11': next }))!
  expect(shown.votes).toHaveLength(2)
  // What was drawn ahead on the last slide is seen now.
  expect(shown.drawings.map(({ slide }) => slide)).toEqual(['asks', 'asks', 'end'])
  expect(lastShownTalk(await lectureWith({}))).toBeUndefined()
})
