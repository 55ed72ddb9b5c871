import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Names for the examples of `--help`. */
export interface ExampleNames {
  /** Slug of a lecture. */
  lecture: string
  /** Ids of two of its slides. */
  slides: readonly [string, string]
}

/** Names that are in a course, so that its examples can be typed as they stand; plain words where it has none. */
export function exampleNames(root: string): ExampleNames {
  const names: ExampleNames = { lecture: 'my-lecture', slides: ['first-slide', 'last-slide'] }
  try {
    const files = readdirSync(path.join(root, 'slides')).filter(name => /^\d+-[a-z\d-]+\.md$/.test(name)).sort()
    const [file] = files
    if (!file)
      return names
    const text = readFileSync(path.join(root, 'slides', file), 'utf8')
    const ids = Array.from(text.matchAll(/^id:[ \t]*([a-z][\w-]*)[ \t]*$/gm), ([, id]) => id!)
    return {
      lecture: file.replace(/^\d+-|\.md$/g, ''),
      slides: [ids[0] ?? names.slides[0], ids.slice(1).at(-1) ?? names.slides[1]],
    }
  }
  catch {
    return names
  }
}
