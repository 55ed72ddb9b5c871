import { closest, distance } from 'fastest-levenshtein'

/** How many of a name's letters may differ from the one that is meant: two in five, and one at least. */
const SHARE = 0.4

/**
 * The name that is meant by a misspelt one: the nearest, where few letters differ or two have changed places, or the
 * only one that begins alike.
 * @returns undefined where none is near
 */
export function didYouMean(name: string, names: readonly string[]): string | undefined {
  const written = name.toLowerCase()
  const known = names.map(name => name.toLowerCase())
  if (!written || !known.length)
    return undefined
  const nearest = closest(written, known)
  if (isNear(written, nearest))
    return names[known.indexOf(nearest)]
  const [alike, ...others] = known.filter(name => written.length > 2 && name.startsWith(written))
  return alike !== undefined && !others.length ? names[known.indexOf(alike)] : undefined
}

function isNear(written: string, known: string): boolean {
  const differences = distance(written, known)
  const sorted = (word: string) => [...word].sort().join('')
  return differences <= Math.max(1, written.length * SHARE)
    || (differences === 2 && sorted(written) === sorted(known))
}

/** The start of a hint: `Did you mean kernel? `, or nothing where no name is near. */
export function suggest(name: string, names: readonly string[]): string {
  const meant = didYouMean(name, names)
  return meant === undefined ? '' : `Did you mean ${meant}? `
}
