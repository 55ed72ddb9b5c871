/** Front matter of a slide that two sides have changed. */
export interface MergedHead {
  text: string
  /** What the document has where both changed the same key. */
  conflicts: string[]
}

/** Lines of each key at the top level of front matter; lines before the first key are those of an empty key. */
type Entries = Map<string, string>

/** What a slide remembers of the document is never a person's: it is the document's, as it is now. */
const REF = 'source'

/**
 * Merges front matter key by key, so that a mark that a person adds stands beside whatever the document changes; where
 * both changed a key, the person's value stays.
 */
export function mergeHead(base: string, theirs: string, ours: string): MergedHead {
  const [before, mine, now] = [base, theirs, ours].map(entriesOf) as [Entries, Entries, Entries]
  const conflicts: string[] = []
  const result: Entries = new Map()
  for (const key of new Set([...mine.keys(), ...now.keys()])) {
    const value = key === REF ? now.get(key) ?? mine.get(key) : mergeValue(key)
    if (value !== undefined)
      result.set(key, value)
  }
  const lines = Array.from(result.values())
  return { text: lines.length ? `---\n${lines.join('\n')}\n---\n` : '', conflicts }

  function mergeValue(key: string): string | undefined {
    const [was, own, is] = [before.get(key), mine.get(key), now.get(key)]
    if (own === was)
      return is
    if (is !== was && is !== own)
      conflicts.push(is ?? `(no ${key})`)
    return own
  }
}

function entriesOf(head: string): Entries {
  const entries: Entries = new Map()
  let key = ''
  for (const line of head.replace(/^---\n/, '').replace(/\n?---\n?$/, '').split('\n')) {
    key = /^([\w-]+):/.exec(line)?.[1] ?? key
    const known = entries.get(key)
    if (line.trim())
      entries.set(key, known === undefined ? line : `${known}\n${line}`)
  }
  return entries
}
