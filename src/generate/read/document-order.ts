import { Buffer } from 'node:buffer'
import { compareNames } from './find-documents.ts'

/** A document that gets a place among the others. */
export interface PlacedDocument {
  /** Relative to the folder, with slashes. */
  path: string
  /** Its place among its neighbours, where it says one. */
  place?: number
}

/** Names of files that come before their neighbours. */
const INDEX_PAGE = /^(?:index|readme|_index|intro(?:duction)?)\.\w+$/i
const FRONT_MATTER = /^\uFEFF?(?:---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\n(?:---|\+\+\+)/
const PLACE = /^(?:sidebar_position|weight|nav_order|order|position|index)\s*[:=]\s*(-?\d+(?:\.\d+)?)\s*$/m
/** Bytes at the beginning of a document in which its front matter is looked for. */
const BEGINNING = 4096

/** The place that a document's own front matter gives it among its neighbours. */
export function placeIn(bytes: Uint8Array): number | undefined {
  const start = Buffer.from(bytes.subarray(0, BEGINNING)).toString('utf8')
  const matter = FRONT_MATTER.exec(start)?.[1]
  const place = matter && PLACE.exec(matter)?.[1]
  return place ? Number(place) : undefined
}

/** A step of a path, as it is compared with its neighbours. */
interface Step {
  name: string
  isIndex: boolean
  place: number
}

/**
 * Documents by their places and those of their folders, index pages first, else by their names.
 * @param places of folders, by their relative paths
 */
export function inOrder<T extends PlacedDocument>(documents: readonly T[], places: ReadonlyMap<string, number>): T[] {
  return documents
    .map(document => ({ document, steps: stepsOf(document, places) }))
    .sort((a, b) => comparePaths(a.steps, b.steps))
    .map(({ document }) => document)
}

function stepsOf({ path, place }: PlacedDocument, places: ReadonlyMap<string, number>): Step[] {
  const names = path.split('/')
  return names.map((name, i) => {
    const isFile = i === names.length - 1
    const given = isFile ? place : places.get(names.slice(0, i + 1).join('/'))
    return { name, isIndex: isFile && INDEX_PAGE.test(name), place: given ?? Infinity }
  })
}

function comparePaths(a: readonly Step[], b: readonly Step[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareSteps(a[i]!, b[i]!)
    if (order)
      return order
  }
  return a.length - b.length
}

function compareSteps(a: Step, b: Step): number {
  if (a.isIndex !== b.isIndex)
    return a.isIndex ? -1 : 1
  return a.place === b.place ? compareNames(a.name, b.name) : a.place - b.place
}
