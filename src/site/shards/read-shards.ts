import type { Problem } from '../../core/errors.ts'
import type { ShardRecord } from './shard.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { displayPath, throwProblems, UserError } from '../../core/errors.ts'
import { typed } from '../../core/typed.ts'
import { SHARD_FILE } from './shard.ts'

/** A shard and where it is. */
export interface FoundShard extends ShardRecord {
  folder: string
}

const SAME = 'Build all shards of the same commit, and put only those of one build together.'

/** What one shard can have been built of otherwise than another. */
const PARTS = [
  ['toolkit', 'with another version of Docent or its packages'],
  ['course', 'from other lectures'],
  ['decks', 'with other components, styles, pictures or packages'],
] as const

/**
 * The shards in folders, or in folders right below these, in order.
 * @throws UserError where one is missing, there twice, or not of the same build as the others
 */
export async function readShards(folders: readonly string[]): Promise<FoundShard[]> {
  const found = (await Promise.all(folders.map(findShards))).flat()
  const [first] = [...found].sort((a, b) => a.number - b.number)
  if (!first)
    throw new UserError('There is no shard to put together.', `Build them first: ${typed('build --shard 1/4')}`)
  const problems = [...mixtures(found, first), ...found.flatMap(shard => differences(shard, first))]
  throwProblems(problems.length ? problems : gaps(found, first))
  return Array.from({ length: first.of }, (_, i) => found.find(({ number }) => number === i + 1)!)
}

async function findShards(folder: string): Promise<FoundShard[]> {
  const own = await readShard(folder)
  if (own)
    return [own]
  const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries.filter(entry => entry.isDirectory()).map(({ name }) => name).sort()
  const read = await Promise.all(names.map(name => readShard(path.join(folder, name))))
  const below = read.filter(one => one !== undefined)
  if (!below.length) {
    const hint = `Name folders that ${typed('build --shard')} has written, or the folder in which they are.`
    throw new UserError(`There is no shard in ${displayPath(path.resolve(folder))}: it has no ${SHARD_FILE}.`, hint)
  }
  return below
}

async function readShard(folder: string): Promise<FoundShard | undefined> {
  const file = path.join(folder, SHARD_FILE)
  const text = await fs.readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined)
    return
  try {
    return { ...JSON.parse(text) as ShardRecord, folder: path.resolve(folder) }
  }
  catch {
    throw new UserError(`The file ${displayPath(path.resolve(file))} is cut off.`, 'Build that shard again.')
  }
}

function mixtures(found: readonly FoundShard[], { folder, of }: FoundShard): Problem[] {
  return found.filter(shard => shard.of !== of).map(shard => ({
    message: `${displayPath(shard.folder)} is one of ${shard.of} shards, and ${displayPath(folder)} one of ${of}.`,
    hint: SAME,
  }))
}

function differences(shard: FoundShard, first: FoundShard): Problem[] {
  const [, how] = PARTS.find(([part]) => shard.sources[part] !== first.sources[part]) ?? []
  if (!how)
    return []
  const place = displayPath(shard.folder)
  const commits = shard.commit !== first.commit && shard.commit && first.commit
    ? ` (commit ${shard.commit}, not ${first.commit})`
    : ''
  return [{
    message: `Shard ${shard.number} in ${place} was built ${how} than shard ${first.number}${commits}.`,
    hint: SAME,
  }]
}

function gaps(found: readonly FoundShard[], { of }: FoundShard): Problem[] {
  return Array.from({ length: of }, (_, i) => i + 1).flatMap((number): Problem[] => {
    const own = found.filter(shard => shard.number === number)
    if (!own.length) {
      const build = typed(`build --shard ${number}/${of}`)
      const hint = `Build it: ${build}. Where its build has failed, its errors say why.`
      return [{ message: `Shard ${number} of ${of} is missing.`, hint }]
    }
    const places = own.map(({ folder }) => displayPath(folder)).join(' and ')
    return own.length > 1 ? [{ message: `Shard ${number} of ${of} is there twice: in ${places}.`, hint: SAME }] : []
  })
}
