// Keeps the whole course in the reader's browser. What a build has named by its content comes from there; everything
// else is asked from the host first, so that a reader with a network never sees an old page, and comes from there where
// the host does not answer.
// The version before is kept as well: a page of it that is still open may yet ask for its parts.
declare const __FILES__: Record<string, string>
declare const __VERSION__: string

/** What a service worker has that a page has not; the types of both cannot be loaded at once. */
interface OfflineWorker {
  registration: { scope: string }
  clients: { claim: () => Promise<void> }
  skipWaiting: () => Promise<void>
  addEventListener: ((type: 'install' | 'activate', listener: (event: LifecycleEvent) => void) => void)
    & ((type: 'fetch', listener: (event: RequestEvent) => void) => void)
}

interface LifecycleEvent { waitUntil: (work: Promise<unknown>) => void }

interface RequestEvent { request: Request, respondWith: (response: Promise<Response>) => void }

const worker = globalThis as unknown as OfflineWorker
const scope = worker.registration.scope
const prefix = `docent ${scope} `
const cacheName = prefix + __VERSION__
const HASHES = '__hashes'

/** Milliseconds that the host has to answer where there is a kept answer. */
const PATIENCE = 4000
const MAX_REQUESTS = 6

worker.addEventListener('install', event => event.waitUntil(install()))

worker.addEventListener('activate', event => event.waitUntil((async () => {
  await Promise.all((await formerCaches()).slice(0, -1).map(name => caches.delete(name)))
  await worker.clients.claim()
})()))

worker.addEventListener('fetch', (event) => {
  const { request } = event
  // Recordings are asked in ranges, which a cache cannot answer.
  if (request.method === 'GET' && request.url.startsWith(scope) && !request.headers.has('range'))
    event.respondWith(answer(request))
})

/** Fetches every file that has changed since the version before; the others are taken over from it. */
async function install(): Promise<void> {
  const cache = await caches.open(cacheName)
  const former = (await formerCaches()).at(-1)
  const formerCache = former === undefined ? undefined : await caches.open(former)
  const hashes: Record<string, string> = await (await formerCache?.match(scope + HASHES))?.json() ?? {}
  const files = Object.keys(__FILES__)
  const keep = async (file: string) => {
    const url = new URL(file.split('/').map(encodeURIComponent).join('/'), scope)
    const same = hashes[file] === __FILES__[file] ? await formerCache?.match(url) : undefined
    const response = same ?? await fetch(url, { cache: 'no-cache' })
    if (!response.ok)
      throw new Error(`${file} is not there`)
    await cache.put(url, response)
  }
  await Promise.all(Array.from({ length: MAX_REQUESTS }, async () => {
    for (let file = files.shift(); file !== undefined; file = files.shift())
      await keep(file)
  }))
  await cache.put(scope + HASHES, new Response(JSON.stringify(__FILES__)))
  await worker.skipWaiting()
}

/** Names of the caches of versions before, from the oldest. */
async function formerCaches(): Promise<string[]> {
  return (await caches.keys()).filter(name => name.startsWith(prefix) && name !== cacheName)
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  const url = new URL(request.url)
  url.hash = url.search = ''
  if (url.pathname.endsWith('/'))
    url.pathname += 'index.html'
  const isHashed = /\/assets\/.*-[\w-]{8}\.\w+$/.test(url.pathname)
  const kept = await cache.match(url) ?? await (isHashed ? caches.match(url) : substitute(cache, url))
  if (kept && isHashed)
    return kept
  try {
    const response = await fetch(request, kept ? { signal: AbortSignal.timeout(PATIENCE) } : {})
    // What was opened once, such as a handout, can be opened again.
    const isMedia = /^(?:video|audio)\//.test(response.headers.get('content-type') ?? '')
    if (response.status === 200 && response.type === 'basic' && !isMedia)
      await cache.put(url, response.clone())
    return response
  }
  catch (error) {
    if (kept)
      return kept
    throw error
  }
}

/** A picture in another size than the one that is kept. */
async function substitute(cache: Cache, url: URL): Promise<Response | undefined> {
  const small = url.pathname.replace(/@2x\.webp$/, '.webp')
  return small === url.pathname ? undefined : cache.match(new URL(small, url))
}
