/**
 * A name that every web host serves: letters, digits, hyphens and points, and no underscore at its front, under which
 * GitHub Pages serves nothing.
 */
export function hostedName(name: string): string {
  return name.replace(/[^\w.-]+/g, '-').replace(/^[_.-]+/, '') || 'file'
}

/** Why some host would not serve a file or folder of this name; undefined where all do. */
export function nameFault(name: string): string | undefined {
  const [sign] = /[?#%:*"<>|\\\s\p{Cc}]/u.exec(name) ?? []
  if (sign)
    return /\s/.test(sign) ? 'holds a space' : `holds the sign ${sign}`
}

/** Names that differ from another only in capitals: half of all systems keep one file of the two. */
export function caseTwins(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.filter((name) => {
    const isTwin = seen.has(name.toLowerCase())
    seen.add(name.toLowerCase())
    return isTwin
  })
}
