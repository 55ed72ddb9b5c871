import type { Lecture } from '../../course/course.ts'

/** One of the parts into which a build is shared out among machines. */
export interface Shard {
  /** From 1. */
  number: number
  of: number
}

/** File at the top of a shard's folder that says what is in it. */
export const SHARD_FILE = 'shard.json'
/** Folder of the built decks of all lectures, which only the first shard keeps. */
export const DECKS = 'decks'
/** Folder of what each lecture of a shard has printed, by slug. */
export const PRINTED = 'printed'

/** What a shard says of itself. */
export interface ShardRecord extends Shard {
  /** The commit that was built, where its course is in git. */
  commit?: string
  /** Hashes of what all shards of a build have in common. */
  sources: { toolkit: string, course: string, decks: string }
  /** Slugs of the lectures that are in it. */
  lectures: string[]
}

/** Reads `2/8`; nothing where it is no shard. */
export function parseShard(text: string): Shard | undefined {
  const [, number, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? []
  return number && of && number <= of ? { number, of } : undefined
}

interface Share {
  slides: number
  lectures: Set<Lecture>
}

const emptyShare = (): Share => ({ slides: 0, lectures: new Set() })

/** The lectures of a shard, such that all shards have much the same number of slides. */
export function lecturesOfShard(lectures: readonly Lecture[], { number, of }: Shard): Lecture[] {
  const shares = Array.from({ length: of }, emptyShare)
  for (const lecture of [...lectures].sort((a, b) => b.slides.length - a.slides.length || a.number - b.number)) {
    const lightest = shares.reduce((least, share) => share.slides < least.slides ? share : least)
    lightest.slides += lecture.slides.length
    lightest.lectures.add(lecture)
  }
  const own = shares[number - 1]!.lectures
  return lectures.filter(lecture => own.has(lecture))
}
