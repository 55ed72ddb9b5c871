import { closest, distance } from 'fastest-levenshtein'

/**
 * The name that is meant by a misspelt one: the nearest, where few letters differ, or the only one that begins alike.
 * @returns undefined where none is near
 */
export function didYouMean(name: string, names: readonly string[]): string | undefined {
  const written = name.toLowerCase()
  const known = names.map(name => name.toLowerCase())
  if (!written || !known.length)
    return undefined
  const nearest = closest(written, known)
  if (distance(written, nearest) <= Math.max(2, written.length / 3))
    return names[known.indexOf(nearest)]
  const [alike, ...others] = known.filter(name => written.length > 2 && name.startsWith(written))
  return alike !== undefined && !others.length ? names[known.indexOf(alike)] : undefined
}

/** The start of a hint: `Did you mean kernel? `, or nothing where no name is near. */
export function suggest(name: string, names: readonly string[]): string {
  const meant = didYouMean(name, names)
  return meant === undefined ? '' : `Did you mean ${meant}? `
}
