import type { OfflinePlan } from '../shared/offline-plan.ts'
import type { SiteFile } from './site-files.ts'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

/** Recordings are most of a course's weight: they are never kept, nor is what only links to the site need. */
const NOT_KEPT = /\.(?:zip|webm|mp4|m4v|mov|ogv|mp3|m4a|map|woff)$|(?:^|\/)og\.png$/

/** Written after the plan, or read by hosts alone. */
const NOT_PAGES = new Set([
  'sw.js',
  'offline.json',
  '.nojekyll',
  '404.html',
  'robots.txt',
  'sitemap.xml',
  'feed.xml',
  'course.json',
  'course.schema.json',
])

const TEXT = /\.(?:html|js|css|json)$/
const FILE_NAME = /[\w.~%+@-]+\.\w{2,5}\b/g

/**
 * What of a site can be kept for use without a network, and what each lecture needs: its own files and all that these
 * name, from one to the next.
 * @param folder the site
 * @param slugs of the lectures
 */
export async function offlinePlan(
  folder: string,
  { files, slugs }: { files: readonly SiteFile[], slugs: readonly string[] },
): Promise<OfflinePlan> {
  const kept = files.filter(({ path }) => !NOT_KEPT.test(path) && !NOT_PAGES.has(path))
  const list = kept.map(({ path, sha256, bytes }) => [path, [shortHash(sha256), bytes]] as [string, [string, number]])
  const places = new Map(kept.map(({ path }, place) => [path, place]))
  const isOwn = (file: string) => slugs.includes(file.split('/')[0]!)
  const shared = new Map<string, string[]>()
  for (const { path: file } of kept.filter(({ path }) => !isOwn(path) && !path.startsWith('pagefind/')))
    shared.set(path.posix.basename(file), [...shared.get(path.posix.basename(file)) ?? [], file])
  const named = new Map<string, Promise<string[]>>()
  const namesOf = (file: string) => named.get(file) ?? remember(named, file, readNames(path.join(folder, file), shared))
  const lectures = await Promise.all(slugs.map(async (slug) => {
    const needed = new Set(kept.filter(({ path }) => path.startsWith(`${slug}/`)).map(({ path }) => path))
    for (const file of needed)
      (await namesOf(file)).forEach(other => needed.add(other))
    return [slug, Array.from(needed, file => places.get(file)!).sort((a, b) => a - b)] as const
  }))
  const version = shortHash(createHash('sha256').update(JSON.stringify(list)).digest('hex'))
  return { version, files: Object.fromEntries(list), lectures: Object.fromEntries(lectures) }
}

function remember<T>(map: Map<string, Promise<T>>, key: string, value: Promise<T>): Promise<T> {
  map.set(key, value)
  return value
}

/** Those files that a text names by their last name. */
async function readNames(file: string, shared: ReadonlyMap<string, string[]>): Promise<string[]> {
  if (!TEXT.test(file))
    return []
  const text = await fs.readFile(file, 'utf8')
  return [...new Set(text.match(FILE_NAME))].flatMap(name => shared.get(name) ?? [])
}

/** The text of `sw.js`; each build has a worker of its own, which then throws away what no build needs. */
export function serviceWorker({ version }: OfflinePlan, code: string): string {
  return `// ${version}\n${code}`
}

function shortHash(sha256: string): string {
  return Buffer.from(sha256, 'hex').toString('base64url').slice(0, 12)
}
