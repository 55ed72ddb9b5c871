// What a reader's browser keeps of a site for use without a network: pages and the service worker share it.
import type { OfflinePlan } from '../../src/shared/offline-plan.ts'

/** What somebody has asked to keep. */
interface KeptRecord {
  version: string
  /** Slugs of lectures, or `COURSE` for all. */
  groups: string[]
  /** Hashes by path. */
  files: Record<string, string>
}

export const COURSE = '*'

const RECORD = '__kept'
const AT_ONCE = 6
/** Files after which a copy that is broken off goes on where it was. */
const SAVE_AFTER = 20

/** @param scope address of the top of the site */
export function openKept(scope: string): Promise<Cache> {
  return caches.open(`docent ${scope} kept`)
}

export function urlOf(file: string, scope: string): string {
  return new URL(file.split('/').map(encodeURIComponent).join('/'), scope).href
}

/** Whether a file is named by its content, and so never changes. */
export function isNamedByContent(pathname: string): boolean {
  return /\/assets\/.*-[\w-]{8}\.\w+$/.test(pathname)
}

export async function fetchPlan(scope: string): Promise<OfflinePlan> {
  const response = await fetch(urlOf('offline.json', scope), { cache: 'no-cache' })
  if (!response.ok)
    throw new Error('offline.json is not there')
  return response.json()
}

/** Paths of what a lecture needs, or the whole course. */
export function filesOf({ files, lectures }: OfflinePlan, group: string): string[] {
  const all = Object.keys(files)
  return group === COURSE ? all : (lectures[group] ?? []).map(place => all[place]!)
}

export async function readRecord(scope: string): Promise<KeptRecord> {
  const kept = await (await openKept(scope)).match(scope + RECORD)
  return await kept?.json() ?? { version: '', groups: [], files: {} }
}

async function writeRecord(scope: string, record: KeptRecord): Promise<void> {
  await (await openKept(scope)).put(scope + RECORD, new Response(JSON.stringify(record)))
}

/**
 * Keeps what some groups need, and remembers that they are kept; what is there already is not asked for again.
 * @param onProgress called with the number of files that are done
 */
export async function keepGroups(
  scope: string,
  { plan, groups, onProgress }: { plan: OfflinePlan, groups: readonly string[], onProgress?: (done: number) => void },
): Promise<void> {
  const record = await readRecord(scope)
  const files = [...new Set(groups.flatMap(group => filesOf(plan, group)))]
  try {
    await keepFiles(scope, files, { plan, record, onProgress })
    record.version = plan.version
    record.groups = [...new Set([...record.groups, ...groups])]
  }
  finally {
    await writeRecord(scope, record)
  }
}

async function keepFiles(
  scope: string,
  files: readonly string[],
  { plan, record, onProgress }: { plan: OfflinePlan, record: KeptRecord, onProgress?: (done: number) => void },
): Promise<void> {
  const cache = await openKept(scope)
  const open = [...files]
  let done = 0
  const keep = async (file: string) => {
    const url = urlOf(file, scope)
    const [hash] = plan.files[file]!
    const isSame = record.files[file] === hash || isNamedByContent(new URL(url).pathname)
    if (!isSame || !await cache.match(url)) {
      const response = await fetch(url, { cache: 'no-cache' })
      if (!response.ok)
        throw new Error(`${file} is not there`)
      await cache.put(url, response)
    }
    record.files[file] = hash
    onProgress?.(++done)
    if (done % SAVE_AFTER === 0)
      await writeRecord(scope, record)
  }
  // After an error nothing new begins, and what has begun is waited for.
  const errors: unknown[] = []
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let file = open.shift(); file !== undefined && !errors.length; file = open.shift())
      await keep(file).catch((error: unknown) => void errors.push(error))
  }))
  if (errors.length)
    throw errors[0]
}

/** Keeps nothing any more that was asked for; what is visited is kept again. */
export async function forget(scope: string): Promise<void> {
  await caches.delete(`docent ${scope} kept`)
}
