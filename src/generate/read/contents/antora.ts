import type { Contents } from '../table-of-contents.ts'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The pages that a `nav.adoc` of Antora refers to, in order; they lie in `pages/` beside it. */
export function readAntora(file: string): Contents | undefined {
  const text = readFileSync(file, 'utf8')
  const pages = Array.from(text.matchAll(/xref:([^\s:[\]#]+\.adoc)(?:#[^[\]]*)?\[([^\]]*)\]/g), ([, name, title]) =>
    ({ path: `pages/${name}`, ...title && { title } }))
  const there = pages.filter(({ path: page }) => existsSync(path.join(path.dirname(file), page)))
  return there.length ? { files: there } : undefined
}
