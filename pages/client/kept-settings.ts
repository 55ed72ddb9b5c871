// What a reader has set or seen, which stays in the reader's own browser. A browser may keep nothing, and refuse to be
// asked.

/** What is kept under a name. */
export function keptText(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined
  }
  catch {
    return undefined
  }
}

/** Keeps a text under a name; nothing takes it away. */
export function keepText(name: string, text: string | undefined): void {
  try {
    if (text === undefined)
      localStorage.removeItem(name)
    else
      localStorage.setItem(name, text)
  }
  catch {}
}
