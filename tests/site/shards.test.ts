import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { UserError } from '../../src/core/errors.ts'
import { printersDigest } from '../../src/paper/print-cache.ts'
import { writePrintRecord } from '../../src/paper/print-record.ts'
import { mergeShards } from '../../src/site/shards/merge-shards.ts'
import { readShards } from '../../src/site/shards/read-shards.ts'
import { lecturesOfShard, parseShard } from '../../src/site/shards/shard.ts'
import { commitOf, courseDigest, folderDigest } from '../../src/site/shards/sources.ts'

const SMALL = path.join(import.meta.dirname, '../fixtures/courses/small')

let work: string
beforeEach(async () => {
  work = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-shards-')))
})
afterEach(() => fs.rm(work, { recursive: true }))

const SOURCES = { toolkit: 'a', course: 'b', decks: 'c' }

async function writeShard(name: string, shard: object): Promise<string> {
  const folder = path.join(work, name)
  await fs.mkdir(folder, { recursive: true })
  await fs.writeFile(path.join(folder, 'shard.json'), JSON.stringify({ commit: 'abc', sources: SOURCES, lectures: [], ...shard }))
  return folder
}

/** What is said of folders that cannot be put together. */
async function faultsOf(...folders: string[]): Promise<string> {
  const error = await readShards(folders).catch((error: unknown) => error)
  if (!(error instanceof UserError))
    throw new Error('The shards are taken.', { cause: error })
  return error.problems.map(({ message }) => message.replaceAll(work, '')).join('\n')
}

it('reads shards of flags', () => {
  expect(parseShard('2/8')).toEqual({ number: 2, of: 8 })
  expect(['0/8', '9/8', '2', '2/8/9', 'a/b', '2/0', '-1/2'].filter(text => parseShard(text))).toEqual([])
})

it('gives each lecture to one shard, and slides to all of them', async () => {
  const { lectures: [one] } = await loadCourse(SMALL)
  const lectures = [30, 4, 6, 9, 2, 1, 20, 3].map((count, i) =>
    ({ ...one!, slug: `l${i}`, number: i + 1, slides: Array.from({ length: count }, (_, at) => ({ ...one!.slides[0]!, number: at + 1 })) }))
  const shares = [1, 2, 3].map(number => lecturesOfShard(lectures, { number, of: 3 }))
  expect(shares.flat().sort((a, b) => a.number - b.number)).toEqual(lectures)
  expect(shares.map(share => share.reduce((sum, { slides }) => sum + slides.length, 0))).toEqual([30, 23, 22])
  expect(lecturesOfShard(lectures.slice(0, 1), { number: 2, of: 2 })).toEqual([])
})

it('finds shards below a folder, in their order', async () => {
  await writeShard('a', { number: 2, of: 2 })
  await writeShard('b', { number: 1, of: 2 })
  expect((await readShards([work])).map(({ folder }) => path.basename(folder))).toEqual(['b', 'a'])
})

it('says which shard is missing, there twice, or of another build', async () => {
  const one = await writeShard('one', { number: 1, of: 3 })
  const again = await writeShard('again', { number: 1, of: 3 })
  expect(await faultsOf(one)).toBe('Shard 2 of 3 is missing.\nShard 3 of 3 is missing.')
  expect(await faultsOf(one, again)).toContain('Shard 1 of 3 is there twice: in /one and /again.')
  expect(await faultsOf(one, await writeShard('two', { number: 2, of: 4 }))).toBe('/two is one of 4 shards, and /one one of 3.')
  const other = await writeShard('other', { number: 2, of: 3, commit: 'def', sources: { ...SOURCES, course: 'x' } })
  expect(await faultsOf(one, other)).toBe('Shard 2 in /other was built from other lectures than shard 1 (commit def, not abc).')
  const dirty = await writeShard('dirty', { number: 2, of: 3, sources: { ...SOURCES, decks: 'x' } })
  expect(await faultsOf(one, dirty)).toBe('Shard 2 in /dirty was built with other components, styles, pictures or packages than shard 1.')
  await fs.mkdir(path.join(work, 'none'))
  expect(await faultsOf(path.join(work, 'none'))).toBe('There is no shard in /none: it has no shard.json.')
  await fs.writeFile(path.join(one, 'shard.json'), '{"number": 1')
  expect(await faultsOf(one)).toBe('The file /one/shard.json is cut off.')
})

it('puts together what was printed elsewhere, and nothing of another course or half a shard', async () => {
  const course = await loadCourse(SMALL)
  const [first, second] = course.lectures
  const decks = path.join(work, 'shard', 'decks')
  await fs.mkdir(path.join(decks, first!.slug, 'deck'), { recursive: true })
  await fs.writeFile(path.join(decks, first!.slug, 'deck/index.html'), 'deck')
  await fs.writeFile(path.join(work, 'slides.pdf'), 'pdf')
  const sources = { toolkit: await printersDigest(), course: courseDigest(course), decks: await folderDigest(decks) }
  const slugs = course.lectures.map(({ slug }) => slug)
  const folder = await writeShard('shard', { number: 1, of: 1, sources, lectures: slugs, commit: await commitOf(course) })
  for (const lecture of course.lectures) {
    const warnings = [{ message: 'Mind this.', file: lecture.file, line: 3 }]
    const printed = { lecture, clicks: [], words: [], pages: { 'slides.pdf': 2 }, warnings }
    const kept = path.join(folder, 'printed', lecture.slug)
    // Built in another folder than the one in which it is put together.
    await writePrintRecord(kept, { printed, folder: work, files: ['slides.pdf'], key: '' }, course.root)
  }
  const record = await fs.readFile(path.join(folder, 'printed', second!.slug, 'printed.json'), 'utf8')
  expect(record).not.toContain(course.root)
  const merged = async () => {
    const out = await fs.mkdtemp(path.join(work, 'site-'))
    const printed = await mergeShards(course, { shards: await readShards([folder]), folder: out })
    return { printed, out }
  }
  const { printed, out } = await merged()
  expect(printed.map(({ lecture, warnings }) => [lecture.slug, warnings[0]!.file])).toEqual(course.lectures.map(({ slug, file }) => [slug, file]))
  expect(await fs.readFile(path.join(out, second!.slug, 'slides.pdf'), 'utf8')).toBe('pdf')
  expect(await fs.readFile(path.join(out, first!.slug, 'deck/index.html'), 'utf8')).toBe('deck')
  const other = { ...course, title: 'Another' }
  await expect(mergeShards(other, { shards: await readShards([folder]), folder: out })).rejects.toThrow(/were built from other sources than those in/)
  await fs.rm(path.join(folder, 'printed', second!.slug, 'slides.pdf'))
  await expect(merged()).rejects.toThrow(/^Shard 1 in .* is not whole\.$/)
  await fs.writeFile(path.join(decks, first!.slug, 'deck/index.html'), 'half')
  await expect(merged()).rejects.toThrow(/^Shard 1 in .* is not whole\.$/)
})
