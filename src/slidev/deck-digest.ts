import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { filesBelow, withSlashes } from '../core/files.ts'
import { hashFile, hashValue } from '../core/inputs.ts'

/** Beside built decks: what they were made from. It says of each lecture of the course when it was changed. */
export const DECKS_RECORD = '.inputs.json'

const TEXT = /\.(?:m?js|css|html|json|svg)$/
const NAME = /[\w.~-]+\.\w+/g

/**
 * Tells for each built deck what it is in all its parts, so that what is made of it need not be made again where that
 * is the same. Neither the names of chunks nor the place of a lecture in its course count.
 * @param folder in which `<slug>/deck/` and `assets/` are
 */
export async function openDeckDigests(folder: string): Promise<(slug: string) => string> {
  const byName = new Map<string, string[]>()
  for (const file of await filesBelow(path.join(folder, 'assets'))) {
    const name = path.basename(file)
    byName.set(name, [...byName.get(name) ?? [], file])
  }
  // Names that a text may hold in another spelling cannot be followed: every deck has them.
  const always = [...byName].filter(([name]) => name.match(NAME)?.[0] !== name).flatMap(([, files]) => files)
  const texts = new Map<string, NamingText>()
  const textOf = (file: string) => {
    const text = texts.get(file) ?? namingText(readFileSync(file, 'utf8'), byName)
    texts.set(file, text)
    return text
  }
  return (slug) => {
    const hash = createHash('sha256')
    const order = [path.join(folder, slug, 'deck', 'index.html'), ...always]
    const places = new Map(order.map((file, i) => [file, i]))
    const placeOf = (file: string) => {
      if (!places.has(file))
        places.set(file, order.push(file) - 1)
      return places.get(file)
    }
    // What it names is added at its end.
    for (let i = 0; i < order.length; i++) {
      const file = order[i]!
      hash.update(`\0${path.extname(file)}\0`)
      if (!TEXT.test(file)) {
        hash.update(hashFile(file))
        continue
      }
      const { digest, named } = textOf(file)
      hash.update(digest).update(named.map(files => files.map(placeOf).join()).join(';'))
    }
    return hash.digest('hex')
  }
}

/** A text of a deck, which is read once for all decks that have it. */
interface NamingText {
  /** Of what it says, but for the names of files. */
  digest: string
  /** The files that it names, in order; those of one name together. */
  named: string[][]
}

function namingText(text: string, byName: ReadonlyMap<string, string[]>): NamingText {
  const named: string[][] = []
  const said = withoutPlaces(text).replace(NAME, (name) => {
    const files = byName.get(name)
    if (files)
      named.push(files)
    return files ? '\0' : name
  })
  return { digest: hashValue(said), named }
}

/** A text of a deck without the numbers that its slides have in the whole course; the deck gives them its own. */
function withoutPlaces(text: string): string {
  return text.replace(/__slidev_\d+/g, '').replace(/\bid:\d+,no:\d+\}/g, '}')
}

/** What stands beside the decks of a site, as a course's `public/` does: any slide may show it. */
export async function digestBeside(folder: string, slugs: readonly string[]): Promise<string> {
  const own = new Set(['assets', DECKS_RECORD, ...slugs])
  const files = (await filesBelow(folder)).map(file => withSlashes(path.relative(folder, file)))
  const beside = files.filter(file => !own.has(file.split('/')[0]!))
  return hashValue(beside.map(file => [file, hashFile(path.join(folder, file))]))
}
