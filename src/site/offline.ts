import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { filesBelow, withSlashes } from '../core/files.ts'

/** Recordings and papers are kept when they are opened, not before: they are most of a course's weight. */
const NOT_AT_ONCE = /\.(?:pdf|zip|webm|mp4|m4v|mov|ogv|mp3|m4a|map|woff)$|@2x\.webp$|(?:^|\/)og\.png$/

/** Written after the service worker, or read by hosts alone. */
const NOT_PAGES = new Set(['sw.js', '404.html', 'robots.txt', 'sitemap.xml', 'feed.xml', 'course.json', 'course.schema.json'])

/**
 * Writes `sw.js`, which keeps the whole course for use without a network. Its version is a hash of what it keeps, so browsers take a new one
 * exactly when something has changed.
 * @param folder the finished site
 * @param code code that reads `__FILES__`, content hashes by path, and `__VERSION__`
 */
export async function writeServiceWorker(folder: string, code: string): Promise<void> {
  const paths = (await filesBelow(folder))
    .map(file => withSlashes(path.relative(folder, file)))
    .filter(file => !NOT_AT_ONCE.test(file) && !NOT_PAGES.has(file))
    .sort()
  const files = Object.fromEntries(await Promise.all(paths.map(async file => [file, hash(await fs.readFile(path.join(folder, file)))] as const)))
  const list = JSON.stringify(files)
  await fs.writeFile(path.join(folder, 'sw.js'), `const __FILES__=${list},__VERSION__=${JSON.stringify(hash(list + code))};\n${code}`)
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 12)
}
