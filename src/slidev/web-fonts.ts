const FAILED = '[unocss] Failed to fetch web fonts: '
let told = new Set<string>()

/**
 * What UnoCSS says with a stack, in a sentence: that typefaces which a course's `uno.config.ts` asks another host for
 * cannot be had. The decks are made all the same; each host is told once.
 * @returns a function that undoes it
 */
export function tellWebFonts(): () => void {
  const { error } = console
  let isCause = false
  console.error = (...args: unknown[]) => {
    const [text] = args
    if (typeof text === 'string' && text.startsWith(FAILED)) {
      isCause = true
      const { host } = new URL(text.slice(FAILED.length))
      if (!told.has(host))
        error(warning(host))
      told.add(host)
    }
    else if (!(isCause && text instanceof Error)) {
      error(...args)
    }
    else {
      isCause = false
    }
  }
  return () => {
    told = new Set()
    console.error = error
  }
}

function warning(host: string): string {
  return `warning uno.config.ts: the web fonts of ${host} cannot be fetched, so decks use the next one of each list.
    Build where ${host} can be reached, or name typefaces of npm packages, such as those of Fontsource.`
}
