import type { SiteFile } from './site-files.ts'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'

/** Recordings and papers are kept when they are opened, not before: they are most of a course's weight. */
const KEPT_WHEN_OPENED = /\.(?:pdf|zip|webm|mp4|m4v|mov|ogv|mp3|m4a|map|woff)$|@2x\.webp$|(?:^|\/)og\.png$/

/** Written after the service worker, or read by hosts alone. */
const NOT_PAGES = new Set([
  'sw.js',
  '.nojekyll',
  '404.html',
  'robots.txt',
  'sitemap.xml',
  'feed.xml',
  'course.json',
  'course.schema.json',
])

/**
 * The text of `sw.js`, which keeps the whole course for use without a network. Its version is a hash of what it keeps,
 * so browsers take a new one exactly when something has changed.
 * @param files of the finished site
 * @param code code that reads `__FILES__`, content hashes by path, and `__VERSION__`
 */
export function serviceWorker(files: readonly SiteFile[], code: string): string {
  const kept = files.filter(({ path }) => !KEPT_WHEN_OPENED.test(path) && !NOT_PAGES.has(path))
  const list = JSON.stringify(Object.fromEntries(kept.map(({ path, sha256 }) => [path, shortHash(sha256)])))
  const version = shortHash(createHash('sha256').update(list + code).digest('hex'))
  return `const __FILES__=${list},__VERSION__=${JSON.stringify(version)};\n${code}`
}

function shortHash(sha256: string): string {
  return Buffer.from(sha256, 'hex').toString('base64url').slice(0, 12)
}
